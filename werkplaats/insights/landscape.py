"""Beeld van de zaal as it may be shown: groups only when they are demonstrable, no person, no number below five."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sensemaking.opinion.landscape import Landscape, landscape
from sensemaking.opinion.votes import AGREE, DISAGREE, PASS, Votes
from sensemaking.small import figure_may_leave

ANSWERS = {"agree": AGREE, "disagree": DISAGREE, "pass": PASS}
STEADY = 0.8


def for_room(
    statements: Iterable[object], weighings: Iterable[tuple[str, object, str]], moderated_out: Collection[object] = ()
) -> dict[str, Any]:
    """The landscape of one room, ready for JSON; ids are the voice ids of the statements, as text.

    `weighings`: (author, statement, answer), the last one of an author counts; answer is agree, disagree or pass.
    Answers to a statement that is not listed are left out.

    people         how many are counted here, None below five
    statements     how many statements
    too_few        True: nothing but `sentences` may be shown
    sentences      plain Dutch, to read aloud
    groups         [{"shape": 0-3, "size": people}], empty without demonstrable groups
    dots           [[x, y, shape]] within a circle of radius 1, ordered by place; empty without groups
    bridges, divides, shared_no, unknown   statement ids, surest first
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
    return shown(landscape(votes))


def shown(found: Landscape) -> dict[str, Any]:
    """What of this landscape may be seen; the keys of `for_room`."""
    if found.state == "too_few":
        return _too_few(found)
    on_map = sum(len(group.people) for group in found.groups) or found.people
    groups = [{"shape": group.number, "size": len(group.people)} for group in found.groups]
    return {
        "people": on_map,
        "statements": len(found.statements),
        "too_few": False,
        "sentences": _sentences(found, on_map),
        "groups": groups,
        "dots": sorted([place.x, place.y, place.group] for place in found.places) if groups else [],
        "bridges": [view.statement for view in found.bridges],
        "divides": [view.statement for view in found.dividing],
        "shared_no": [view.statement for view in found.shared_no],
        "unknown": [view.statement for view in found.unknown],
        "per_statement": {
            view.statement: [{"shape": shape, "view": word} for shape, word in enumerate(view.group_views)]
            or [{"shape": None, "view": "divided" if view.verdict == "divides" else view.room_view}]
            for view in found.statements
        },
        "order": [view.statement for view in found.statements],
    }


def _too_few(found: Landscape) -> dict[str, Any]:
    return {
        "people": found.people if figure_may_leave(found.people) else None,
        "statements": len(found.statements),
        "too_few": True,
        "sentences": [_("Te weinig mensen om dit te laten zien. Vertel het elkaar.")],
        "groups": [],
        "dots": [],
        "bridges": [],
        "divides": [],
        "shared_no": [],
        "unknown": [],
        "per_statement": {},
        "order": [view.statement for view in found.statements],
    }


def _sentences(found: Landscape, people: int) -> list[str]:
    told = [
        _("%(people)d mensen legden %(statements)d zinnen naast hun eigen ervaring.")
        % {"people": people, "statements": len(found.statements)}
    ]
    if found.groups:
        sizes = [size(group.number, len(group.people)) for group in found.groups]
        told.append(
            _("Er zijn %(count)d denkrichtingen: %(sizes)s.")
            % {
                "count": len(sizes),
                "sizes": _("%(first)s en %(last)s") % {"first": ", ".join(sizes[:-1]), "last": sizes[-1]},
            }
        )
        told.append(
            _("Dat beeld is stevig: ook met minder zinnen zien we het.")
            if (found.stays or 0) >= STEADY
            else _("Dat beeld is nog niet stevig: met minder zinnen verandert het soms.")
        )
    else:
        told.append(_("We zien geen aparte denkrichtingen. Verschillen kunnen toeval zijn."))
    told.append(_bridging(len(found.bridges)))
    told.append(_dividing(len(found.dividing)))
    return told


def size(shape: int, people: int) -> str:
    """So many of this shape, in Dutch."""
    names = (_("rondjes"), _("vierkantjes"), _("driehoekjes"), _("ruitjes"))
    return f"{people} {names[shape]}"


def _bridging(count: int) -> str:
    if not count:
        return _("We vonden nog geen zin die iedereen verbindt.")
    return ngettext("%d zin verbindt ons.", "%d zinnen verbinden ons.", count) % count


def _dividing(count: int) -> str:
    if not count:
        return _("We vonden geen zin waarover we duidelijk anders denken.")
    return ngettext("Over %d zin denken we verschillend.", "Over %d zinnen denken we verschillend.", count) % count
