"""An answer to a story that was taken back, told again by its giver: about themselves, tied to nothing."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from werkplaats.people.access import giver_of, giver_viewer, may
from werkplaats.people.viewer import Role
from werkplaats.voices.give import TEXT_LIMIT, Draft, check, give
from werkplaats.voices.models import Voice
from werkplaats.voices.withdraw import withdraw

from . import mine as my
from . import receipts
from .private import private


@private
@require_http_methods(["GET", "POST"])
@may(Role.GIVER)
def rewrite(request, voice: UUID):
    """The new words are for the giver alone; the old ones are taken back."""
    person = giver_of(request)
    piece = my.one(person, giver_viewer(person), voice) if person else None
    if piece is None or not piece.can_rewrite:
        raise Http404
    context = {"piece": piece, "most": TEXT_LIMIT.get(piece.voice.kind, 0)}
    if request.method == "GET":
        return render(request, "thread/rewrite.html", context)
    words = {"text": request.POST.get("text", "")}
    if found := check(piece.voice.kind, words):
        return render(
            request, "thread/rewrite.html", context | {"typed": words["text"], "problem": found[0]}, status=422
        )
    with transaction.atomic():
        give(_again(piece.voice, words))
        receipts.keep(piece)
        withdraw(piece.voice)
    messages.success(request, _("Bewaard. Alleen jij kunt dit lezen. Je oude antwoord is teruggenomen."))
    return redirect("thread:mine")


def _again(voice: Voice, words: dict) -> Draft:
    return Draft(
        id=uuid4(),
        kind=voice.kind,
        words=words,
        giver=voice.giver_id,
        attribution=voice.attribution,
        name=voice.name_id,
    )
