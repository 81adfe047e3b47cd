"""Draws the marks of the house as inline SVG, and gives form controls their Utrecht class."""

from urllib.parse import urlsplit

import segno
from django import forms, template
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from werkplaats.ui import shapes

register = template.Library()


def _svg(classes: str, box: int, inside: str, label: str = "") -> SafeString:
    """`label` names the drawing for who cannot see it; without one a word must stand beside it."""
    drawing = mark_safe(inside)
    if label:
        return format_html(
            '<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
            classes,
            box,
            box,
            label,
            drawing,
        )
    return format_html('<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>', classes, box, box, drawing)


@register.simple_tag
def only_here() -> bool:
    """Whether the site's address works on this computer alone, so that no phone can follow it."""
    host = urlsplit(settings.WERKPLAATS_URL).hostname or ""
    return host == "localhost" or host == "::1" or host.startswith("127.")


@register.simple_tag
def icon(name: str) -> SafeString:
    """One icon of `shapes.ICONS`, to stand beside a word. KeyError for another name."""
    return _svg("icon", 24, shapes.icons()[name])


@register.simple_tag
def ring(level: str, label: str = "") -> SafeString:
    """Who can read this: me, table, room, region, everyone, teller, unseen or unlinked."""
    return _svg("ring", 32, shapes.RINGS[level], label)


@register.simple_tag
def knot(kind: str, open: bool = False) -> SafeString:
    """What this is in the thread: story, card, insight, recommendation, commitment, answer, report, change.

    `open` draws it as not yet there. A kind without its own shape gets the card's."""
    inside = shapes.KNOTS.get(str(kind), shapes.KNOTS["card"])
    return _svg("knot knot--open" if open else "knot", 32, inside)


@register.simple_tag
def mark(answer: str) -> SafeString:
    """An answer to a statement: agree (full), disagree (open), pass (dotted)."""
    return _svg("mark", 24, shapes.MARKS[answer])


@register.simple_tag
def stitches(at: int, total: int) -> SafeString:
    """The running stitch: `at` of `total` parts are sewn. Decoration; say the numbers beside it."""
    x = round(6 + 288 * min(max(at, 0), total) / max(total, 1))
    return format_html(
        '<svg class="stitches" viewBox="0 0 300 12" aria-hidden="true"><path class="sewn" d="M6 6H{}"/>'
        '<path class="ahead" d="M{} 6H294"/><circle cx="{}" cy="6" r="6"/></svg>',
        x,
        x,
        x,
    )


@register.simple_tag
def qr(address: str) -> SafeString:
    """A code for the camera of a phone; the address stands beside it in words."""
    return mark_safe(
        segno.make(address, error="m", micro=False).svg_inline(
            border=2, dark="#1e2430", light="#fff", omitsize=True, svgclass="qr", lineclass=None
        )
    )


@register.simple_tag
def phase(name: str) -> SafeString:
    """The phase as a word on its own wash: share, interpret or act. Nothing for a part outside the three."""
    words = {"share": _("Delen"), "interpret": _("Duiden"), "act": _("Doen")}
    if name not in words:
        return mark_safe("")
    return format_html('<span class="phase phase--{}">{}</span>', name, words[name])


def _utrecht(widget: forms.Widget) -> str:
    if isinstance(widget, forms.Textarea):
        return "utrecht-textarea"
    if isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple | forms.RadioSelect | forms.FileInput):
        return ""
    if isinstance(widget, forms.Select):
        return "utrecht-select utrecht-select--html-select"
    return "utrecht-textbox"


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The bare input of a form field, in Utrecht classes."""
    classes = _utrecht(field.field.widget)
    if classes and field.errors:
        classes += f" {classes.split()[0]}--invalid"
    given = field.field.widget.attrs
    attrs: dict[str, str | bool] = {"class": f"{classes} {given.get('class', '')}".strip()} if classes else {}
    if given.get("placeholder") == field.label:
        attrs["placeholder"] = False
    return field.as_widget(attrs=attrs)


@register.filter
def is_checkbox(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_group(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
