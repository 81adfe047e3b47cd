"""The texts the staff wrote in a report, as the fields of one form: read, checked and saved together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from django.utils.translation import gettext as _

from werkplaats.insights.staff_text import cleaned, problems

from .models import Passage, Report
from .passages import STAFF_TEXT, add

TITLE = "title"
NEW = "new"
LONGEST_TITLE = 160
WRITTEN = (*STAFF_TEXT, Passage.Kind.RECOMMENDATION)


@dataclass(frozen=True)
class Text:
    """One field: its name, what is saved, and when that could not be saved what was typed and what is off about it."""

    name: str
    saved: str = ""
    typed: str | None = None
    problems: list[str] = field(default_factory=list)
    kind: str = ""

    @property
    def value(self) -> str:
        return self.saved if self.typed is None else self.typed

    @property
    def stamp(self) -> str:
        """Recognises the saved text, so that a page that stood open does not put an older text back."""
        return sha256(cleaned(self.saved).encode()).hexdigest()[:16]


def name_of(passage: Passage) -> str:
    return f"text-{passage.pk}"


def save(report: Report, posted: Mapping[str, str]) -> dict[str, Text]:
    """Saves what was changed in the editor. Returns, by field, what could not be saved; the rest stands."""
    unsaved = {}
    for passage in report.passages.standing().filter(kind__in=WRITTEN):
        text = _checked(report, name_of(passage), passage.text, posted, may_be_empty=passage.kind not in STAFF_TEXT)
        if text and text.problems:
            unsaved[text.name] = text
        elif text:
            Passage.objects.filter(pk=passage.pk).update(text=text.value)
    title = _checked(report, TITLE, report.title, posted, most=LONGEST_TITLE)
    if title and title.problems:
        unsaved[TITLE] = title
    elif title:
        report.title = title.value
        report.save(update_fields=["title"])
    new = _new(report, posted)
    return unsaved | ({NEW: new} if new else {})


def _checked(report: Report, name: str, saved: str, posted: Mapping[str, str], **rules) -> Text | None:
    """The text as typed, or None when it did not change."""
    if name not in posted:
        return None
    typed, was = cleaned(posted[name]), posted.get(f"was-{name}")
    before = Text(name, saved)
    if typed == cleaned(saved):
        return None
    if was and was != before.stamp:
        if Text(name, typed).stamp == was:
            return None
        return Text(
            name, saved, typed, [_("Deze tekst is intussen veranderd. Bewaar nog eens om die van jou te houden.")]
        )
    return Text(name, saved, typed, problems(typed, report.session, [report.title], **rules))


def _new(report: Report, posted: Mapping[str, str]) -> Text | None:
    """A piece written at the bottom comes in as a passage; returned when it cannot."""
    typed = cleaned(posted.get(NEW, ""))
    if not typed:
        return None
    kind = posted.get("kind") if posted.get("kind") in STAFF_TEXT else str(Passage.Kind.TEXT)
    if found := problems(typed, report.session, [report.title]):
        return Text(NEW, "", typed, found, str(kind))
    add(report, str(kind), text=typed)
    return None
