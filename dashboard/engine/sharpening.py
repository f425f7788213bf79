"""A comparison that is there at once and sharpens while one looks: a few futures first, then more."""

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from functools import cached_property

import numpy as np

from dashboard.engine.askers import Askers
from dashboard.engine.fair import Fair, Urgency
from dashboard.engine.lives import Life, Lives
from experiments.comparing.comparison import Comparison
from experiments.comparing.question import Question
from experiments.comparing.warmups import Stopped, content
from experiments.errors import RequestError
from sim.company.organisation import people_in

AT_ONCE = 1
"""Futures in the first picture: as many as two cores live at once."""
ROUNDS = (AT_ONCE, 5, 12)
"""How many futures the first pictures show; the last shows all, and in a crowd the first is followed by the last."""
WHOLE = 4
"""Whole comparisons that are kept as they are, besides their lives: eight megabytes each in the six-weeks case."""
MOST_WORK = 60e6
"""Weeks of people in all that a page may ask for: some minutes. More is for the command line."""


class Engine:
    """The pool and the memory that all who look share; one a process."""

    @cached_property
    def pool(self) -> Fair:
        """Its threads."""
        return Fair()

    @cached_property
    def lives(self) -> Lives:
        """What was lived."""
        return Lives()

    @cached_property
    def _whole(self) -> dict[Question, Comparison]:
        """The comparisons that were looked at again last, with all that was counted of them."""
        return {}

    @cached_property
    def askers(self) -> Askers:
        """Who asks just now."""
        return Askers()

    def sharpen(
        self, question: Question, owner: str, stop: Callable[[], bool], seen: int = 0
    ) -> Iterator[Comparison]:  # fmt: skip
        """The comparison with more and more futures, until all are there or nobody wants it any more.

        It begins with more than the futures that were `seen`, or with all. Raises what `check` and the question raise.
        """
        self.check(question)
        lives, futures, courses = _lives(question), question.in_futures, len(question.of_courses)
        asked = self.askers.came(owner)
        rows = self._kept(question, lives)
        if len(rows) == len(lives) or len(rows) > seen * courses:
            yield _side_by_side(question, rows)
        for upto in (*(each for each in ROUNDS if each < futures), futures):
            if AT_ONCE < upto < futures and self.askers.is_crowd(owner):
                continue
            if len(rows) >= upto * courses:
                continue
            urgency = Urgency.SHARPEN if rows else Urgency.GLANCE
            if urgency is Urgency.SHARPEN and not self.askers.hold(owner, asked, stop):
                return
            more = self._rows(lives[len(rows) : upto * courses], owner, urgency, stop)
            if more is None:
                return
            rows += more
            yield _side_by_side(question, rows)

    def remembered(self, question: Question) -> Comparison | None:
        """The comparison of the futures that are remembered, if any; quick enough to ask while a page is drawn."""
        known = self._whole.get(question)
        if known is not None:
            return known
        with suppress(ValueError):  # whoever computes it is told
            rows = self._kept(question, _lives(question))
            found = _side_by_side(question, rows) if rows else None
            if found is not None and found.replicates == question.in_futures:
                self._whole[question] = found
                while len(self._whole) > WHOLE:
                    self._whole.pop(next(iter(self._whole)), None)
            return found
        return None

    def begin(
        self, question: Question, owner: str, stop: Callable[[], bool] = lambda: False
    ) -> list[Future[np.ndarray]]:
        """Begin on the first picture of a question that is about to be asked; `sharpen` then finds it under way.

        A page is drawn anew at each move, and that takes as long as living the first futures: the two go together.
        """
        with suppress(ValueError):  # whoever asks it is told
            self.check(question)
            lane = self.pool.lane(owner, Urgency.GLANCE)
            return [self.lives.ask(life, lane, stop) for life in _lives(question, AT_ONCE)]
        return []

    def _kept(self, question: Question, lives: list[Life]) -> list[np.ndarray]:
        """The rows of the first futures, as many as are remembered in full."""
        rows = self.lives.kept(lives)
        return rows[: len(rows) - len(rows) % len(question.of_courses)]

    def check(self, question: Question) -> None:
        """Refuse what would keep everybody waiting. Raises RequestError, and what the question raises."""
        weeks = question.in_weeks + question.of_scenario.run.warmup_weeks
        work = people_in(question.of_scenario) * weeks * question.in_futures * len(question.of_courses)
        if work > MOST_WORK:
            raise RequestError(
                f"{work / 1e6:,.0f} million weeks of people's lives are more than a page can wait for "
                f"(the most is {MOST_WORK / 1e6:,.0f} million): take less of them, or the command line"
            )

    def _rows(
        self, lives: list[Life], owner: str, urgency: Urgency, stop: Callable[[], bool]
    ) -> list[np.ndarray] | None:
        """The rows of lives, in their order; None if they are no longer wanted."""
        lane = self.pool.lane(owner, urgency)
        pending = [self.lives.ask(life, lane, stop) for life in lives]
        found: list[np.ndarray] = []
        try:
            for life, future in zip(lives, pending, strict=True):
                while True:
                    if stop():
                        return None
                    try:
                        found.append(future.result(timeout=0.25))
                        break
                    except TimeoutError:
                        continue
                    except (CancelledError, Stopped):  # somebody else's, who left; or ours, and `stop` says so
                        future = self.lives.ask(life, lane, stop)
            return found
        finally:
            if len(found) < len(lives):
                for future in pending:
                    future.cancel()


def _lives(question: Question, most: int | None = None) -> list[Life]:
    """Every life of a question, future by future in the order of its courses; of `most` futures only."""
    scenario, company = question.of_scenario, content(question.of_scenario)
    seed, weeks = question.with_seed, question.in_weeks
    futures = question.in_futures if most is None else min(most, question.in_futures)
    return [Life(scenario, company, course, seed, n, weeks) for n in range(futures) for course in question.of_courses]


def _side_by_side(question: Question, rows: list[np.ndarray]) -> Comparison:
    """The comparison of lives that stand in the order of `_lives`."""
    courses = len(question.of_courses)
    found = np.stack([np.concatenate(rows[place::courses]) for place in range(courses)])
    return Comparison(question.of_scenario, question.of_courses, question.with_seed, found)


ENGINE = Engine()
