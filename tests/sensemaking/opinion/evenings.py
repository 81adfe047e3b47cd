"""Invented evenings: phones that ask one statement after another, with an answer known beforehand."""

import numpy as np

from sensemaking import Votes
from sensemaking.opinion.routing import next_statement


class Evening:
    """Two groups of people; some statements divide them, some unite them, some torn; late ones come halfway."""

    def __init__(self, seed, people=40, statements=40, late=10, each=12):
        self.random = np.random.default_rng(seed)
        self.group = np.arange(people) % 2
        kind = self.random.choice(3, statements, p=[0.4, 0.4, 0.2])
        side = np.where(self.random.random(statements) < 0.5, 0.35, -0.35)
        self.leans = 0.5 + np.stack([side * (kind != 2), np.array([-1, 1, 0])[kind] * side])
        self.answers = np.where(self.random.random((people, statements)) < self.leans[self.group], 1.0, -1.0)
        self.matrix = np.full((people, statements), np.nan)
        self.late = np.arange(statements) >= statements - late
        self.each = each

    def votes(self, open_=None):
        open_ = np.ones(len(self.late), dtype=bool) if open_ is None else open_
        return Votes(self.matrix[:, open_], tuple(range(len(self.matrix))), tuple(np.flatnonzero(open_).tolist()))

    def run(self, choose):
        """Everyone answers in turn; `choose(votes, person)` names the statement. Yields after each round."""
        for turn in range(self.each):
            open_ = np.ones(len(self.late), dtype=bool) if 2 * turn >= self.each else ~self.late
            for person in self.random.permutation(len(self.matrix)).tolist():
                statement = choose(self.votes(open_), person)
                self.matrix[person, statement] = self.answers[person, statement]
            yield turn

    def error(self):
        """How far the share of agrees of a group lies from what it was drawn from, on average."""
        found = []
        for group in (0, 1):
            rows = self.matrix[self.group == group]
            share = ((rows == 1).sum(axis=0) + 1) / ((~np.isnan(rows)).sum(axis=0) + 2)
            found.append(np.abs(share - self.leans[group]))
        return float(np.mean(found))

    def weighed(self):
        return (~np.isnan(self.matrix)).sum(axis=0)


def by_routing(votes, person):
    return next_statement(votes, person, seed=1)


def at_random(random):
    def choose(votes, person):
        waiting = np.flatnonzero(np.isnan(votes.matrix[votes.people.index(person)]))
        return votes.statements[random.choice(waiting)]

    return choose
