"""The command line: `sensemaking groups|patterns|alike ...`. Described in docs/engine.md."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from sensemaking.faces.alike import alike_json, alike_text, found_alike
from sensemaking.faces.alike_page import alike_page
from sensemaking.faces.groups_json import landscape_json, polis_json
from sensemaking.faces.groups_page import landscape_page
from sensemaking.faces.groups_text import landscape_text, polis_text
from sensemaking.faces.patterns_page import patterns_page
from sensemaking.faces.patterns_text import patterns_json, patterns_text
from sensemaking.faces.polis_page import polis_page
from sensemaking.faces.progress import Progress
from sensemaking.faces.reading import ReadingError
from sensemaking.faces.reading_answers import notes_on, read_answers
from sensemaking.faces.reading_polis import read_polis
from sensemaking.faces.reading_questions import read_questions
from sensemaking.faces.reading_texts import read_texts
from sensemaking.faces.terminal import width_of
from sensemaking.opinion.landscape import landscape
from sensemaking.opinion.polis import polis
from sensemaking.patterns.results import patterns
from sensemaking.texts import MissingExtra

DONE, CANNOT, WRONG_USE = 0, 1, 2
WRONG = (
    (r"^the following arguments are required: (.*)$", r"dit ontbreekt nog: \1"),
    (r"^unrecognized arguments: (.*)$", r"dit kennen we niet: \1"),
    (r"^argument (\S+): invalid choice: (.*) \(choose from (.*)\)$", r"\1 kan niet \2 zijn, kies uit \3"),
    (r"^argument (\S+): invalid \w+ value: (.*)$", r"\1 vraagt een heel getal, niet \2"),
    (r"^argument (\S+): not allowed with argument (\S+)$", r"\1 en \2 gaan niet samen"),
    (r"^argument (\S+): expected one argument$", r"achter \1 hoort nog iets"),
    (r"^argument (\S+): ", r"\1: "),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when done; 1 with one line on stderr when a file cannot be read or written; 2 on wrong use."""
    chosen = _parser().parse_args(arguments)
    try:
        with Progress(sys.stderr, "Bezig" if chosen.language == "nl" else "Busy", always=chosen.progress) as tells:
            answer: str = chosen.run(chosen, tells)
        print(answer, flush=True)
    except (ReadingError, WritingError) as error:
        print(error, file=sys.stderr)
        return CANNOT
    except MissingExtra:
        print("De methode meaning vraagt de extra semantic: zie docs/engine.md.", file=sys.stderr)
        return CANNOT
    except BrokenPipeError:
        sys.stderr.close()
    return DONE


class WritingError(Exception):
    """The page cannot be written where it was asked for."""


def in_dutch(message: str) -> str:
    """What argparse says, in Dutch; what it has no words for here stays as it is."""
    for english, dutch in WRONG:
        said, found = re.subn(english, dutch, message)
        if found:
            return said
    return message


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.prog}: zo kan het niet ({in_dutch(message)}). Hoe wel: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="sensemaking", description="Wat antwoorden samen zeggen, en hoe zeker dat is.")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")
    groups = commands.add_parser("groups", help="denkrichtingen uit een Polis-export")
    groups.add_argument(
        "source",
        metavar="DIR_OF_CSV",
        type=Path,
        help="map met comments.csv en votes.csv of participants-votes.csv; of één van die twee alleen",
    )
    groups.add_argument("--method", choices=("landscape", "polis"), default="landscape")
    groups.set_defaults(run=_groups)
    stories = commands.add_parser("patterns", help="wat terugkeert in verhalen")
    stories.add_argument("answers", metavar="ANSWERS.csv", type=Path, help="één rij per verhaal")
    stories.add_argument("questions", metavar="QUESTIONS.yaml", type=Path, help="de vragen, en wat er vergeleken wordt")
    stories.set_defaults(run=_patterns)
    texts = commands.add_parser("alike", help="teksten die op elkaar lijken, en een voorstel voor stapels")
    texts.add_argument("texts", metavar="TEXTS.csv", type=Path, help="één rij per tekst: id en text")
    texts.add_argument("--method", choices=("words", "meaning"), default="words", help="woorden of betekenis")
    texts.add_argument("--most", type=_whole, default=3, help="hoeveel er bij elke tekst staan (standaard 3)")
    texts.set_defaults(run=_alike)
    for command in (groups, stories, texts):
        command.add_argument("--seed", type=_whole, default=0, help="begin van het toeval (standaard 0)")
        shape = command.add_mutually_exclusive_group()
        shape.add_argument("--json", action="store_true", help="voor machines")
        shape.add_argument(
            "--html", metavar="BESTAND", nargs="?", const="", help="één bladzijde, zonder server te openen"
        )
        command.add_argument("--language", choices=("nl", "en"), default="nl", help="taal (standaard nl)")
        command.add_argument("--progress", action="store_true", help="voortgang tonen, ook buiten een terminal")
    return parser


def _groups(chosen: argparse.Namespace, tells: Progress) -> str:
    export = read_polis(chosen.source)
    name = chosen.source.resolve().stem if chosen.source.is_file() else chosen.source.resolve().name
    if chosen.method == "polis":
        found = polis(export.votes, meta=export.meta)
        if chosen.html is not None:
            return _write(chosen, name, polis_page(chosen.language, name, export, found))
        if chosen.json:
            return json.dumps(polis_json(export, found), indent=1)
        return polis_text(chosen.language, export, found, width_of(sys.stdout))
    seen = landscape(export.votes, chosen.seed, progress=tells)
    if chosen.html is not None:
        return _write(chosen, name, landscape_page(chosen.language, name, export, seen, chosen.seed))
    if chosen.json:
        return json.dumps(landscape_json(export, seen, chosen.seed), indent=1)
    return landscape_text(chosen.language, export, seen, width_of(sys.stdout))


def _patterns(chosen: argparse.Namespace, tells: Progress) -> str:
    asked = read_questions(chosen.questions)
    answers = read_answers(chosen.answers, asked.questions)
    notes = notes_on(chosen.answers, asked.questions, chosen.language)
    for note in notes:
        print(note, file=sys.stderr)
    found = patterns(answers, family=asked.family, seed=chosen.seed, progress=tells)
    if chosen.html is not None:
        page = patterns_page(chosen.language, asked.title, found, chosen.seed, notes)
        return _write(chosen, chosen.answers.resolve().stem, page)
    if chosen.json:
        return json.dumps(patterns_json(asked.title, found, chosen.seed, notes), indent=1)
    return patterns_text(chosen.language, asked.title, found, width_of(sys.stdout))


def _alike(chosen: argparse.Namespace, tells: Progress) -> str:
    name = chosen.texts.resolve().stem
    found = found_alike(read_texts(chosen.texts).texts, chosen.method, chosen.most, chosen.seed)
    if chosen.html is not None:
        return _write(chosen, name, alike_page(chosen.language, name, found))
    if chosen.json:
        return json.dumps(alike_json(found), indent=1)
    return alike_text(chosen.language, name, found, width_of(sys.stdout))


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("verwacht: een heel getal vanaf 0")
    return int(text)


def _write(chosen: argparse.Namespace, name: str, page: str) -> str:
    path = Path(chosen.html or f"{name}.html")
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise WritingError(f"{path.name}: dit bestand kan hier niet worden geschreven.") from error
    return f"De bladzijde staat in {path}." if chosen.language == "nl" else f"The page is in {path}."
