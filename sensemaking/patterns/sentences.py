"""A comparison in plain sentences, Dutch and English, so that it reads without the picture.

No count below five is written, and nothing here says what causes what.
"""

from __future__ import annotations

from typing import Literal

from sensemaking.patterns.counting import Counted, Left
from sensemaking.patterns.found import Found
from sensemaking.patterns.showing import Shown
from sensemaking.patterns.three_way import Within
from sensemaking.patterns.wording import DUTCH, ENGLISH, Wording

Language = Literal["nl", "en"]
State = Literal["shows", "not_clear", "too_few", "nothing"]
WORDINGS: dict[Language, Wording] = {"nl": DUTCH, "en": ENGLISH}
STEPS = {
    "Cliff's delta": (0.15, 0.33, 0.47),
    "shared spread": (0.01, 0.06, 0.14),
    "epsilon squared": (0.01, 0.06, 0.14),
}
STEPS_OF_CORRELATIONS = (0.1, 0.3, 0.5)
NOBODY_LEFT = Left()
EFFECTS_WITH_SIGN = ("Cliff's delta", "Spearman's rho")


def said(
    language: Language,
    state: State,
    names: tuple[str, ...],
    found: Found,
    shown: Shown | None = None,
    counted: Counted | None = None,
    left: Left = NOBODY_LEFT,
) -> str:
    """What may be said of one comparison; `names`: of the questions."""
    words = WORDINGS[language]
    about = words.joined(names)
    if state == "nothing":
        return words.nothing.format(about=about)
    if state == "too_few":
        return words.too_few.format(about=about)
    if state == "not_clear":
        return (words.not_clear_nearly_all if left.few else words.not_clear).format(about=about, n=found.n)
    if shown is None or counted is None:
        return " ".join([words.somewhere.format(about=about), _strength(words, found), _base(words, found, left)])
    told = [*_relation(words, shown), *_counts(words, shown, counted, left)]
    return " ".join([*told, _strength(words, shown.found), _base(words, found, left)])


def strength(language: Language, found: Found) -> str:
    """The size of an effect in one word or two."""
    return WORDINGS[language].strengths[_steps(found)[0]]


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


def _relation(words: Wording, shown: Shown) -> list[str]:
    if isinstance(shown, Within):
        main = words.within.format(
            group=shown.group.end,
            group_name=shown.group.feature.question.name,
            first=words.who(shown.first),
            second=words.does(shown.second),
        )
        return [_sentence(main), words.elsewhere[shown.elsewhere]]
    if shown.first.feature.yes_no:
        return [_sentence(words.pair.format(first=words.who(shown.first), second=words.does(shown.second)))]
    return [_sentence(words.slope.format(first=words.closer(shown.first), second=words.closer(shown.second)))]


def _sentence(main: str) -> str:
    return f"{main[0].upper()}{main[1:]}."


def _counts(words: Wording, shown: Shown, counted: Counted, left: Left) -> list[str]:
    """How many; never so that those left out can be worked out when they are few."""
    slope = not shown.first.feature.yes_no
    which = _which(words, shown)
    if counted.chosen is None or (slope and left.few):
        most = words.most.format(which=which) if counted.most else ""
        return [one for one in (most, words.no_counts) if one]
    if counted.with_it is None or counted.against is None:
        most = words.most_of.format(chosen=counted.chosen, which=which) if counted.most else ""
        return [one for one in (most, words.no_counts) if one]
    told = [_for_and_against(words, counted.with_it, counted.chosen, counted.against, "" if slope else which)]
    if counted.others is not None and counted.other_with is not None and not left.few:
        other = words.others if counted.other_with else words.none_of_others
        told.append(other.format(others=counted.others, other_with=counted.other_with))
    return told


def _for_and_against(words: Wording, with_it: int, chosen: int, against: int, which: str) -> str:
    some, all_ = (words.of, words.all_of) if which else (words.seen, words.all_seen)
    return (some if against else all_).format(chosen=chosen, which=which, with_it=with_it, against=against)


def _which(words: Wording, shown: Shown) -> str:
    """The stories that a count is of, in words."""
    if isinstance(shown, Within):
        return words.stories_within.format(first=shown.first.end, group=shown.group.end)
    return words.stories_with.format(first=shown.first.end) if shown.first.feature.yes_no else words.all_stories


def _strength(words: Wording, found: Found) -> str:
    here, low, high = _steps(found)
    others = tuple(words.strengths[step] for step in range(min(low, here), max(high, here) + 1) if step != here)
    if not others:
        return words.strength.format(here=words.strengths[here])
    return words.strength_between.format(here=words.strengths[here], others=words.either(others))


def _steps(found: Found) -> tuple[int, int, int]:
    """Which word suits the effect, and the ends of its interval, the weaker one first."""
    sign = -1.0 if found.effect_name in EFFECTS_WITH_SIGN and found.effect < 0 else 1.0
    here, *ends = (_step(found.effect_name, sign * size) for size in (found.effect, found.low, found.high))
    return here, min(ends), max(ends)


def _step(effect_name: str, size: float) -> int:
    return sum(size >= step for step in STEPS.get(effect_name, STEPS_OF_CORRELATIONS))


def _base(words: Wording, found: Found, left: Left) -> str:
    if left.few:
        return words.nearly_all
    told = (words.base_without_tellers if left.few_silent else words.base).format(n=found.n, tellers=found.tellers)
    return f"{told}{words.missing.format(missing=left.stories) if left.stories else ''}."
