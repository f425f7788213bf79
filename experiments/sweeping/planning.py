"""Which units are next: point by point, as many futures as it takes, and never one that is done.

How many futures a point gets is decided at fixed looks, on all of its futures up to there; so the same units are lived
whatever the order in which they come back, and however often the experiment was interrupted.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from experiments.comparing.intervals import Floats
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.program import program
from experiments.sweeping.stopping import Until
from experiments.sweeping.units import Lived, Task, Unit, names

OPEN_POINTS, OPEN_A_WORKER = 64, 8
"""Points that are worked at at once; more would cost memory, fewer would leave workers idle at the looks."""

type Remembered = Callable[[int], Iterable[Lived]]
"""What is known of a point from before."""
type Closed = Callable[[int, int, bool], None]
"""Told that a point needs no more futures: its place, how many it has, and whether that decided it."""


class _Open:
    """A point that is worked at."""

    def __init__(self, place: int) -> None:
        self.place, self.look = place, 0
        self.found: dict[int, Floats] = {}
        """By replicate: the differences that the stopping rule looks at, shape (policies - 1,)."""
        self.sent = 0


class Plan:
    """The order of work in an experiment. `done` are places of points that are closed already."""

    def __init__(
        self, experiment: Experiment, done: set[int], remembered: Remembered, closed: Closed, workers: int = 1
    ) -> None:
        self._most_open = max(OPEN_POINTS, OPEN_A_WORKER * workers)
        self._experiment, self._remembered, self._closed = experiment, remembered, closed
        self._places: Iterator[int] = (place for place in range(experiment.many) if place not in done)
        self._open: dict[int, _Open] = {}
        self._waiting: deque[Unit] = deque()
        rule = experiment.replicates
        self._looks = rule.looks
        numbers = list(names(experiment.measures, experiment.windows))
        self._column = None
        if isinstance(rule, Until):
            self._column = numbers.index(f"{rule.window}.{rule.measure}")

    def task(self, most: int) -> Task | None:
        """The next `most` units or fewer; None if none can be begun now."""
        units: list[Unit] = []
        while len(units) < most:
            if not self._waiting and not self._next_point():
                break
            units.append(self._waiting.popleft())
        experiment = self._experiment
        if not units:
            return None
        return Task(experiment.question, tuple(units), experiment.measures, experiment.windows, program())

    def learn(self, lived: Lived) -> None:
        """A unit has come back."""
        point = self._open[lived.place]
        point.found[lived.replicate] = self._differences(lived)
        self._look(point)

    def _next_point(self) -> bool:
        """Open another point, if there is one and there is room; units may be waiting then."""
        while not self._waiting:
            place = next(self._places, None) if len(self._open) < self._most_open else None
            if place is None:
                return False
            point = self._open[place] = _Open(place)
            for lived in self._remembered(place):
                point.found[lived.replicate] = self._differences(lived)
            self._look(point)
        return True

    def _look(self, point: _Open) -> None:
        """Close a point that has had enough, or send for the futures up to its next look."""
        while True:
            upto = self._looks[point.look]
            if point.sent < upto:
                self._send(point, upto)
            if any(replicate not in point.found for replicate in self._futures(upto)):
                return
            decided = self._enough(point, upto)
            if decided or point.look + 1 == len(self._looks):
                del self._open[point.place]
                self._closed(point.place, upto, decided)
                return
            point.look += 1

    def _send(self, point: _Open, upto: int) -> None:
        where = self._experiment.point(point.place)
        company = where.company if self._experiment.companies else ""
        settings = self._experiment.settings(where)
        for replicate in self._futures(upto)[point.sent :]:
            if replicate not in point.found:
                self._waiting.append(Unit(point.place, replicate, company, settings))
        point.sent = upto

    def _enough(self, point: _Open, upto: int) -> bool:
        rule = self._experiment.replicates
        if not isinstance(rule, Until):
            return True
        return rule.enough(np.stack([point.found[replicate] for replicate in self._futures(upto)], axis=-1))

    def _futures(self, many: int) -> range:
        """The numbers of the first so many futures."""
        return range(self._experiment.first, self._experiment.first + many)

    def _differences(self, lived: Lived) -> Floats:
        if self._column is None:
            return np.empty(0)
        chosen = lived.values[:, self._column]
        found: Floats = chosen[1:] - chosen[0]
        return found
