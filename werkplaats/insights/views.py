"""Pages of one insight and of the landscape of a session."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from werkplaats.live.models import Session
from werkplaats.people.access import STAFF, may, viewer_of
from werkplaats.people.viewer import Role
from werkplaats.thread.models import Knot, Strand
from werkplaats.thread.weave import knot, rests
from werkplaats.voices.door import text, words_of

from .forms import InsightForm
from .models import Insight, Observation
from .pages import is_import, landscape_of, polis_of, texts_of
from .seen import near, used_in
from .show import show
from .staff_text import copies


@may(Role.VISITOR)
@never_cache
@require_GET
def landscape(request, uuid):
    """For the staff of the network once the weighing has closed; an imported conversation is for everyone."""
    session = get_object_or_404(Session.objects.select_related("gathering__network"), uuid=uuid)
    viewer = viewer_of(request)
    imported = is_import(session)
    if not imported and not (viewer.is_staff and viewer.network == session.gathering.network_id):
        raise Http404
    polis = imported and request.GET.get("zoals") == "polis"
    found = polis_of(session) if polis else landscape_of(session)
    texts = texts_of(found, viewer) if found else {}
    context = {"session": session, "found": found, "texts": texts, "imported": imported, "polis": polis}
    return render(request, "insights/landscape.html", context)


@may(Role.VISITOR)
@never_cache
@require_GET
def insight(request, uuid):
    found = get_object_or_404(Insight.objects.select_related("session__gathering__network"), pk=uuid)
    viewer = viewer_of(request)
    used = used_in([found.pk], viewer)[found.pk]
    if not (used or near(found, viewer)):
        raise Http404
    [shown] = show([found], viewer)
    if shown.gone:
        raise Http404
    context = {
        "shown": shown,
        "used": used,
        "cards": _cards_under(found, viewer),
        "mine": viewer.is_staff and viewer.network == found.network_id,
    }
    return render(request, "insights/insight.html", context)


def _cards_under(found: Insight, viewer) -> list[tuple[Observation, str]]:
    """The cards it rests on directly, as far as this viewer may read them; not the one whose sentence it is."""
    cards = Observation.objects.filter(knot__carries__upper=found.pk).order_by("table")
    if found.voice_id and not found.text:
        cards = cards.exclude(voice=found.voice_id)
    words = words_of([card.voice_id for card in cards], viewer)
    return [(card, text(words[card.voice_id])) for card in cards if card.voice_id in words]


@may(*STAFF)
@never_cache
@require_http_methods(["GET", "POST"])
def new(request, uuid):
    viewer = viewer_of(request)
    session = get_object_or_404(
        Session.objects.select_related("gathering__network"), uuid=uuid, gathering__network=viewer.network
    )
    form = _form(request, session)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = knot(Knot.Kind.INSIGHT)
            written = Insight.objects.create(
                knot=made,
                network=session.gathering.network,
                session=session,
                text=form.cleaned_data["text"],
                status=form.cleaned_data["status"],
                written_by=request.user,
            )
            rests(made, on_knots=Knot.objects.filter(pk__in=form.cleaned_data["rests_on"]))
        messages.success(request, _("Inzicht gemaakt."))
        return redirect(written)
    return _page(request, form, session)


@may(*STAFF)
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request, uuid):
    viewer = viewer_of(request)
    found = get_object_or_404(
        Insight.objects.select_related("session__gathering", "knot"), pk=uuid, network=viewer.network
    )
    under = list(found.knot.rests_on.filter(lower__observation__isnull=False).values_list("lower", flat=True))
    initial = {"text": found.text, "status": found.status, "rests_on": [str(one) for one in under]}
    form = _form(request, found.session, initial)
    if request.method == "POST" and form.is_valid():
        chosen = Knot.objects.filter(pk__in=form.cleaned_data["rests_on"])
        with transaction.atomic():
            found.text, found.status = form.cleaned_data["text"], form.cleaned_data["status"]
            found.written_by = request.user
            found.save(update_fields=["text", "status", "written_by"])
            Strand.objects.filter(upper=found.knot, lower__in=under).exclude(lower__in=chosen).delete()
            rests(found.knot, on_knots=chosen)
        messages.success(request, _("Bewaard."))
        return redirect(found)
    return _page(request, form, found.session, found)


def _form(request, session: Session, initial: dict | None = None) -> InsightForm:
    return InsightForm(
        request.POST or None,
        initial=initial,
        cards=_cards(session, viewer_of(request)),
        guard=lambda text: copies(text, session),
    )


def _cards(session: Session, viewer) -> list[tuple[str, str]]:
    """Every card of the evening that still stands: its words where this viewer may read them, else its table."""
    cards = list(Observation.objects.filter(session=session, voice__withdrawal=None).order_by("table", "knot__made_at"))
    words = words_of([card.voice_id for card in cards], viewer)
    return [(str(card.pk), _label(card, words)) for card in cards]


def _label(card: Observation, words: dict) -> str:
    if card.voice_id in words:
        return text(words[card.voice_id])
    return _("Een kaart van tafel %d die je niet meer kunt lezen") % (card.table or 0)


def _page(request, form, session, found=None):
    context = {"form": form, "session": session, "insight": found}
    return render(request, "insights/edit.html", context, status=422 if form.errors else 200)
