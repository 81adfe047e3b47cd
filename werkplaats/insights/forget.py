"""What this room drops once a voice is gone: its sentence as a statement, the answers to it, and picks of it."""

from .models import Choice, Insight, Statement


def forget(voices) -> None:
    """`voices`: ids whose keys are destroyed. An insight keeps the sentence of the staff, if there is one."""
    gone = list(voices)
    Statement.objects.filter(voice__in=gone).delete()
    Choice.objects.filter(voice__in=gone).delete()
    Insight.objects.filter(voice__in=gone).update(voice=None)
