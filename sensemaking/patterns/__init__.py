"""What returns across stories: answers of tellers to questions about their own story."""

from sensemaking.patterns.answers import Answers
from sensemaking.patterns.found import AnswersError, Compared, Found
from sensemaking.patterns.questions import Option, Question, QuestionError
from sensemaking.patterns.results import Pattern, Patterns, patterns
from sensemaking.patterns.views import QuestionView, StoriesOf

__all__ = [
    "Answers",
    "AnswersError",
    "Compared",
    "Found",
    "Option",
    "Pattern",
    "Patterns",
    "Question",
    "QuestionError",
    "QuestionView",
    "StoriesOf",
    "patterns",
]
