"""Groups as one page: first whether there are any and how sure that is, then what connects, what
divides, what is not known, the few, what is typical, everything in one table, and how it was computed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from sensemaking.faces.groups_page_words import WORDS, how_computed
from sensemaking.faces.groups_picture import known_part, map_part
from sensemaking.faces.groups_text import DIRECTIONS, heading, words_of
from sensemaking.faces.groups_words import (
    FILLINGS,
    SHAPE_NAMES,
    part_range,
    said_range,
    said_sure,
    said_together,
    share_range,
)
from sensemaking.faces.page import Html, Language, Part, document, join, paragraphs, table, tag
from sensemaking.faces.reading_polis import PolisExport
from sensemaking.faces.svg import shape, span
from sensemaking.opinion.judge import NEARLY_CERTAIN, SURE, Opposed, Shared, StatementView
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.sentences import (
    about,
    about_few,
    about_group,
    about_typical,
    group_words,
    how_sure,
    overview,
)
from sensemaking.opinion.typical import Typical
from sensemaking.opinion.votes import Id

SHOWN_OF_UNKNOWN = 12
SHOWN_OF_TYPICAL = 10


def landscape_page(language: Language, name: str, export: PolisExport, seen: Landscape, seed: int) -> Html:
    """The page of one conversation. `name`: what it is called, above the title."""
    return _Page(language, export, seen).drawn(name, seed)


class _Page:
    """The parts of one page, with what they all need: the language, the words and the landscape."""

    def __init__(self, language: Language, export: PolisExport, seen: Landscape) -> None:
        self.language, self.export, self.seen = language, export, seen
        self.words = WORDS[language]

    def drawn(self, name: str, seed: int) -> Html:
        state, *rest = overview(self.seen, self.language)
        return document(
            self.language,
            state,
            f"{name}: {heading(self.language, self.export, len(self.seen.places) or None)}",
            rest,
            [part for part in self._parts(seed) if part],
            self.words["contents"],
            self.words["foot"],
        )

    def _parts(self, seed: int) -> list[Part | None]:
        return [
            known_part(self.language, self.seen),
            map_part(self.language, self.seen),
            self._shared("bridges", self.seen.bridges, "agree"),
            self._shared("shared_no", self.seen.shared_no, "disagree"),
            self._divides(),
            self._unknown(),
            self._few(),
            self._typical(),
            self._between(),
            self._all(),
            Part(
                "how",
                self.words["how"],
                paragraphs(how_computed(self.language, self.seen.chance, self.seen.components, seed)),
            ),
        ]

    def _shared(self, key: str, views: Sequence[StatementView], side: str) -> Part | None:
        words = self.words
        if not views and key != "bridges":
            return None
        if not views:
            return Part(key, words[key], tag("p", words["bridges_none"]))
        room = "" if self.seen.groups else "_room"
        about = tag("p", words[f"{key}_about{room}"])
        bars = tag(
            "p",
            words["bar_about"].format(side=DIRECTIONS[self.language][side]),
            *([" ", words["bar_about_groups"]] if self.seen.groups else []),
            cls="soft",
        )
        sure = self._sureness_of([view.agree if side == "agree" else view.disagree for view in views])
        items = [self._measured(view, side) for view in views]
        return Part(key, words[key], join(about, bars, sure, tag("ul", *items, cls="sentences")))

    def _sureness_of(self, probabilities: Sequence[float]) -> Html:
        """What the words for sureness mean, and how sure a whole list is."""
        means = self.words["sure_about"].format(nearly=round(100 * NEARLY_CERTAIN), sure=round(100 * SURE))
        return tag("p", " ".join([means, said_together(self.words, probabilities)]).strip(), cls="soft")

    def _measured(self, view: StatementView, side: str) -> Html:
        said = how_sure(view, self.language)
        sureness = tag("p", self._range(view, side), tag("span", said), cls="sureness")
        views = self._views(view) if view.by_group else ""
        return tag("li", self._words(view.statement), views, sureness, cls="measured")

    def _range(self, view: StatementView, side: str) -> Html:
        """The share that agrees or disagrees as a bar and in words; words alone where it may be no figure."""
        found = share_range(view, side)
        if found is None:
            return tag("span", said_range(self.language, None))
        shown = self.words[f"{side}_range"].format(range=said_range(self.language, found))
        return join(span(found[0] / 100, found[1] / 100), tag("span", shown))

    def _divides(self) -> Part | None:
        if not self.seen.dividing:
            return None
        room = "" if self.seen.groups else "_room"
        items = []
        for view in self.seen.dividing:
            said = tag("p", tag("span", how_sure(view, self.language)), cls="sureness")
            views = self._views(view) if view.by_group else ""
            items.append(tag("li", self._words(view.statement), views, said, cls="measured"))
        sure = self._sureness_of([view.divides for view in self.seen.dividing])
        about = join(tag("p", self.words[f"divides_about{room}"]), sure)
        return Part("divides", self.words["divides"], join(about, tag("ul", *items, cls="sentences")))

    def _unknown(self) -> Part | None:
        views = self.seen.unknown
        if not views:
            return None
        shown = views[:SHOWN_OF_UNKNOWN]
        items = [
            tag(
                "li",
                self._words(view.statement),
                self._views(view) if view.by_group else "",
                self._ranges(view),
                cls="measured",
            )
            for view in shown
        ]
        rest = len(views) - len(shown)
        more = (
            tag("p", tag("a", self.words["more_one" if rest == 1 else "more"].format(n=rest), href="#all"))
            if rest
            else ""
        )
        return Part(
            "unknown",
            self.words["unknown"],
            join(
                tag("p", self.words["unknown_about"]),
                tag("p", self.words["unknown_side"], cls="soft"),
                tag("ul", *items, cls="sentences"),
                more,
            ),
        )

    def _ranges(self, view: StatementView) -> Html:
        """What is not known yet: the share that agrees in each group, or how the room answered in a word."""
        parts = [part_range(view, part) for part in view.by_group]
        if not parts:
            return tag("p", tag("span", group_words(view.room_view, self.language)), cls="sureness")
        if not any(parts):
            return tag("p", tag("span", said_range(self.language, None)), cls="sureness")
        drawn = []
        for g, found in enumerate(parts):
            said = said_range(self.language, found)
            bar = span(found[0] / 100, found[1] / 100) if found else Html()
            shown = self.words["agree_range"].format(range=said) if found else said
            drawn += [bar, tag("span", shape(g), shown, cls="view")]
        return tag("p", *drawn, cls="sureness")

    def _few(self) -> Part | None:
        if not self.seen.few:
            return None
        views = {view.statement: view for view in self.seen.statements}
        items = [tag("li", self._words(one), self._views(views[one])) for one in self.seen.few]
        shared = {view.statement for view in self.seen.bridges} >= set(self.seen.few)
        return Part(
            "few",
            self.words["few"],
            join(
                paragraphs(about_few(self.seen, self.language)),
                tag("p", self.words["few_about"]),
                tag("p", self.words["few_shared"]) if shared else "",
                tag("ul", *items, cls="sentences"),
            ),
        )

    def _between(self) -> Part | None:
        """What connects and what divides two of them, where there are three or more."""
        seen, words = self.seen, self.words
        if len(seen.groups) < 3:
            return None
        names, blocks = SHAPE_NAMES[self.language], [tag("p", words["between_about"])]
        everywhere = {view.statement for view in seen.bridges}
        for a, b in combinations(range(len(seen.groups)), 2):
            alone = [one for one in seen.between(a, b) if one.statement not in everywhere]
            pair: tuple[Shared | Opposed, ...] = (*alone, *seen.apart(a, b))
            title = tag("h3", shape(a), names[a], shape(b), names[b], cls="with-shape")
            rows = [
                (
                    self._named(one.statement),
                    words["connects" if isinstance(one, Shared) else "parts"],
                    said_sure(self.language, one.probability),
                )
                for one in pair
            ]
            head = (words["statement"], words["between_head"], "")
            caption = f"{names[a]}, {names[b]}"
            drawn = (
                table(caption, head, rows, "says", says=False, stacks=True) if rows else tag("p", words["bridges_none"])
            )
            blocks += [title, drawn]
        return Part("between", words["between"], join(*blocks))

    def _typical(self) -> Part | None:
        if not self.seen.groups:
            return None
        blocks = [tag("p", self.words["typical_about"])]
        for group in self.seen.groups:
            name = SHAPE_NAMES[self.language][group.number]
            blocks.append(tag("h3", shape(group.number), " ", name, cls="with-shape"))
            blocks.append(paragraphs(about_group(group, self.language)))
            items = [self._typical_item(group.number, one) for one in group.typical[:SHOWN_OF_TYPICAL]]
            blocks.append(tag("ul", *items, cls="sentences") if items else Html())
            if len(group.typical) > SHOWN_OF_TYPICAL:
                rest = len(group.typical) - SHOWN_OF_TYPICAL
                blocks.append(
                    tag("p", self.words["more_typical_one" if rest == 1 else "more_typical"].format(n=rest), cls="soft")
                )
        return Part("typical", self.words["typical"], join(*blocks))

    def _typical_item(self, number: int, one: Typical) -> Html:
        drawn = shape(number, "full" if one.direction == "agree" else "open")
        said = tag("p", tag("span", drawn, about_typical(one, self.language)), cls="views")
        return tag("li", self._words(one.statement), said)

    def _all(self) -> Part:
        names = [SHAPE_NAMES[self.language][group.number] for group in self.seen.groups] or [self.words["room"]]
        rows = [
            (self._named(view.statement), *self._cells(view), about(view, self.language))
            for view in self.seen.statements
        ]
        answered = [self.words["answered"].format(name=name) for name in names]
        head = (self.words["statement"], *answered, self.words["says"])
        drawn = table(self.words["all"], head, rows, "says", says=False, stacks=True)
        return Part("all", self.words["all"], join(tag("p", self.words["all_about"]), drawn))

    def _cells(self, view: StatementView) -> list[Html]:
        if not view.by_group:
            return [tag("span", group_words(view.room_view, self.language))]
        return [
            tag("span", shape(g, FILLINGS[one]), group_words(one, self.language), cls="view")
            for g, one in enumerate(view.group_views)
        ]

    def _views(self, view: StatementView) -> Html:
        return tag("p", *self._cells(view), cls="views")

    def _words(self, statement: Id) -> Html:
        return tag("p", self._named(statement), cls="voice")

    def _named(self, statement: Id) -> str:
        return words_of(self.export, statement) or f"{self.words['statement']} {statement}"
