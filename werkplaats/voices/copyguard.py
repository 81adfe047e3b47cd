"""Keeps participants' words out of staff text: five words in a row, or a whole sentence, is a copy."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import partial

from django.utils.translation import gettext as _

from werkplaats.vault import sealing

from .give import text as plain

IN_A_ROW = 5
SHORTEST_SENTENCE = 3
WORD = re.compile(r"[\w]+(?:['’-][\w]+)*")
SENTENCE = re.compile(r"[^.!?\n]+")


def copied(text: str, sources: Iterable[str], allowed: Iterable[str] = ()) -> list[str]:
    """The stretches of `text` that are word for word in one of the sources, as they stand in `text`.

    A stretch is at least five words in a row, or a whole sentence of three words or more that is also a whole
    sentence of a source. Capitals, accents written apart and punctuation make no difference. What stands in
    `allowed` (a theme, a question that was read aloud) is nobody's and is no copy.
    """
    return finder(sources, allowed)(text)


def finder(sources: Iterable[str], allowed: Iterable[str] = ()) -> Callable[[str], list[str]]:
    """`copied` for many texts: the sources are taken apart once."""
    runs, sentences = set(), set()
    for source in sources:
        runs |= _runs(words_in(source))
        sentences |= set(_sentences(source))
    for known in allowed:
        runs -= _runs(words_in(known))
        sentences -= set(_sentences(known))
    return partial(_stretches, runs=runs, sentences=sentences)


def without(text: str, sources: Iterable[str], allowed: Iterable[str] = ()) -> str:
    """The text with every copied stretch replaced by three dots in brackets, until no copy is left."""
    sources, allowed = list(sources), list(allowed)
    while found := copied(text, sources, allowed):
        for stretch in found:
            text = text.replace(stretch, "[...]")
    return text


def problems(stretches: Iterable[str]) -> list[str]:
    """A Dutch sentence for each copied stretch, for who wrote it."""
    return [
        _("‘%s’ staat letterlijk in iemands inbreng. Zet het erin als citaat, of schrijf het in je eigen woorden.")
        % stretch
        for stretch in stretches
    ]


def sources_of(voices) -> list[str]:
    """The plain texts of a queryset of voices, for comparing only: they are shown to nobody."""
    rows = voices.filter(sealed__isnull=False).values_list("pk", "sealed")
    return [plain(words) for words in sealing.unseal({pk: bytes(sealed) for pk, sealed in rows}).values()]


def _same(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


def words_in(text: str) -> list[str]:
    """The words of a text, alike whatever their capitals."""
    return WORD.findall(_same(text))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + IN_A_ROW]) for i in range(len(words) - IN_A_ROW + 1)}


def _sentences(text: str) -> list[tuple[str, ...]]:
    found = (tuple(words_in(sentence)) for sentence in SENTENCE.findall(text))
    return [words for words in found if len(words) >= SHORTEST_SENTENCE]


def _stretches(text: str, runs: set, sentences: set) -> list[str]:
    marked = [(match.start(), match.end(), _same(match.group())) for match in WORD.finditer(text)]
    words = [word for _start, _end, word in marked]
    hit = [False] * len(words)
    for i in range(len(words) - IN_A_ROW + 1):
        if tuple(words[i : i + IN_A_ROW]) in runs:
            hit[i : i + IN_A_ROW] = [True] * IN_A_ROW
    for match in SENTENCE.finditer(text):
        if tuple(words_in(match.group())) in sentences:
            for i, (start, end, _word) in enumerate(marked):
                if match.start() <= start and end <= match.end():
                    hit[i] = True
    found, begin = [], None
    for i, is_hit in enumerate([*hit, False]):
        if is_hit and begin is None:
            begin = i
        elif not is_hit and begin is not None:
            found.append(text[marked[begin][0] : marked[i - 1][1]])
            begin = None
    return found
