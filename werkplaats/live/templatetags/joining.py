"""How one joins, for console and wall: the address in words, the link in a QR, and the help panel."""

from django import template
from django.conf import settings
from django.urls import reverse

from werkplaats.live.models import Session
from werkplaats.methods.texts import texts

register = template.Library()


@register.simple_tag
def join_address() -> str:
    """What one types on a phone, without the scheme."""
    return settings.WERKPLAATS_URL.split("://", 1)[-1] + reverse("live:join").rstrip("/")


@register.simple_tag
def join_link(session: Session) -> str:
    """What the camera opens. The room's code stands behind the #, so that no server log holds it."""
    return f"{settings.WERKPLAATS_URL}{reverse('live:join')}#zaal={session.code}"


@register.simple_tag
def help_lines() -> list[str]:
    return list(texts().help_panel.values())
