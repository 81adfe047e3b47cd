"""Opening the thread with a code, and closing it again in this browser."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from werkplaats.people import attempts, codes
from werkplaats.people.access import forget_giver, giver_of, may, remember_giver
from werkplaats.people.viewer import Role

from .private import private


@private
@require_http_methods(["GET", "POST"])
@may(Role.VISITOR)
def enter(request):
    if request.method == "GET":
        return render(request, "thread/enter.html", {"known": giver_of(request) is not None})
    typed = request.POST.get("code", "")
    problems, status = _try(request, typed)
    if not problems:
        return redirect("thread:mine")
    return render(request, "thread/enter.html", {"typed": typed[: codes.LONGEST], "problems": problems}, status=status)


def _try(request, typed: str) -> tuple[list[str], int]:
    """What is off, and the status to answer with; nothing when this browser may now open the thread."""
    if seconds := attempts.wait(request):
        minutes = -(-seconds // 60)
        wait = _("Dat waren veel codes achter elkaar. Wacht %(minutes)d minuten en probeer het dan opnieuw.")
        return [wait % {"minutes": minutes}], 429
    if problems := codes.check_words(typed):
        return problems, 422
    person = codes.find(typed)
    if person is None:
        attempts.missed(request)
        return [_("Deze vier woorden horen bij geen kaart. Kijk of de volgorde klopt.")], 404
    remember_giver(request, person)
    return [], 200


@private
@require_POST
@may(Role.VISITOR)
def leave(request):
    forget_giver(request)
    return render(request, "thread/left.html")
