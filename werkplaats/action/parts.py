"""The parts of a recommendation, and which of them are missing."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

PARTS = {
    "who": _("wie"),
    "does_what": _("doet wat"),
    "for_whom": _("voor wie"),
    "by_when": _("voor wanneer"),
    "noticed_by": _("we merken het aan"),
}
RESTS_ON = _("waar dit op rust")


def given_parts(words: Mapping) -> list[tuple[str, str]]:
    """[(Dutch name, text)] of the parts that were filled in, in their own order. `words`: what the door returns."""
    parts = words.get("parts") or {}
    return [(str(name), text) for key, name in PARTS.items() if (text := str(parts.get(key) or "").strip())]


def missing_parts(words: Mapping, rests: bool) -> list[str]:
    """The Dutch names of the parts that are empty, in order. `rests`: whether it rests on anything."""
    filled = {name for name, _text in given_parts(words)}
    missing = [str(name) for name in PARTS.values() if str(name) not in filled]
    return missing if rests else [*missing, str(RESTS_ON)]
