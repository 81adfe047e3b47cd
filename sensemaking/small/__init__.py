"""What may be shown when few people answered."""

from sensemaking.small.counts import (
    FEWEST,
    GroupView,
    PublishedTable,
    Tally,
    counts_may_show,
    figure_may_leave,
    group_view,
    order_without_counts,
    publishable,
    share_may_leave,
)

__all__ = [
    "FEWEST",
    "GroupView",
    "PublishedTable",
    "Tally",
    "counts_may_show",
    "figure_may_leave",
    "group_view",
    "order_without_counts",
    "publishable",
    "share_may_leave",
]
