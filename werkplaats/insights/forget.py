"""What this room drops once a voice is gone: its sentence as a statement, the answers to it, picks and copies of it."""

from werkplaats.vault.groups import delete_in_groups

from .models import Choice, Insight, Picture, Statement
from .staff_text import take_out


def forget(voices) -> None:
    """`voices`: ids whose keys are about to be destroyed. An insight keeps the sentence of the staff, without copies."""
    gone = list(voices)
    take_out(Insight.objects.exclude(text="").select_related("session__gathering"), "text", gone)
    delete_in_groups(Picture.objects.filter(session__statements__voice__in=gone))
    delete_in_groups(Statement.objects.filter(voice__in=gone))
    delete_in_groups(Choice.objects.filter(voice__in=gone))
    Insight.objects.filter(voice__in=gone).update(voice=None)
