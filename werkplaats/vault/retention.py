"""Deleting what has been kept long enough, a few rows at a time: nobody waits for it."""

from django.db.models import QuerySet

GROUP = 100


def delete_in_groups(rows: QuerySet) -> int:
    """Deletes these rows, each group of a hundred in a transaction of its own. Returns how many."""
    gone = 0
    while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:GROUP]):
        rows.model._default_manager.filter(pk__in=keys).delete()
        gone += len(keys)
    return gone
