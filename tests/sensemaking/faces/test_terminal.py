import io

from hypothesis import given
from hypothesis import strategies as st

from sensemaking.faces.terminal import cells, table, width_of, wrapped


def test_columns_align_and_figures_stand_to_the_right():
    drawn = table(("", "zin", "n"), [("7", "kort", "12"), ("10", "iets langer", "3")], 60, words=1)
    assert drawn == "\n".join(
        [
            "      zin           n",
            "  -------------------",
            "   7  kort         12",
            "  10  iets langer   3",
        ]
    )


def test_words_wrap_in_their_own_column():
    drawn = table(("", "zin", "n"), [("7", "een zin die te lang is voor de regel", "12")], 32, words=1)
    assert all(len(line) <= 32 for line in drawn.splitlines())
    assert drawn.splitlines()[2].startswith("  7  een zin")
    assert drawn.splitlines()[3].startswith("     ")


def test_a_narrow_terminal_gets_a_line_per_cell():
    drawn = table(("", "zin", "hoe zeker"), [("7", "een zin", "dat is bijna zeker")], 30, words=1)
    assert drawn == "  7 een zin\n    hoe zeker: dat is bijna\n    zeker"


def test_wide_characters_take_two_columns():
    assert cells("優步") == 4
    assert all(cells(line) <= 20 for line in wrapped("Uber的出現因服務內容明確平台簡潔", 20))


@given(st.text(max_size=200), st.integers(20, 120))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text, width):
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_in_a_pipe_there_is_a_width_too():
    assert width_of(io.StringIO()) == 100
