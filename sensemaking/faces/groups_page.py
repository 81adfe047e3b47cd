"""Groups as one page: first whether there are any and how sure that is, then what connects, what
divides, what is not known, the few, what is typical, everything in one table, and how it was computed."""

from __future__ import annotations

from collections.abc import Sequence

from sensemaking.faces.groups_page_words import WORDS, how_computed
from sensemaking.faces.groups_text import heading, words_of
from sensemaking.faces.groups_words import (
    FILLINGS,
    SHAPE_NAMES,
    said_about,
    said_firm,
    said_loose_people,
    said_overview,
    said_range,
    said_sure,
    said_view,
    share_range,
)
from sensemaking.faces.page import Html, Language, Part, document, figure, join, paragraphs, table, tag
from sensemaking.faces.reading_polis import PolisExport
from sensemaking.faces.svg import bar, plane, shape, span
from sensemaking.opinion.judge import StatementView
from sensemaking.opinion.landscape import Landscape
from sensemaking.opinion.votes import Id

SHOWN_OF_UNKNOWN = 12


def landscape_page(language: Language, name: str, export: PolisExport, seen: Landscape, seed: int) -> Html:
    """The page of one conversation. `name`: what it is called, above the title."""
    return _Page(language, export, seen).drawn(name, seed)


