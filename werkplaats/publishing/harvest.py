"""The report drafted the same evening: staff text made from the gathering, the rest by reference."""

from collections import Counter

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werkplaats.action.models import Commitment, Recommendation
from werkplaats.gatherings.models import Gathering
from werkplaats.insights.models import Insight
from werkplaats.live.models import Seat
from werkplaats.people.models import Viewpoint
from werkplaats.thread.models import Knot
from werkplaats.thread.weave import rests
from werkplaats.vault.groups import delete_in_groups, groups
from werkplaats.voices.models import Level, Voice

from . import figures
from .models import Passage, Report
from .passages import add, granted


def harvest(evening) -> int:
    """Drafts the report of a closed session, once. Returns how many reports were new.

    Each passage is a transaction of its own. A draft that a crash left unfinished is begun again.
    """
    session = evening.session
    gathering = session.gathering
    report, _new = Report.objects.get_or_create(
        session=session,
        defaults={"network_id": gathering.network_id, "gathering": gathering, "title": gathering.theme},
    )
    if report.drafted_at:
        return 0
    delete_in_groups(Knot.objects.filter(passage__report=report))
    add(report, Passage.Kind.TEXT, text=_what(gathering, evening.recipe.name))
    add(report, Passage.Kind.NUMBERS, figures=_numbers(evening))
    _show(report, _("Wat we samen zagen"), Passage.Kind.INSIGHT, Insight)
    _show(report, _("Wat de tafels aanraden"), Passage.Kind.RECOMMENDATION, Recommendation)
    _promises(report)
    _said(report)
    _onward(report)
    add(
        report,
        Passage.Kind.UNKNOWN,
        text=_("Dit verslag gaat over de mensen die er waren. Over wie er niet was, zegt het niets."),
    )
    Report.objects.filter(pk=report.pk).update(drafted_at=timezone.now())
    return 1


def _what(gathering: Gathering, method: str) -> str:
    return _("Op %(date)s kwamen mensen bij elkaar in %(place)s. De vraag was: %(theme)s De werkvorm: %(method)s.") % {
        "date": date_format(timezone.localtime(gathering.starts_at), "j F Y"),
        "place": gathering.place,
        "theme": _sentence(gathering.theme),
        "method": method,
    }


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _numbers(evening) -> dict:
    """What may leave the room, made once: people, viewpoints, first-timers, tables."""
    session = evening.session
    by_hand = {
        line.payload["table"]: line.payload for line in evening.events if line.kind == "counted" and line.payload
    }
    without = sum(counted["paper"] + counted["talking"] for counted in by_hand.values())
    phones = Seat.objects.filter(session=session).count()
    door = Counter(
        {tally.answer: tally.count for tally in session.gathering.tallies.all() if tally.question == "first_time"}
    )
    kinds = Counter(Viewpoint.objects.filter(room=session.room_id).values_list("kind", flat=True))
    return {
        "people": figures.people(phones, without),
        "tables": session.tables.filter(seats__isnull=False).distinct().count(),
        "first_timers": figures.first_timers(door["yes"], door["no"], phones + without) if door else None,
        "viewpoints": figures.viewpoints(kinds),
    }


def _show(report: Report, heading: str, kind: str, model) -> None:
    found = model.objects.filter(session=report.session).select_related("knot")
    if found:
        add(report, Passage.Kind.HEADING, text=heading)
    for one in found:
        add(report, kind, shows=one.knot)


def _promises(report: Report) -> None:
    voices = list(Voice.objects.standing().filter(commitment__session=report.session))
    if not voices:
        return
    givers = Commitment.objects.filter(voice__in=voices).values("person").distinct().count()
    add(report, Passage.Kind.HEADING, text=_("Wat mensen zelf gaan doen"))
    passage = add(report, Passage.Kind.COMMITMENTS, figures={"people": figures.counted(givers)})
    for group in groups(voice for voice in voices if voice.level != Level.ME):
        rests(passage.knot, on_voices=group)


def _said(report: Report) -> None:
    found = list(granted(report))
    if found:
        add(report, Passage.Kind.HEADING, text=_("Wat mensen zeiden"))
    for quotation in found:
        add(report, Passage.Kind.QUOTATION, quotation=quotation)


def _onward(report: Report) -> None:
    following = (
        Gathering.objects.filter(network=report.network, published=True, starts_at__gt=report.gathering.starts_at)
        .exclude(pk=report.gathering_id)
        .order_by("starts_at")
        .first()
    )
    if following is None or following.starts_at < timezone.now():
        return
    add(report, Passage.Kind.HEADING, text=_("Hoe verder"))
    add(
        report,
        Passage.Kind.TEXT,
        text=_("De volgende bijeenkomst is op %(date)s in %(place)s: %(theme)s")
        % {
            "date": date_format(timezone.localtime(following.starts_at), "j F Y"),
            "place": following.place,
            "theme": _sentence(following.theme),
        },
    )
