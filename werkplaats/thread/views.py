"""The giver's pages: all my words, and what I can do with them."""

from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from werkplaats.people.access import giver_of, giver_viewer, may
from werkplaats.people.models import Person
from werkplaats.people.viewer import Role
from werkplaats.voices import consent, together, withdraw
from werkplaats.voices.consent import NotPossible
from werkplaats.voices.models import Quotation
from werkplaats.voices.suspend import LOST_CARD, lift

from . import mine as my
from . import receipts
from .narrowing import choices
from .private import private
from .readings import readings


def said(view):
    """What cannot be done is said on the giver's page; nothing else happens."""

    @wraps(view)
    def saying(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except NotPossible as problem:
            messages.warning(request, str(problem))
            return redirect("thread:mine")

    return saying


@private
@require_GET
@may(Role.GIVER)
def mine(request):
    person = _giver(request)
    evenings = my.mine(person, giver_viewer(person))
    asked = [piece for evening in evenings for piece in evening.pieces if piece.questions]
    return render(request, "thread/mine.html", {"evenings": evenings, "asked": asked})


@private
@require_http_methods(["GET", "POST"])
@may(Role.GIVER)
@said
def narrow(request, voice: UUID):
    piece = _given(request, voice)
    found = choices(piece)
    quoted = consent.granted_beyond(piece.voice, found[-1].level) if found else False
    if request.method == "GET":
        return render(request, "thread/narrow.html", {"piece": piece, "choices": found, "quoted": quoted})
    chosen = next((choice for choice in found if choice.level == request.POST.get("level")), None)
    if chosen is None:
        problem = _("Kies wie het nog mag lezen.")
        context = {"piece": piece, "choices": found, "quoted": quoted, "problem": problem}
        return render(request, "thread/narrow.html", context, status=422)
    withdraw.narrow(piece.voice, chosen.level, chosen.circle)
    said = _("Dat is gebeurd. Vanaf nu: %(who)s.") % {"who": chosen.label.lower()}
    messages.success(request, f"{said} {_('De zin in het verslag is ook weg.')}" if quoted else said)
    return redirect("thread:mine")


@private
@require_http_methods(["GET", "POST"])
@may(Role.GIVER)
@said
def take_back(request, voice: UUID):
    piece = _given(request, voice)
    if piece.withdrawal:
        return redirect("thread:receipt", voice)
    if request.method == "GET":
        return render(request, "thread/take_back.html", {"piece": piece})
    receipts.keep(piece)
    row = withdraw.withdraw(piece.voice)
    if request.POST.get("now"):
        withdraw.finish(row)
    return redirect("thread:receipt", voice)


@private
@require_POST
@may(Role.GIVER)
@said
def undo(request, voice: UUID):
    piece = _given(request, voice)
    withdraw.undo(piece.voice)
    receipts.drop(piece)
    messages.success(request, _("Teruggezet. Je woorden staan weer waar ze stonden."))
    return redirect("thread:mine")


@private
@require_POST
@may(Role.GIVER)
@said
def at_once(request, voice: UUID):
    piece = _given(request, voice)
    if piece.withdrawal is None:
        return redirect("thread:mine")
    withdraw.finish(piece.withdrawal)
    return redirect("thread:receipt", voice)


@private
@require_GET
@may(Role.GIVER)
def receipt(request, voice: UUID):
    piece = _given(request, voice)
    if piece.withdrawal is None:
        raise Http404
    return render(request, "thread/receipt.html", {"piece": piece, "places": receipts.places(piece)})


@private
@require_GET
@may(Role.GIVER)
def read_by(request, voice: UUID):
    piece = _own(request, voice)
    return render(request, "thread/read_by.html", {"piece": piece, "reads": readings(piece.voice, _giver(request))})


@private
@require_POST
@may(Role.GIVER)
@said
def answer(request, quotation: UUID):
    row = get_object_or_404(Quotation, pk=quotation, voice__giver=giver_of(request))
    consent.answer_quotation(row, request.POST.get("answer", ""))
    messages.success(request, _("Je antwoord is bewaard. Je kunt het hier altijd veranderen."))
    return redirect("thread:mine")


@private
@require_http_methods(["GET", "POST"])
@may(Role.GIVER)
def object_to(request, voice: UUID):
    """One of the table does not stand behind a text made together: it goes offline and back to the table."""
    piece = _own(request, voice)
    if not piece.voice.together_id:
        raise Http404
    if request.method == "GET":
        return render(request, "thread/object.html", {"piece": piece})
    if request.POST.get("agreed"):
        if together.agree(piece.voice, _giver(request)):
            messages.success(request, _("De tekst staat weer op de site."))
        else:
            messages.success(
                request, _("Jouw bezwaar is weg. Een ander staat er nog niet achter: de tekst blijft van de site.")
            )
    else:
        together.object_to(piece.voice, _giver(request))
        messages.success(request, _("De tekst is van de site. Jullie tafel kan hem nog lezen."))
    return redirect("thread:mine")


@private
@require_POST
@may(Role.GIVER)
def show_again(request, voice: UUID):
    """The card was found again: what was stilled for it comes back."""
    piece = _given(request, voice)
    if lift(piece.voice, LOST_CARD):
        messages.success(request, _("Je woorden staan weer waar ze stonden."))
    return redirect("thread:mine")


@private
@require_GET
@may(Role.VISITOR)
def lost(request):
    return render(request, "thread/lost.html")


def _given(request, voice: UUID) -> my.Piece:
    """A voice this giver gave alone; what a table made together is not one person's to take away."""
    piece = _own(request, voice)
    if piece.voice.together_id:
        raise Http404
    return piece


def _giver(request) -> Person:
    person = giver_of(request)
    if person is None:
        raise PermissionDenied
    return person


def _own(request, voice: UUID) -> my.Piece:
    person = _giver(request)
    piece = my.one(person, giver_viewer(person), voice)
    if piece is None:
        raise Http404
    return piece
