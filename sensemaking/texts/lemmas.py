"""Words and their Dutch lemmas ("brieven" and "brief" are one word).

simplemma does the looking up. It loads its words (0.4 s, 40 MB) at the first text, not at import, and keeps none of
the words it was asked about: what people wrote does not stay in memory behind their backs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…:])[\W_]*\Z")
# Words that say nothing about a subject, as they are written and as lemmas. "niet" and "geen" stand here too: this is
# about what a text speaks of, not whether it is for or against.
SILENT = """
de het een en of maar want dus dat die dit deze er daar hier ik jij je u hij zij ze wij we jullie hun hen mij me
mijn jou jouw uw zijn haar hem ons onze zich zelf wie wat waar wanneer waarom hoe welk welke dan als toen nu nog al
ook niet geen wel niets niks iets iemand niemand iedereen alles in op aan van voor met bij door over onder uit naar
om tot tegen zonder na sinds tussen te zo heel meer veel weer hebben heb hebt heeft had hadden is was waren ben bent
worden word wordt werd kunnen kan kun kunt kon mogen mag mocht moeten moet moest willen wil wilde zullen zal zou
gaan ga gaat ging komen kom komt kwam doen doet deed omdat doordat terwijl zodat eens even altijd steeds
erg zoals maar toch elk elke alle allemaal ander andere vaak soms nooit mens mensen gewoon laten laat goed beter graag
echt zeggen zegt zei krijgen krijg kreeg eigen eerst pas zitten zit zat staan staat stond blijven blijf vinden vind
vond maken maak geven geef twee drie helemaal bijna terug binnen buiten weg lang hele daarvoor daarom ineens opeens
opnieuw juist genoeg best vroeger sinds nergens ergens overal weten weet gebruiken net zomaar misschien dag
"""
STOP = frozenset(SILENT.split())


@dataclass(frozen=True)
class Word:
    """One word of a text: as it was `written` (but without the capital of a sentence), and its `lemma` (lower case,
    without accents)."""

    written: str
    lemma: str


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer

    return Lemmatizer(cache_max_size=0)


def content(texts: Iterable[str]) -> list[tuple[Word, ...]]:
    """The words of content of each text, in order: without stop words, unless a text has no others. A text without
    any letter or digit gives its signs (an emoji is a word then); a blank text gives none."""
    seen: dict[str, str] = {}
    return [_content(unicodedata.normalize("NFKC", text), seen) for text in texts]


def _content(text: str, seen: dict[str, str]) -> tuple[Word, ...]:
    written = [_without_capital(found) for found in WORD.finditer(text)]
    if not written:
        return tuple(Word(sign, sign) for sign in text if not sign.isspace())
    words = tuple(Word(one, _lemma(one.lower(), seen)) for one in written)
    telling = tuple(word for word in words if word.lemma not in STOP and word.written.lower() not in STOP)
    return telling or words


def _without_capital(found: re.Match[str]) -> str:
    word = found.group()
    begins = SENTENCE_BEFORE.search(found.string, 0, found.start())
    return word.lower() if begins and word.istitle() else word


def lemma(word: str) -> str:
    """The lemma of one word, lower case and without accents."""
    return _plain(_lemmatizer().lemmatize(word.lower().replace("’", "'"), lang="nl").lower())


def _lemma(word: str, seen: dict[str, str]) -> str:
    if word not in seen:
        seen[word] = lemma(word)
    return seen[word]


def _plain(word: str) -> str:
    """Without accents: "één" is "een", and a phone writes "cafe" for "café"."""
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if not unicodedata.combining(sign)))
