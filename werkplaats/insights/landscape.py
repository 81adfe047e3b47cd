"""Beeld van de zaal as it may be shown: groups only when they are demonstrable, no person, no number below five."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sensemaking.opinion.landscape import Landscape, landscape
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Votes
from sensemaking.small import figure_may_leave

from .residents import about_residents, share_words, shares
from .saying import firmness, overview, sureness, too_few

ANSWERS = {"agree": AGREE, "disagree": DISAGREE, "pass": PASS}


def for_room(
    statements: Iterable[object],
    weighings: Iterable[tuple[str, object, str]],
    moderated_out: Collection[object] = (),
    residents: Mapping[str, bool] | None = None,
) -> dict[str, Any]:
    """The landscape of one room, ready for JSON; ids are the voice ids of the statements, as text.

    `weighings`: (author, statement, answer), the last one of an author counts; answer is agree, disagree or pass.
    Answers to a statement that is not listed are left out. `residents`: whether an author takes part as a resident,
    of those who said from where they take part.

    people         how many are counted here, None below five
    statements     how many statements
    too_few        True: nothing but `sentences` may be shown
    sentences      plain Dutch, to read aloud
    sure           how sure the picture is, in plain Dutch; empty when too few
    wall           what the wall says: under the dots how firm they are, without dots everything; empty when too few
    groups         [{"shape": 0-3, "size": people}], empty without demonstrable groups
    dots           [[x, y, shape]] within a circle of radius 1, ordered by place; empty without groups
    bridges, divides, shared_no, unknown   statement ids, surest first
    few            statement ids, chosen so that smaller companies are heard too; five people agree with each or more
    typical        [{"shape": 0-3, "agree": ids, "disagree": ids}]: what one denkrichting answers more than the others
    residents      {id: "3 tot 6"}: of every ten who weighed it, only where a range can be said
    about_residents   how to read that, empty when nobody said from where they take part
    per_statement  {id: [{"shape": 0-3 or None for the whole room, "view": most_agree|divided|most_disagree|too_few}]}
    order          all ids, from most to least supported
    """
    ids = list(dict.fromkeys(str(one) for one in statements))
    known = set(ids)
    votes = Votes.of(
        (
            (author, str(statement), ANSWERS[answer])
            for author, statement, answer in weighings
            if str(statement) in known
        ),
        statements=ids,
        moderated_out={str(one) for one in moderated_out} & known,
    )
    found = landscape(votes)
    return shown(found) if found.state == "too_few" else shown(found) | _residents(votes, residents or {})


def shown(found: Landscape) -> dict[str, Any]:
    """What of this landscape may be seen; the keys of `for_room`, nothing said of residents."""
    if found.state == "too_few":
        return _too_few(found)
    on_map = sum(len(group.people) for group in found.groups) or found.people
    groups = [{"shape": group.number, "size": len(group.people)} for group in found.groups]
    return {
        "people": on_map,
        "statements": len(found.statements),
        "too_few": False,
        "sentences": overview(found, on_map),
        "sure": sureness(found),
        "wall": _wall(found, on_map),
        "groups": groups,
        "dots": sorted([place.x, place.y, place.group] for place in found.places) if groups else [],
        "bridges": [view.statement for view in found.bridges],
        "divides": [view.statement for view in found.dividing],
        "shared_no": [view.statement for view in found.shared_no],
        "unknown": [view.statement for view in found.unknown],
        "few": _few(found),
        "typical": _typical(found),
        "per_statement": {
            view.statement: [{"shape": shape, "view": word} for shape, word in enumerate(view.group_views)]
            or [{"shape": None, "view": "divided" if view.verdict == "divides" else view.room_view}]
            for view in found.statements
        },
        "order": [view.statement for view in found.statements],
        "residents": {},
        "about_residents": "",
    }


def _wall(found: Landscape, people: int) -> list[str]:
    if found.groups:
        return [firmness(found)]
    *seen, bridging, dividing = overview(found, people)
    return [*seen, *sureness(found), bridging, dividing]


def _few(found: Landscape) -> list[Any]:
    agrees = {view.statement: view.room.agree for view in found.statements}
    return [statement for statement in found.few if figure_may_leave(agrees[statement])]


def _typical(found: Landscape) -> list[dict[str, Any]]:
    return [
        {
            "shape": group.number,
            "agree": [one.statement for one in group.typical if one.direction == "agree"],
            "disagree": [one.statement for one in group.typical if one.direction == "disagree"],
        }
        for group in found.groups
        if group.typical
    ]


def _residents(votes: Votes, residents: Mapping[str, bool]) -> dict[str, Any]:
    found = shares(votes, residents)
    return {
        "residents": {statement: share_words(share) for statement, share in found.items()},
        "about_residents": about_residents(bool(residents), bool(found)),
    }


def _too_few(found: Landscape) -> dict[str, Any]:
    return {
        "people": found.people if figure_may_leave(found.people) else None,
        "statements": len(found.statements),
        "too_few": True,
        "sentences": [too_few()],
        "sure": [],
        "wall": [],
        "groups": [],
        "dots": [],
        "bridges": [],
        "divides": [],
        "shared_no": [],
        "unknown": [],
        "few": [],
        "typical": [],
        "per_statement": {},
        "order": [view.statement for view in found.statements],
        "residents": {},
        "about_residents": "",
    }
