"""Lives that were lived, kept by content: every number of one course in one future of one company.

So a point is never lived twice, whatever is asked next: another measure, another window, another rival, a finer map.
"""

from collections import OrderedDict
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import numpy as np

from experiments.comparing.compare import collected
from experiments.comparing.intervals import Floats
from experiments.comparing.jobs import Job
from experiments.comparing.windows import WINDOWS, Window

type Names = tuple[tuple[Window, str], ...]
"""Windows and measures."""


class Life(NamedTuple):
    """Every number that a comparison reports, of one course in one future: `values` in the order of `names`."""

    names: Names
    values: Floats

    def number(self, window: Window, measure: str) -> float | None:
        """One of them, NaN where undefined; None if it was not among them."""
        place = _places(self.names).get((window, measure))
        return None if place is None else float(self.values[place])


class Lives:
    """The `most` lives that were used last, by the course's content and the number of the future. Threads may share it.

    Each takes about a kilobyte.
    """

    def __init__(self, most: int = 20_000) -> None:
        self.most = most
        self._kept: OrderedDict[tuple[str, int], Life] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def get(self, course: str, future: int) -> Life | None:
        """A life, if it is kept; `course` is the key of a job of this course alone in future 0."""
        with self._lock:
            life = self._kept.get((course, future))
            if life is not None:
                self._kept.move_to_end((course, future))
        return life

    def keep(self, course: str, future: int, life: Life) -> None:
        """Keep a life."""
        with self._lock:
            self._kept[course, future] = life
            self._kept.move_to_end((course, future))
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)


def lives_of(job: Job, rows: np.ndarray) -> tuple[Life, ...]:
    """The life of each course of a job, from its rows: the numbers that a comparison of this future would report."""
    found = collected([(job, rows)])
    by_window = {window: found.measures(window) for window in WINDOWS}
    names = tuple((window, name) for window, measures in by_window.items() for name in measures)
    values = np.stack([each[:, 0] for measures in by_window.values() for each in measures.values()], axis=1)
    return tuple(Life(_same(names), of_course) for of_course in values)


@lru_cache(maxsize=8)
def _same(names: Names) -> Names:
    """These names, the same object for all lives."""
    return names


@lru_cache(maxsize=8)
def _places(names: Names) -> dict[tuple[Window, str], int]:
    return {name: place for place, name in enumerate(names)}
