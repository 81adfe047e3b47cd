"""What may be shown when few people answered."""

from sensemaking.small.counts import (
    FEWEST,
    GroupView,
    Tally,
    counts_may_show,
    figure_may_leave,
    group_view,
    order_without_counts,
    share_may_leave,
)
from sensemaking.small.moments import Standing, figure_now, standing
from sensemaking.small.shares import ShareRange, share_range
from sensemaking.small.tables import PublishedTable, TableError, publishable, publishable_beside_totals

__all__ = [
    "FEWEST",
    "GroupView",
    "PublishedTable",
    "ShareRange",
    "Standing",
    "TableError",
    "Tally",
    "counts_may_show",
    "figure_may_leave",
    "figure_now",
    "group_view",
    "order_without_counts",
    "publishable",
    "publishable_beside_totals",
    "share_may_leave",
    "share_range",
    "standing",
]
