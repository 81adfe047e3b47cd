"""What the reports drop once a voice is gone: the passages that quoted it."""

from werkplaats.thread.models import Knot


def forget(voices) -> None:
    """`voices`: ids whose keys are destroyed. The passages that quoted them go, with their knots."""
    Knot.objects.filter(passage__quotation__voice__in=list(voices)).delete()
