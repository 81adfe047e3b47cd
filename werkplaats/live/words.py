"""Joining words to a view at the edge. A voice the door gave no words for leaves the view, wherever it stands."""

from collections.abc import Mapping
from typing import Any

from werkplaats.voices.give import PARTS, text

SECTIONS = ("cards", "statements", "stories", "commitments", "waiting", "shown", "hidden")
LISTS = ("promotable", "statements")
SIDES = ("agree", "disagree")

Words = Mapping[str, Mapping[str, Any]]


def voices_in(view: Mapping[str, Any]) -> set[str]:
    """The ids of all voices whose words this view needs."""
    found: set[str] = set()
    for section in SECTIONS:
        items = view.get(section)
        if isinstance(items, dict):
            found |= items.keys()
    if recommendation := view.get("recommendation"):
        found.add(recommendation["id"])
    found |= {candidate["voice"] for candidate in view.get("candidates", ())}
    return found


def join(view: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The view with texts in it; `words` may hold a "name" beside them, used where the view asks for one."""
    joined = dict(view)
    for section in SECTIONS:
        items = view.get(section)
        if isinstance(items, dict):
            joined[section] = {
                voice: _item(item, words[voice], words) for voice, item in items.items() if voice in words
            }
        elif section in LISTS and isinstance(items, list):
            joined[section] = [voice for voice in items if voice in words]
    if "promotable" in view:
        joined["promotable"] = [voice for voice in view["promotable"] if voice in words]
    if "chosen" in view:
        joined["chosen"] = [voice for voice in view["chosen"] if voice in words]
    if "candidates" in view:
        joined["candidates"] = [
            _candidate(one, words[one["voice"]]) for one in view["candidates"] if one["voice"] in words
        ]
    if recommendation := view.get("recommendation"):
        joined["recommendation"] = _recommendation(recommendation, words)
    if landscape := view.get("landscape"):
        joined["landscape"] = _standing(landscape, words)
    if (results := view.get("results")) and "order" in results:
        joined["results"] = results | {"order": [voice for voice in results["order"] if voice in words]}
    return joined


def missing(parts: Mapping[str, str], rests_on: list[str]) -> list[str]:
    """The parts a recommendation lacks, as codes."""
    lacking = [part for part in PARTS if not str(parts.get(part, "")).strip()]
    return lacking if rests_on else [*lacking, "rests_on"]


def _standing(landscape: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The landscape without the statements that are no longer there."""
    kept: dict[str, Any] = {}
    for key, value in landscape.items():
        if key in ("bridges", "divides", "shared_no", "unknown", "few", "order"):
            kept[key] = [statement for statement in value if statement in words]
        elif key in ("per_statement", "residents"):
            kept[key] = {statement: views for statement, views in value.items() if statement in words}
        elif key == "typical":
            kept[key] = [
                one | {side: [statement for statement in one[side] if statement in words] for side in SIDES}
                for one in value
            ]
        else:
            kept[key] = value
    return kept


def _item(item: Mapping[str, Any], own: Mapping[str, Any], words: Words) -> dict[str, Any]:
    full = dict(item) | {"text": text(own), "parts": own.get("parts")}
    if item.get("name"):
        full["name"] = own.get("name")
    if (about := item.get("about")) and about not in words:
        full["about"] = None
    return full


def _candidate(one: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    whole = text(own)
    start, end = one.get("start", 0), one.get("end", len(whole))
    return dict(one) | {"start": start, "end": end, "text": whole[start:end]}


def _recommendation(one: Mapping[str, Any], words: Words) -> dict[str, Any] | None:
    if one["id"] not in words:
        return None
    own = words[one["id"]]
    parts = own.get("parts", {})
    return dict(one) | {"text": text(own), "parts": parts, "missing": missing(parts, one["rests_on"])}