class _Page:
    """The parts of one page, with what they all need: the language, the words and the landscape."""

    def __init__(self, language: Language, export: PolisExport, seen: Landscape) -> None:
        self.language, self.export, self.seen = language, export, seen
        self.words = WORDS[language]

    def drawn(self, name: str, seed: int) -> Html:
        state, *rest = said_overview(self.language, self.seen)
        return document(
            self.language,
            state,
            f"{name}: {heading(self.language, self.export)}",
            rest,
            [part for part in self._parts(seed) if part],
            self.words["contents"],
            self.words["foot"],
        )

    def _parts(self, seed: int) -> list[Part | None]:
        return [
            self._known(),
            self._map(),
            self._shared("bridges", self.seen.bridges, "agree"),
            self._shared("shared_no", self.seen.shared_no, "disagree"),
            self._divides(),
            self._unknown(),
            self._few(),
            self._typical(),
            self._all(),
            Part(
                "how",
                self.words["how"],
                paragraphs(how_computed(self.language, self.seen.chance, self.seen.components, seed)),
            ),
        ]

    def _known(self) -> Part:
        words, everything = self.words, len(self.seen.statements)
        counts = {
            "bridges": len(self.seen.bridges),
            "shared_no": len(self.seen.shared_no),
            "divides": len(self.seen.dividing),
            "unknown": len(self.seen.unknown),
        }
        sure = everything - counts["unknown"]
        lead = words["known_lead" if sure else "known_lead_none"]
        rows = [
            (
                tag("a", words[key], href=f"#{key}") if n else words[key],
                str(n),
                bar(n / max(1, everything)),
            )
            for key, n in counts.items()
        ]
        drawn = table(words["known"], (words["what"], words["how_many"], words["of_all"]), rows, "figures", says=False)
        said = lead.format(sure=sure, all=everything, unknown=counts["unknown"])
        return Part("known", words["known"], join(tag("p", said), drawn))

    def _map(self) -> Part:
        words, seen = self.words, self.seen
        if not seen.places:
            return Part("map", words["map"], tag("p", words["no_map"]))
        names = SHAPE_NAMES[self.language]
        sizes = ", ".join(f"{len(group.people)} {names[group.number]}" for group in seen.groups)
        about = words["map_desc_groups"].format(sizes=sizes) if seen.groups else words["map_desc"]
        drawn = plane("plane", words["map"], about, [(p.x, p.y, p.group) for p in seen.places])
        return Part("map", words["map"], tag("div", figure(drawn, words["map_about"], self._map_tables())))

    def _map_tables(self) -> Html:
        words, seen = self.words, self.seen
        numbers = [
            (words["number_1"] if k == 1 else str(k), f"{share:.0%}".replace("%", " %"), bar(share))
            for k, share in seen.numbers
            if share > 0 and (seen.groups or seen.numbers[0][0] == 1)
        ]
        counted = (
            table(words["numbers_table"], (words["number"], words["share"], ""), numbers, "figures") if numbers else ""
        )
        if not seen.groups:
            rows = [(words["one_room"], str(len(seen.places)))]
            return tag(
                "div",
                table(words["map"], (words["group"], words["on_map"]), rows, "figures", says=False),
                counted,
                cls="grid",
            )
        names = SHAPE_NAMES[self.language]
        rows_of_groups = [
            (join(shape(g.number), names[g.number]), str(len(g.people)), said_firm(self.language, g.stability))
            for g in seen.groups
        ]
        first = table(
            words["groups_table"], (words["group"], words["people"], words["firm"]), rows_of_groups, "figures"
        )
        said = tag(
            "div", first, tag("p", said_loose_people(self.language, seen)), tag("p", words["firm_about"], cls="soft")
        )
        return tag("div", said, counted, cls="grid")

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
            words["bar_about"].replace("eens", "oneens").replace("agrees", "disagrees")
            if side == "disagree"
            else words["bar_about"],
            *([" ", words["bar_about_groups"]] if self.seen.groups else []),
            cls="soft",
        )
        items = [self._measured(view, side) for view in views]
        return Part(key, words[key], join(about, bars, tag("ul", *items, cls="sentences")))

    def _measured(self, view: StatementView, side: str) -> Html:
        found = share_range(view, side)
        drawn = span(found[0] / 100, found[1] / 100) if found else ""
        said = said_sure(self.language, view.agree if side == "agree" else view.disagree)
        shown = (
            self.words[f"{side}_range"].format(range=said_range(self.language, found))
            if found
            else said_range(self.language, None)
        )
        sureness = tag("p", drawn, tag("span", shown), tag("span", said), cls="sureness")
        views = self._views(view) if view.by_group else ""
        return tag("li", self._words(view.statement), views, sureness, cls="measured")

    def _divides(self) -> Part | None:
        if not self.seen.dividing:
            return None
        room = "" if self.seen.groups else "_room"
        items = [
            tag(
                "li",
                self._words(view.statement),
                self._views(view),
                tag("p", said_sure(self.language, view.divides), cls="sureness"),
                cls="measured",
            )
            for view in self.seen.dividing
        ]
        about = tag("p", self.words[f"divides_about{room}"])
        return Part("divides", self.words["divides"], join(about, tag("ul", *items, cls="sentences")))

    def _unknown(self) -> Part | None:
        views = self.seen.unknown
        if not views:
            return None
        shown = views[:SHOWN_OF_UNKNOWN]
        items = [tag("li", self._words(view.statement), self._views(view)) for view in shown]
        rest = len(views) - len(shown)
        more = tag("p", tag("a", self.words["more"].format(n=rest), href="#all")) if rest else ""
        return Part(
            "unknown",
            self.words["unknown"],
            join(tag("p", self.words["unknown_about"]), tag("ul", *items, cls="sentences"), more),
        )

    def _few(self) -> Part | None:
        if not self.seen.few:
            return None
        views = {view.statement: view for view in self.seen.statements}
        items = [tag("li", self._words(one), self._views(views[one])) for one in self.seen.few]
        return Part(
            "few", self.words["few"], join(tag("p", self.words["few_about"]), tag("ul", *items, cls="sentences"))
        )

    def _typical(self) -> Part | None:
        if not self.seen.groups:
            return None
        blocks = [tag("p", self.words["typical_about"])]
        for group in self.seen.groups:
            blocks.append(
                tag("h3", shape(group.number), " ", SHAPE_NAMES[self.language][group.number], cls="with-shape")
            )
            items = [
                tag(
                    "li",
                    self._words(one.statement),
                    tag(
                        "p",
                        tag(
                            "span",
                            shape(group.number, "full" if one.direction == "agree" else "open"),
                            self.words[one.direction],
                        ),
                        cls="views",
                    ),
                )
                for one in group.typical
            ]
            blocks.append(
                tag("ul", *items, cls="sentences") if items else tag("p", self.words["typical_none"], cls="soft")
            )
        return Part("typical", self.words["typical"], join(*blocks))

    def _all(self) -> Part:
        names = [SHAPE_NAMES[self.language][group.number] for group in self.seen.groups] or [self.words["room"]]
        rows = [
            (self._named(view.statement), *self._cells(view), said_about(self.language, view))
            for view in self.seen.statements
        ]
        head = (self.words["statement"], *names, self.words["says"])
        return Part("all", self.words["all"], table(self.words["all"], head, rows, "says", says=False))

    def _cells(self, view: StatementView) -> list[Html]:
        if not view.by_group:
            return [tag("span", said_view(self.language, view.room_view))]
        return [
            tag("span", shape(g, FILLINGS[one]), said_view(self.language, one), cls="view")
            for g, one in enumerate(view.group_views)
        ]

    def _views(self, view: StatementView) -> Html:
        return tag("p", *self._cells(view), cls="views")

    def _words(self, statement: Id) -> Html:
        return tag("p", self._named(statement), cls="voice")

    def _named(self, statement: Id) -> str:
        return words_of(self.export, statement) or f"{self.words['statement']} {statement}"
