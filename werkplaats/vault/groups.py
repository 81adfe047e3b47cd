"""Many rows, a hundred at a time, each group in a transaction of its own: a live session beside it hardly waits."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db.models import CASCADE, SET_NULL, Model, QuerySet

GROUP = 100
One = TypeVar("One")
Row = TypeVar("Row", bound=Model)


def groups(items: Iterable[One], size: int = GROUP) -> Iterator[list[One]]:
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group


def create_in_groups(model: type[Row], rows: Iterable[Row]) -> None:
    """Adds the rows that are not there yet: after a crash it may be run again."""
    for group in groups(rows):
        model._default_manager.bulk_create(group, ignore_conflicts=True)


def delete_in_groups(rows: QuerySet) -> int:
    """Deletes these rows, and before them what hangs on them. Returns how many of these there were."""
    gone = 0
    while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:GROUP]):
        for relation in rows.model._meta.related_objects:
            hanging = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": keys})
            if relation.on_delete is CASCADE:
                delete_in_groups(hanging)
            elif relation.on_delete is SET_NULL:
                update_in_groups(hanging, **{relation.field.name: None})
        rows.model._default_manager.filter(pk__in=keys).delete()
        gone += len(keys)
    return gone


def update_in_groups(rows: QuerySet, **to: Any) -> None:
    for keys in groups(list(rows.values_list("pk", flat=True))):
        rows.model._default_manager.filter(pk__in=keys).update(**to)
