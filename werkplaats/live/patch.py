"""JSON merge patches (RFC 7396): what changed between two views, as small as it goes.

A merge patch cannot say null, so views leave out what is None: `clean` first.
"""

from typing import Any


def clean(value: Any) -> Any:
    """The same JSON value without keys that are None."""
    if isinstance(value, dict):
        return {key: clean(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [clean(part) for part in value]
    return value


def diff(before: dict, after: dict) -> dict:
    """The patch that turns `before` into `after`; {} when they are equal. Both are clean."""
    patch: dict[str, Any] = {key: None for key in before if key not in after}
    for key, value in after.items():
        old = before.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            if inner := diff(old, value):
                patch[key] = inner
        elif key not in before or old != value or type(old) is not type(value):
            patch[key] = value
    return patch


def merge(target: Any, patch: Any) -> Any:
    """Applies a patch as the RFC says; returns a new value."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), value)
    return merged
