"""A comparison in plain sentences, Dutch and English, so that it reads without the picture.

No count below five is written, and nothing here says what causes what.
"""

from __future__ import annotations

from typing import Literal

from sensemaking.patterns.counting import Counted
from sensemaking.patterns.found import Found
from sensemaking.patterns.showing import Answer, Shown
from sensemaking.patterns.three_way import Within
from sensemaking.patterns.wording import DUTCH, ENGLISH, Wording
from sensemaking.small import FEWEST

Language = Literal["nl", "en"]
State = Literal["shows", "not_clear", "too_few", "nothing"]
WORDINGS: dict[Language, Wording] = {"nl": DUTCH, "en": ENGLISH}
STEPS = {
    "Cliff's delta": (0.15, 0.33, 0.47),
    "shared spread": (0.01, 0.06, 0.14),
}
STEPS_OF_CORRELATIONS = (0.1, 0.3, 0.5)
EFFECTS_WITH_SIGN = ("Cliff's delta", "Spearman's rho")


def said(
    language: Language,
    state: State,
    names: tuple[str, ...],
    found: Found,
    shown: Shown | None = None,
    counted: Counted | None = None,
) -> str:
    """What may be said of one comparison; `names`: of the questions."""
    words = WORDINGS[language]
    about = words.joined(names)
    if state == "nothing":
        return words.nothing.format(about=about)
    if state == "too_few":
        return words.too_few.format(about=about)
    if state == "not_clear":
        return words.not_clear.format(about=about, n=found.n)
    if shown is None or counted is None:
        return " ".join([words.somewhere.format(about=about), _strength(words, found), _base(words, found)])
    return " ".join([*_pattern(words, shown, counted, found.n), _strength(words, shown.found), _base(words, found)])


def overview(
    language: Language, stories: int, tellers: int, compared: int, showing: int, enough: bool
) -> tuple[str, ...]:
    """What the whole says and how sure that is, one sentence each."""
    words = WORDINGS[language]
    told = [words.read.format(stories=words.figure(stories), tellers=words.figure(tellers))]
    if not enough:
        told.append(words.below)
    if not compared:
        return (*told, words.no_comparison)
    told.append(words.compared.format(compared=compared, showing=words.showing(showing)))
    if showing:
        told += [words.chance, words.no_cause]
    else:
        told.append(words.none_is_not_none)
    return tuple(told)


def _pattern(words: Wording, shown: Shown, counted: Counted, n: int) -> list[str]:
    main, *more = _relation(words, shown, counted)
    return [main[0].upper() + main[1:], *more, *_seen(words, counted, n)]


def _relation(words: Wording, shown: Shown, counted: Counted) -> list[str]:
    if isinstance(shown, Within):
        main = words.within.format(
            group=shown.group.end,
            group_name=shown.group.feature.question.name,
            first=words.who(shown.first),
            second=words.does(shown.second),
        )
        return [main + _of(words, counted), words.less_elsewhere]
    if shown.first.feature.yes_no:
        main = words.pair.format(first=words.who(shown.first), second=words.does(shown.second))
        return [main + _of(words, counted)]
    main = words.slope.format(first=words.closer(shown.first), second=words.closer(shown.second))
    return [f"{main}."]


def _of(words: Wording, counted: Counted) -> str:
    if counted.chosen is None:
        return "."
    if counted.with_it is None:
        return f"{words.most_of.format(chosen=counted.chosen)}." if counted.most else "."
    told = words.of.format(with_it=counted.with_it, chosen=counted.chosen)
    if counted.other_with is not None and counted.others is not None:
        told += words.and_others.format(other_with=counted.other_with, others=counted.others)
    return f"{told}."


def _seen(words: Wording, counted: Counted, n: int) -> list[str]:
    if counted.with_it is None or counted.against is None:
        return [words.no_counts]
    return [words.seen.format(with_it=counted.with_it, n=n, against=words.stories(counted.against))]


def _strength(words: Wording, found: Found) -> str:
    sign = -1.0 if found.effect_name in EFFECTS_WITH_SIGN and found.effect < 0 else 1.0
    here, *ends = (
        words.strengths[_step(found.effect_name, sign * size)] for size in (found.effect, found.low, found.high)
    )
    low, high = ends if sign > 0 else ends[::-1]
    if low == high:
        return words.strength.format(here=here)
    return words.strength_between.format(here=here, low=low, high=high)


def _step(effect_name: str, size: float) -> int:
    return sum(size >= step for step in STEPS.get(effect_name, STEPS_OF_CORRELATIONS))


def _base(words: Wording, found: Found) -> str:
    told = words.base.format(n=found.n, tellers=found.tellers)
    if not found.missing:
        return f"{told}."
    missing = str(found.missing) if found.missing >= FEWEST else words.a_few
    return f"{told}{words.missing.format(missing=missing)}."


def answer_words(language: Language, answer: Answer) -> str:
    """An answer in a few words, for a heading or a table."""
    return WORDINGS[language].closer(answer) if not answer.feature.yes_no else answer.end
