"""What the reports drop once a voice is gone: the passages that quoted it, and copies of it in text of the staff."""

from werkplaats.insights.staff_text import take_out
from werkplaats.thread.models import Knot

from .models import Passage, Report


def forget(voices) -> None:
    """`voices`: ids whose keys are about to be destroyed. Passages that quoted them go, with their knots."""
    gone = list(voices)
    take_out(Passage.objects.exclude(text="").select_related("report__session__gathering"), "text", gone)
    take_out(Report.objects.select_related("session__gathering"), "title", gone)
    Knot.objects.filter(passage__quotation__voice__in=gone).delete()
