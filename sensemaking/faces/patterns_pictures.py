"""The pictures of story answers, each with the table that says the same.

What comes in obeys the rule of five already; nothing here hides a small number.
"""

from __future__ import annotations

from collections.abc import Sequence

from sensemaking.faces.page import Html, Language, figure, join, table, tag
from sensemaking.faces.patterns_words import WORDS, number
from sensemaking.faces.svg import bar, field, line, shape, triangle
from sensemaking.patterns.pictures import Cloud, CrossTable, Picture, Strips, Triangles
from sensemaking.patterns.triads import TriadView
from sensemaking.patterns.views import QuestionView
from sensemaking.small import FEWEST, figure_may_leave


class Pictures:
    """Draws in one language; `name`s become ids and are unique on the page."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words = WORDS[language]

    def of_pattern(self, name: str, drawn: Picture) -> Html:
        if isinstance(drawn, CrossTable):
            return self._cross_table(drawn)
        if isinstance(drawn, Strips):
            return self._strips(name, drawn)
        if isinstance(drawn, Cloud):
            return self._cloud(name, drawn)
        return self._triangles(name, drawn)

    def of_question(self, name: str, view: QuestionView) -> Html:
        question = view.question
        if view.bars:
            return self._bars(question.name, view)
        if question.kind == "scale":
            row = (question.name, view.quartiles)
            place = self.words["place"].format(low=question.low, high=question.high)
            drawn = line(
                name,
                question.name,
                self._desc("strip", question.low, question.high),
                [value / 100 for _, (value, *_rest) in view.dots],
            )
            ends = self._ends(question.low, question.high)
            return figure(join(drawn, ends), place, self._quartiles(question.name, (row,), 100.0, "question"))
        if view.triad is not None:
            corners = [option.words for option in question.options]
            drawn = self._triangle(name, question.name, corners, [shares for _, shares in view.dots], view.triad)
            return join(drawn, tag("p", self.words["centre_about"], cls="soft"))
        return self._stones(name, view)

    def base(self, view: QuestionView, everyone: int) -> Html:
        """How many stories a question rests on, and how many are not in it; the first not when the others are few.

        `everyone`: all tellers; those of a question are not told when fewer than five are silent.
        """
        if not figure_may_leave(view.tellers):
            return tag("p", self.words["few"], cls="soft")
        without = ("missing_some", view.missing), ("not_applicable_some", view.not_applicable)
        said = []
        if all(not n or figure_may_leave(n) for _, n in without):
            few_silent = 0 < everyone - view.tellers < FEWEST
            base = self.words["base_without_tellers" if few_silent else "base"]
            said.append(base.format(n=view.n, tellers=view.tellers))
        for key, n in without:
            if n:
                said.append(self.words[key].format(n=n if figure_may_leave(n) else self.words["few"]))
        return tag("p", "; ".join(said) + ".", cls="soft")

    def label(self, labels: Sequence[str | None], place: int) -> str:
        """The words of an option; of "the stories without it" the option before it."""
        words = labels[place]
        return words if words is not None else self.words["without"].format(before=labels[place - 1])

    def _cross_table(self, drawn: CrossTable) -> Html:
        columns = [self.label(drawn.columns, j) for j in range(len(drawn.columns))]
        rows = [
            (self.label(drawn.rows, i), *(self._count(n) for n in row), self._count(total))
            for i, (row, total) in enumerate(zip(drawn.table.cells, drawn.table.row_totals, strict=True))
        ]
        rows.append(
            (self.words["total"], *(self._count(n) for n in drawn.table.column_totals), self._count(drawn.table.total))
        )
        title = f"{drawn.row_question} × {drawn.column_question}"
        return table(title, (drawn.row_question, *columns, self.words["total"]), rows, "figures", stacks=True)

    def _strips(self, name: str, drawn: Strips) -> Html:
        labels = [strip.label for strip in drawn.strips]
        low, high = drawn.low or "0", drawn.high or drawn.words
        pictures = []
        for i, strip in enumerate(drawn.strips):
            title = self.label(labels, i)
            dots = [value / drawn.end for _, value in strip.dots]
            picture = line(f"{name}-{i}", title, self._desc("strip", low, high), dots) if dots else ""
            pictures += [tag("p", title, cls="strip-name"), picture or tag("p", self.words["few"], cls="soft")]
        rows = [(self.label(labels, i), strip.quartiles) for i, strip in enumerate(drawn.strips)]
        caption = drawn.question + (f": {drawn.words}" if drawn.words else "")
        place = self.words["stone_place" if drawn.words else "place"].format(words=drawn.words, low=low, high=high)
        twin = self._quartiles(f"{drawn.group_question} × {caption}", rows, drawn.end)
        return figure(tag("div", *pictures, self._ends(low, high)), place, twin)

    def _cloud(self, name: str, drawn: Cloud) -> Html:
        x, y = drawn.x, drawn.y
        title = f"{x.question} × {y.question}"
        dots = [(a / x.end, b / y.end, 0) for _, a, b in drawn.dots]
        edges = (
            self._end(x.low, x.words),
            self._end(x.high, x.words),
            self._end(y.low, y.words),
            self._end(y.high, y.words),
        )
        picture = self._framed(field(name, title, self._desc("cloud", *edges), dots), edges)
        return figure(picture, title, self._thirds(title, drawn))

    def _thirds(self, title: str, drawn: Cloud) -> Html:
        x, y = drawn.x, drawn.y
        middle = self.words["middle_third"]
        across = [f"{x.question}: {one}" for one in (x.low or "0", middle, x.high or x.words)]
        up = [f"{y.question}: {one}" for one in (y.low or "0", middle, y.high or y.words)]
        rows = [(up[i], *(self._count(n) for n in drawn.thirds.cells[i])) for i in (2, 1, 0)]
        return table(title, (self.words["stories"], *across), rows, "figures", says=False, stacks=True)

    def _triangles(self, name: str, drawn: Triangles) -> Html:
        labels = [one.label for one in drawn.triangles]
        several = []
        for i, one in enumerate(drawn.triangles):
            title = f"{drawn.group_question}: {self.label(labels, i)}"
            if one.view is None:
                several.append(tag("div", tag("p", title, cls="strip-name"), tag("p", self.words["few"], cls="soft")))
                continue
            shares = [three for _, three in one.dots]
            several.append(tag("div", self._triangle(f"{name}-{i}", title, drawn.corners, shares, one.view)))
        return join(tag("div", *several, cls="grid small"), tag("p", self.words["centre_about"], cls="soft"))

    def _triangle(
        self, name: str, title: str, corners: Sequence[str], shares: Sequence[Sequence[float]], view: TriadView
    ) -> Html:
        drawn = triangle(
            name, title, self._desc("triangle", *corners), shares, [0] * len(shares), view.centre, view.region
        )
        top, left, right = (tag("span", corner) for corner in corners)
        picture = tag("div", top, drawn, left, right, cls="corners")
        centre = view.centre or (None, None, None)
        rows = [
            (corner, "-" if share is None else f"{round(100 * share)} %", "" if share is None else bar(share))
            for corner, share in zip(corners, centre, strict=True)
        ]
        twin = table(
            title,
            (self.words["corner"], self.words["centre"], self.words["share"]),
            rows,
            "figures",
            says=False,
            stacks=True,
        )
        warning = tag("p", self.words["huddles"], cls="note") if view.huddles else ""
        return join(figure(picture, title, twin, above=True), warning)

    def _stones(self, name: str, view: QuestionView) -> Html:
        question = view.question
        count = len(question.options)
        dots = [
            (places[2 * s], places[2 * s + 1], s)
            for _, places in view.dots
            for s in range(count)
            if places[2 * s] == places[2 * s]
        ]
        edges = (question.low, question.high, question.bottom, question.top)
        picture = self._framed(field(name, question.name, self._desc("stones", *edges), dots), edges)
        rows = [
            (
                join(shape(s), stone.stone),
                *(("-", "-") if stone.median is None else (f"{100 * one:.0f}" for one in stone.median)),
            )
            for s, stone in enumerate(view.stones)
        ]
        head = (
            self.words["stone"],
            self.words["across"],
            self.words["up"],
        )
        said = self.words["tables"].format(left=edges[0], right=edges[1], bottom=edges[2], top=edges[3])
        return figure(picture, said, table(question.name, head, rows, "figures", says=False, stacks=True))

    def _bars(self, title: str, view: QuestionView) -> Html:
        rows = [
            (one.words, self._count(one.count), "" if one.count is None else bar(one.count / view.n))
            for one in view.bars
        ]
        head = (self.words["answer"], self.words["stories"], self.words["share_of_stories"])
        return table(title, head, rows, "figures", says=False, stacks=True)

    def _quartiles(
        self,
        title: str,
        rows: Sequence[tuple[str, tuple[float, float, float] | None]],
        end: float,
        first: str = "answer",
    ) -> Html:
        body = []
        for words, three in rows:
            if three is None:
                body.append((words, "-", "-"))
                continue
            low, middle, high = (number(self.language, 100 * one / end, 0) for one in three)
            body.append((words, middle, self.words["half_words"].format(low=low, high=high)))
        head = (self.words[first], self.words["middle"], self.words["half"])
        return table(title, head, body, "figures", says=False, stacks=True)

    def _framed(self, drawn: Html, edges: Sequence[str]) -> Html:
        left, right, bottom, top = edges
        return tag("div", tag("span", top), drawn, tag("span", bottom), self._ends(left, right), cls="framed")

    def _ends(self, low: str, high: str) -> Html:
        return tag("p", tag("span", f"← {low}"), tag("span", f"{high} →"), cls="ends")

    def _end(self, end: str, words: str) -> str:
        return f"{words}: {end}" if words and words != end and end else end or words

    def _count(self, n: int | None) -> str:
        return self.words["hidden"] if n is None else str(n)

    def _desc(self, kind: str, *ends: str) -> str:
        return self.words[f"{kind}_desc"] + " " + ", ".join(one for one in ends if one) + "."
