"""Patterns across stories: every comparison of the declared family, with the stories for and against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, compress, product

import numpy as np

from sensemaking.patterns.answers import Answers, Id
from sensemaking.patterns.comparing import compare, compare_pairs
from sensemaking.patterns.counting import Counted, Left, counted, left_out
from sensemaking.patterns.discoveries import adjusted
from sensemaking.patterns.found import DEMONSTRABLE, AnswersError, Flags, Found, Whole, nothing
from sensemaking.patterns.pictures import Picture, picture, picture_of_three
from sensemaking.patterns.questions import Question
from sensemaking.patterns.sentences import Language, State, overview, said
from sensemaking.patterns.showing import Shown, strongest
from sensemaking.patterns.subjects import Subject, subjects
from sensemaking.patterns.three_way import compare_three, strongest_of_three
from sensemaking.patterns.varied import varied
from sensemaking.patterns.views import QuestionView, StoriesOf, by_answer, side_by_side, view

FEWEST_TELLERS = 20
ENOUGH_STORIES = 80
VARIED = 5
NOT_COMPARED = "not compared"

Family = tuple[tuple[str, ...], ...]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, eq=False)
class Pattern:
    """One comparison of two questions, or of choice x scale x choice.

    `questions`: their ids, `parts`: the same, or `question.stone`; `names`: as people read them.
    `found`: the test, with n, tellers, missing, effect and interval; below 20 tellers nothing is
    tested. `q`: its p adjusted for the whole family (Benjamini-Hochberg); None when it is not in it.
    `state`: "shows" when q is 0.05 or less; "too_few" below 20 tellers, and below 80 stories when it
    does not show; "nothing" when an answer is constant; else "not_clear". `shown`: in which answers
    the pattern shows most; None when it cannot be told.
    `with_it`, `against`, `beside`: ids of the stories that answered, in order: each is in one of the
    three; beside are those the pattern says nothing of, all of them when there is no pattern.
    `counted`: the counts that may be read. `side_by_side`: when there are too few, the stories by
    answer, to read beside each other. `picture`: when it shows. `left`: who is not in it. `sentence_nl`, `sentence_en`: in words.
    """

    questions: tuple[str, ...]
    parts: tuple[str, ...]
    names: tuple[str, ...]
    found: Found
    q: float | None
    state: State
    shown: Shown | None
    counted: Counted | None
    with_it: tuple[Id, ...]
    against: tuple[Id, ...]
    beside: tuple[Id, ...]
    side_by_side: tuple[StoriesOf, ...]
    picture: Picture | None
    left: Left
    sentence_nl: str
    sentence_en: str

    @property
    def shows(self) -> bool:
        return self.state == "shows"


@dataclass(frozen=True, eq=False)
class Patterns:
    """All comparisons, those that show first and the surest of them on top.

    `stories`, `tellers`: how many. `compared`: how many comparisons were in the family. `questions`:
    what was answered to each question. `varied`: ids of a few stories that differ most, to read first.
    `side_by_side`: below 80 stories, all of them by answer to each question.
    """

    stories: int
    tellers: int
    compared: int
    results: tuple[Pattern, ...]
    questions: tuple[QuestionView, ...]
    varied: tuple[Id, ...]
    side_by_side: tuple[StoriesOf, ...]

    @property
    def enough(self) -> bool:
        """Are there as many stories as statistics begin at?"""
        return self.stories >= ENOUGH_STORIES

    def overview(self, language: Language = "nl") -> tuple[str, ...]:
        """What the whole says and how sure that is, one sentence each."""
        showing = sum(pattern.shows for pattern in self.results)
        return overview(language, self.stories, self.tellers, self.compared, showing, enough=self.enough)


def patterns(
    answers: Answers, *, family: Family | None = None, seed: int = 0, progress: Progress | None = None
) -> Patterns:
    """What returns across these stories, and how sure that is.

    `family`: which questions to compare, by id: pairs, and triples choice x scale x choice; every pair
    when None. All of it counts for the false discoveries, so declare it before you look. The answer
    depends on neither the order of the stories nor that of the questions. Raises AnswersError when the
    family names a question that is not there. `progress` is told (comparisons done, all of them).
    """
    given = answers.sorted()
    parts: dict[str, list[Subject]] = {question.id: [] for question in given.questions}
    for subject in subjects(given):
        parts[subject.question.id].append(subject)
    whose = given.teller_codes()
    asked = [members for ids in _declared(given, family) for members in product(*(parts[one] for one in ids))]
    together = compare_pairs([(members[0], members[1]) for members in asked if len(members) == 2], whose, seed)
    unsure = []
    for members in asked:
        known = together.get((members[0].key, members[1].key)) if len(members) == 2 else None
        unsure.append(_compared(members, known, whose, seed))
        if progress is not None:
            progress(len(unsure), len(asked))
    results = sorted(_judged(unsure, given, whose, seed), key=_surest_first)
    return Patterns(
        stories=len(given.stories),
        tellers=len(set(given.tellers)),
        compared=sum(one.q is not None for one in results),
        results=tuple(results),
        questions=tuple(view(answers_of, given) for answers_of in answers.questions),
        varied=varied(given, VARIED),
        side_by_side=_side_by_side(given, answers.questions) if len(given.stories) < ENOUGH_STORIES else (),
    )


def _side_by_side(answers: Answers, questions: tuple[Question, ...]) -> tuple[StoriesOf, ...]:
    return tuple(one for question in questions for one in by_answer(question, answers))


@dataclass(frozen=True, eq=False)
class _Compared:
    members: tuple[Subject, ...]
    kept: Flags
    found: Found

    @property
    def counts(self) -> bool:
        """Does it belong to the family? Enough tellers answered, and not all the same."""
        return self.found.comparable


def _declared(answers: Answers, family: Family | None) -> Family:
    """The family in an order of its own; of a triple the scale stands in the middle."""
    kinds = {question.id: question.kind for question in answers.questions}
    if family is None:
        return tuple(combinations(sorted(kinds), 2))
    found = set()
    for ids in family:
        unknown = [one for one in ids if one not in kinds]
        if unknown:
            raise AnswersError(f"the family names {unknown[0]!r}, which is no question")
        if len(set(ids)) != len(ids) or len(ids) not in (2, 3):
            raise AnswersError(f"the family names {ids!r}, expected two or three different questions")
        if len(ids) == 3 and tuple(kinds[one] for one in ids) != ("choice", "scale", "choice"):
            raise AnswersError(f"the family names {ids!r}, expected a choice, a scale and a choice")
        found.add(tuple(sorted(ids)) if len(ids) == 2 else min(tuple(ids), tuple(ids[::-1])))
    return tuple(sorted(found, key=lambda ids: (len(ids), ids)))


def _compared(members: tuple[Subject, ...], known: Found | None, whose: Whole, seed: int) -> _Compared:
    kept = np.all([member.answered for member in members], axis=0)
    tellers = len(np.unique(whose[kept]))
    if tellers < FEWEST_TELLERS:
        return _Compared(members, kept, nothing(int(kept.sum()), tellers, int((~kept).sum()), NOT_COMPARED))
    if known is not None:
        return _Compared(members, kept, known)
    if len(members) == 2:
        return _Compared(members, kept, compare(members[0], members[1], whose, seed))
    return _Compared(members, kept, compare_three(members[0], members[1], members[2], whose, seed))


def _judged(unsure: list[_Compared], answers: Answers, whose: Whole, seed: int) -> list[Pattern]:
    chances = iter(adjusted([one.found.p for one in unsure if one.counts]).tolist())
    return [_pattern(one, next(chances) if one.counts else None, answers, whose, seed) for one in unsure]


def _pattern(one: _Compared, q: float | None, answers: Answers, whose: Whole, seed: int) -> Pattern:
    state = _state(one.found, q, len(answers.stories))
    members = tuple(member.only(one.kept) for member in one.members)
    stories = _ids(answers.stories, one.kept)
    tellers = whose[one.kept]
    shown = _strongest(members, tellers, seed) if state == "shows" else None
    names = tuple(member.name for member in one.members)
    drawn = _picture(members, shown, stories, tellers) if state == "shows" else None
    counts = counted(shown, tellers) if shown else None
    with_it = shown.with_it if shown else np.zeros(len(stories), dtype=bool)
    left = left_out(one.kept, whose)
    against = shown.against if shown else np.zeros(len(stories), dtype=bool)
    return Pattern(
        questions=tuple(member.question.id for member in members),
        parts=tuple(member.key for member in members),
        names=names,
        found=one.found,
        q=q,
        state=state,
        shown=shown,
        counted=counts,
        with_it=_ids(stories, with_it),
        against=_ids(stories, against),
        beside=_ids(stories, ~(with_it | against)),
        side_by_side=side_by_side(members[0], members[1], stories) if state == "too_few" else (),
        picture=drawn,
        left=left,
        sentence_nl=said("nl", state, names, one.found, shown, counts, left),
        sentence_en=said("en", state, names, one.found, shown, counts, left),
    )


def _strongest(members: tuple[Subject, ...], tellers: Whole, seed: int) -> Shown | None:
    if len(members) == 2:
        return strongest(members[0], members[1], tellers, seed)
    return strongest_of_three(members[0], members[1], members[2], tellers, seed)


def _picture(members: tuple[Subject, ...], shown: Shown | None, stories: tuple[Id, ...], tellers: Whole) -> Picture:
    if len(members) == 2:
        return picture(members[0], members[1], shown, stories, tellers)
    return picture_of_three(members[0], members[1], members[2], stories, tellers)


def _state(found: Found, q: float | None, stories: int) -> State:
    if q is not None and q <= DEMONSTRABLE:
        return "shows"
    if found.tellers < FEWEST_TELLERS or stories < ENOUGH_STORIES:
        return "too_few"
    return "not_clear" if found.comparable else "nothing"


def _ids(stories: tuple[Id, ...], member: Flags) -> tuple[Id, ...]:
    return tuple(compress(stories, member.tolist()))


def _surest_first(pattern: Pattern) -> tuple[bool, bool, float, int, float, tuple[str, ...]]:
    """Of equals two questions before three, then the larger effect."""
    effect = -abs(pattern.found.effect)
    return not pattern.shows, pattern.q is None, pattern.q or 0.0, len(pattern.parts), effect, pattern.parts
