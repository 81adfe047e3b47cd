"""A patch turns one view into the next, for any JSON the views can hold."""

from hypothesis import given
from hypothesis import strategies as st

from werkplaats.live.patch import clean, diff, merge

KEYS = st.sampled_from("abcde")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2) | st.text("xy", max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
VIEWS = st.dictionaries(KEYS, VALUES, max_size=5).map(clean)


@given(VIEWS, VIEWS)
def test_a_patch_leads_from_one_view_to_the_other(before, after):
    assert merge(before, diff(before, after)) == after


@given(VIEWS)
def test_nothing_changed_is_an_empty_patch(view):
    assert diff(view, view) == {}


@given(VIEWS, VIEWS)
def test_a_patch_may_be_repeated(before, after):
    patch = diff(before, after)
    assert merge(merge(before, patch), patch) == after


def test_the_examples_of_the_rfc():
    assert merge({"a": "b", "c": {"d": "e", "f": "g"}}, {"a": "z", "c": {"f": None}}) == {"a": "z", "c": {"d": "e"}}
    assert merge({"a": [{"b": "c"}]}, {"a": [1]}) == {"a": [1]}
    assert merge(["a", "b"], {"a": "b"}) == {"a": "b"}
    assert merge({}, {"a": {"bb": {"ccc": None}}}) == {"a": {"bb": {}}}


def test_true_and_one_are_not_the_same():
    assert diff({"on": True}, {"on": 1}) == {"on": 1}
