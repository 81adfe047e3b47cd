"""What people's answers say together, and how sure that is: pure functions on votes.

`landscape` is the picture of a room, `polis` the algorithm of Polis to the letter, the functions
of `small` are the rule of five, those of `sentences` say it in plain Dutch.
"""

from sensemaking.opinion.judge import StatementView
from sensemaking.opinion.landscape import Group, Landscape, Place, landscape
from sensemaking.opinion.polis import PolisGroups, polis
from sensemaking.opinion.representative import Representative
from sensemaking.opinion.sentences import about, group_words, overview
from sensemaking.opinion.votes import Votes, VotesError
from sensemaking.small import (
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
    "Group",
    "GroupView",
    "Landscape",
    "Place",
    "PolisGroups",
    "PublishedTable",
    "Representative",
    "StatementView",
    "Tally",
    "Votes",
    "VotesError",
    "about",
    "counts_may_show",
    "figure_may_leave",
    "group_view",
    "group_words",
    "landscape",
    "order_without_counts",
    "overview",
    "polis",
    "publishable",
    "share_may_leave",
]
