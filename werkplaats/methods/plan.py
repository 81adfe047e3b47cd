"""The plan of an evening: every step with its times, for who leads it from paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werkplaats.methods.codes import PHASES, dutch
from werkplaats.methods.parts import Step
from werkplaats.methods.reading import reading_line
from werkplaats.methods.recipe import Recipe

WITH = {
    "alone": gettext_lazy("ieder voor zich"),
    "pair": gettext_lazy("in tweetallen"),
    "four": gettext_lazy("in viertallen"),
    "table": gettext_lazy("aan tafel"),
    "all": gettext_lazy("met de hele zaal"),
}
ASKS = {
    "story": gettext_lazy("een verhaal"),
    "card": gettext_lazy("een kaart"),
    "vote": gettext_lazy("een keuze"),
    "weigh": gettext_lazy("eens, oneens of weet ik nog niet"),
    "scale": gettext_lazy("een schuif"),
    "triad": gettext_lazy("een stip in de driehoek"),
    "reflection": gettext_lazy("een tekst voor jezelf"),
    "recommendation": gettext_lazy("een aanbeveling"),
    "commitment": gettext_lazy("een toezegging"),
}
WHO = {
    "pair": gettext_lazy("één telefoon per tweetal"),
    "four": gettext_lazy("één telefoon per viertal"),
    "table": gettext_lazy("één telefoon per tafel"),
}


@dataclass(frozen=True)
class PlanLine:
    """One step on paper. `begins` and `ends` are clock times ("19.05") or minutes from the start ("5").

    `asks` is empty when phones stay dark; `ring` is the drawing beside the lines of who reads it.
    """

    step: Step
    phase: str
    begins: str
    ends: str
    form: str
    asks: str
    reading: tuple[str, ...]
    ring: str
    notes: tuple[str, ...]
    new_round: bool


def plan(recipe: Recipe, begin: time | None = None) -> tuple[PlanLine, ...]:
    """The steps with their times; with `begin` on the clock, else in minutes from the start."""
    lines, passed, last_round = [], 0, 1
    for step in recipe.steps:
        lines.append(
            PlanLine(
                step=step,
                phase=dutch(PHASES, step.phase),
                begins=_moment(begin, passed),
                ends=_moment(begin, passed + step.minutes),
                form=str(WITH[step.form]),
                asks=_asks(recipe, step),
                reading=tuple(reading_line(step.input)),
                ring=_ring(step),
                notes=tuple(_notes(recipe, step)),
                new_round=step.round != last_round,
            )
        )
        passed += step.minutes
        last_round = step.round
    return tuple(lines)


def doors_open(recipe: Recipe, begin: time | None) -> str:
    """When the doors open, on the clock; empty without walk-in time or without a beginning."""
    if not begin or not recipe.walk_in_minutes:
        return ""
    return _moment(begin, -recipe.walk_in_minutes)


def read_begin(text: str) -> time | None:
    """A clock time as typed: 19:00, 19.00 or 19; None when it is not one."""
    for form in ("%H:%M", "%H.%M", "%H"):
        try:
            return datetime.strptime(text.strip(), form).time()  # noqa: DTZ007  a time of day, no moment
        except ValueError:
            continue
    return None


def _moment(begin: time | None, minutes: int) -> str:
    if begin is None:
        return str(minutes)
    some_day = datetime(2000, 1, 2, begin.hour, begin.minute)  # noqa: DTZ001  only the time of day is read
    return f"{some_day + timedelta(minutes=minutes):%H.%M}"


def _role(recipe: Recipe, role_id: str) -> str:
    return next(role.name for role in recipe.roles if role.id == role_id)


def _asks(recipe: Recipe, step: Step) -> str:
    given = step.input
    if not given.asks:
        return ""
    if given.only_role:
        who = _("alleen: %(role)s") % {"role": _role(recipe, given.only_role)}
    else:
        who = str(WHO[step.form]) if given.per_group else _("ieder op de eigen telefoon")
    return f"{ASKS[given.kind]} ({who})"


def _ring(step: Step) -> str:
    given = step.input
    if given.attribution == "unlinked" or (given.attribution == "unseen" and given.is_choice):
        return given.attribution
    return given.circle


def _notes(recipe: Recipe, step: Step) -> Iterator[str]:
    """What the one who leads must know beside the text to read out."""
    given = step.input
    if given.votes_per_person:
        yield _("Ieder kiest er %(count)s.") % {"count": given.votes_per_person}
    if given.exclude_own:
        yield _("Niet de eigen kaart.")
    if given.result:
        yield _("De tafel ziet alleen wat gekozen is.")
    if given.min_supporting_stories:
        yield _("Elke kaart rust op minstens %(count)s verhalen.") % {"count": given.min_supporting_stories}
    if given.statements_from:
        yield _("De begeleider kiest kaarten. De woorden blijven zoals ze zijn.")
    if given.typed_by:
        yield _("De luisteraar typt onder de code van de verteller.")
    if given.moderated_by:
        names = [_role(recipe, role) for role in given.moderated_by]
        yield _("%(first)s leest elke kaart eerst. %(last)s kiest.") % {"first": names[0], "last": names[-1]}
    yield from _roles_and_consent(recipe, step)


def _roles_and_consent(recipe: Recipe, step: Step) -> Iterator[str]:
    if step.scribe:
        told = {"role": _role(recipe, step.scribe.by), "prompt": step.scribe.prompt}
        yield _("%(role)s schrijft voor de tafel: “%(prompt)s”") % told
    if step.recording:
        yield _("Geluid alleen als de verteller dat wil.")
    if step.consent_check == "now":
        yield _("Ieder kiest hier per stuk wat verder mag. Niets kiezen is ook goed.")
    if step.consent_check == "after_call":
        yield _("Er gaat niets verder voordat de steunpersoon morgen heeft gebeld.")
