"""What people's answers say together, and how sure that is: pure functions on arrays.

Opinions: `Votes`, then `landscape` (our method), `polis` (the algorithm of Polis to the letter),
`voices_of_the_few`, `next_statement`. Stories: `Answers` to `Question`s, then `patterns`. Short
texts: `alike`, `nearest`, `piles`. Small numbers: `publishable`, `share_range`, `standing` and
the rule of five. The same input and seed give the same answer, whatever the order of the rows.
Errors name the row and the column. Commands and pages: `sensemaking.faces`.
"""

from sensemaking.opinion.few import voices_of_the_few
from sensemaking.opinion.judge import Opposed, Shared, StatementView
from sensemaking.opinion.landscape import Group, Landscape, Place, landscape
from sensemaking.opinion.polis import PolisGroups, polis
from sensemaking.opinion.representative import Representative
from sensemaking.opinion.routing import next_statement
from sensemaking.opinion.sentences import about, group_words, overview
from sensemaking.opinion.typical import Typical
from sensemaking.opinion.votes import Votes, VotesError
from sensemaking.patterns import (
    Answers,
    AnswersError,
    Found,
    Option,
    Pattern,
    Patterns,
    Question,
    QuestionError,
    patterns,
)
from sensemaking.small import (
    GroupView,
    PublishedTable,
    ShareRange,
    Standing,
    Tally,
    counts_may_show,
    figure_may_leave,
    group_view,
    order_without_counts,
    publishable,
    share_may_leave,
    share_range,
    standing,
)
from sensemaking.texts import MissingExtra, Pile, PilesError, alike, nearest, piles

__all__ = [
    "Answers",
    "AnswersError",
    "Found",
    "Group",
    "GroupView",
    "Landscape",
    "MissingExtra",
    "Opposed",
    "Option",
    "Pattern",
    "Patterns",
    "Pile",
    "PilesError",
    "Place",
    "PolisGroups",
    "PublishedTable",
    "Question",
    "QuestionError",
    "Representative",
    "ShareRange",
    "Shared",
    "Standing",
    "StatementView",
    "Tally",
    "Typical",
    "Votes",
    "VotesError",
    "about",
    "alike",
    "counts_may_show",
    "figure_may_leave",
    "group_view",
    "group_words",
    "landscape",
    "nearest",
    "next_statement",
    "order_without_counts",
    "overview",
    "patterns",
    "piles",
    "polis",
    "publishable",
    "share_may_leave",
    "share_range",
    "standing",
    "voices_of_the_few",
]
