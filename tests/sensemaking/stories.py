"""Invented answers to questions about stories, for the tests of the patterns."""

import numpy as np

from sensemaking.patterns import Answers, Option, Question

HELP = Question(
    "hulp",
    "choice",
    "Wie hielp?",
    (Option("niemand", "niemand"), Option("buur", "een buur"), Option("loket", "het loket")),
    name="hulp",
)
FEELING = Question("gevoel", "choice", "Hoe voelde het?", (Option("boos", "boos"), Option("blij", "blij")))
PLACE = Question("waar", "choice", "Waar was het?", (Option("stad", "stad"), Option("dorp", "dorp")))
TOPICS = Question("over", "choices", "Waarover ging het?", (Option("geld", "geld"), Option("zorg", "zorg")))
CLEAR = Question("begrip", "scale", "Hoe duidelijk was het?", low="vaag", high="helder")
TRUST = Question("trouw", "scale", "Hoeveel vertrouwen?", low="geen", high="veel")
NEED = Question("nodig", "triad", "Wat was nodig?", (Option("t", "tijd"), Option("u", "uitleg"), Option("m", "hulp")))
STONES = Question(
    "plek",
    "stones",
    "Leg de stenen",
    (Option("wij", "wij"), Option("zij", "zij")),
    low="ver",
    high="dichtbij",
    bottom="koud",
    top="warm",
)
EVERY = (HELP, FEELING, PLACE, TOPICS, CLEAR, TRUST, NEED, STONES)


def answers(columns, *, tellers=None, not_applicable=None, questions=EVERY):
    """Answers to the questions that `columns` names; stories s000, s001, ... of as many tellers."""
    asked = tuple(question for question in questions if question.id in columns)
    n = len(next(iter(columns.values())))
    stories = tuple(f"s{row:03d}" for row in range(n))
    return Answers(stories, stories if tellers is None else tuple(tellers), asked, columns, not_applicable or {})


def chance(seed, n=100, missing=0.1, questions=EVERY):
    """Everything is answered by itself: nothing goes together with anything."""
    random = np.random.default_rng(seed)
    columns = {}
    for question in questions:
        options = len(question.options)
        none = random.random(n) < missing
        if question.kind == "choice":
            column = np.where(none, -1, random.integers(0, options, n))
        elif question.kind == "choices":
            column = (random.random((n, options)) < 0.4).astype(float)
        elif question.kind == "scale":
            column = np.round(random.uniform(0, 100, n))
        elif question.kind == "triad":
            column = random.dirichlet(np.ones(options), n)
        else:
            column = random.random((n, options, 2))
        if question.kind != "choice":
            column[none] = np.nan
        columns[question.id] = column
    return answers(columns, questions=questions)


def planted(seed=0, n=100):
    """Who got no help is angrier and finds it vaguer; who finds it clearer trusts more. The place is chance."""
    random = np.random.default_rng(seed)
    help_ = random.integers(0, 3, n)
    alone = help_ == 0
    feeling = np.where(random.random(n) < np.where(alone, 0.85, 0.25), 0, 1)
    clear = np.clip(np.round(random.normal(np.where(alone, 30, 60), 15)), 0, 100)
    trust = np.clip(np.round(clear + random.normal(0, 12, n)), 0, 100)
    place = random.integers(0, 2, n)
    columns = {"hulp": help_, "gevoel": feeling, "begrip": clear, "trouw": trust, "waar": place}
    return answers(columns)


def reordered(given, seed):
    """The same answers with the stories and the questions in another order."""
    random = np.random.default_rng(seed)
    rows = random.permutation(len(given.stories))
    questions = tuple(given.questions[place] for place in random.permutation(len(given.questions)))
    return Answers(
        tuple(given.stories[row] for row in rows),
        tuple(given.tellers[row] for row in rows),
        questions,
        {question.id: given.columns[question.id][rows] for question in questions},
        {question.id: given.not_applicable[question.id][rows] for question in questions},
    )
