"""The marks that say who reads, what kind it is and how someone answered."""

import pytest
from django.template import Context, Template

from werkplaats.ui import shapes


def drawn(tag: str) -> str:
    return Template("{% load ui %}" + tag).render(Context())


def test_each_circle_of_the_glossary_has_a_ring_of_its_own():
    assert set(shapes.RINGS) == {"me", "teller", "table", "room", "region", "everyone", "unseen", "unlinked"}
    assert len(set(shapes.RINGS.values())) == len(shapes.RINGS)


@pytest.mark.parametrize(("level", "reached"), [("me", 0), ("table", 1), ("room", 2), ("region", 3)])
def test_a_wider_circle_reaches_one_ring_more(level, reached):
    svg = drawn(f'{{% ring "{level}" %}}')
    assert svg.count("<circle") - svg.count('class="off"') - svg.count('class="dot"') == reached


def test_a_mark_beside_a_word_is_silent_and_a_mark_alone_is_named():
    assert 'aria-hidden="true"' in drawn('{% ring "table" %}')
    named = Template("{% load ui %}{% ring level label %}").render(Context({"level": "table", "label": "mijn <tafel>"}))
    assert 'role="img" aria-label="mijn &lt;tafel&gt;"' in named


def test_an_unknown_level_is_an_error_and_not_an_empty_drawing():
    with pytest.raises(KeyError):
        drawn('{% ring "county" %}')


def test_the_stitches_never_run_out_of_the_cloth():
    for at, total in ((0, 10), (3, 10), (10, 10), (12, 10), (1, 0)):
        svg = Template("{% load ui %}{% stitches at total %}").render(Context({"at": at, "total": total}))
        x = int(svg.split('cx="')[1].split('"')[0])
        assert 6 <= x <= 294


def test_only_the_three_guarded_phases_have_a_word():
    assert drawn('{% phase "share" %}') == '<span class="phase phase--share">Delen</span>'
    assert drawn('{% phase "arrive" %}') == ""


def test_a_knot_is_open_until_it_is_there():
    assert 'class="knot knot--open"' in drawn('{% knot "change" True %}')
    assert 'class="knot"' in drawn('{% knot "change" %}')
