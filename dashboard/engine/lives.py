"""Companies' lives by content: what was lived once is kept, and what two people ask for at once is lived once.

The unit is one course in one future. So a slider of one contract leaves the other policies' lives as they are, and a
policy that is added meets futures that are there already.
"""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from threading import Lock
from typing import NamedTuple

import numpy as np

from experiments.comparing.course import Course
from experiments.comparing.jobs import Job, live
from experiments.comparing.warmups import Stopped, Warmups
from sim.company.scenario import Scenario

MOST_BYTES = 192 * 2**20
"""Of rows that are kept: a thousand futures of a year and a half."""


class Life(NamedTuple):
    """One course of a scenario in one future; `company` is the scenario's content, by which lives are told apart."""

    scenario: Scenario
    company: str
    course: Course
    seed: int
    replicate: int
    weeks: int

    @property
    def key(self) -> "_Key":
        """What tells this life apart."""
        return (self.company, self.course, self.seed, self.replicate, self.weeks)


type _Key = tuple[str, Course, int, int, int]


class Lives:
    """Rows of lives, dtype WEEK, shape (1, warm-up + weeks); those used last are kept. Threads may share it."""

    def __init__(self, most_bytes: int = MOST_BYTES, warmups: Warmups | None = None) -> None:
        """Room for so many bytes of rows; warm-ups are kept beside it."""
        self._most = most_bytes
        self._warmups = warmups or Warmups(128)
        self._kept: OrderedDict[_Key, np.ndarray] = OrderedDict()
        self._coming: dict[_Key, Future[np.ndarray]] = {}
        self._bytes = 0
        self._lock = Lock()
        self.lived = 0
        """How many were lived; the others were remembered."""

    def ask(self, life: Life, lane: Executor, stop: Callable[[], bool]) -> Future[np.ndarray]:
        """The rows of a life: remembered, or on their way already, or put in line.

        What is on its way for somebody else may be cancelled by them (CancelledError, or Stopped): ask again then.
        """
        key = life.key
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                done: Future[np.ndarray] = Future()
                done.set_result(kept)
                return done
            coming = self._coming.get(key)
            if coming is not None and not coming.cancelled():
                return coming
            future = lane.submit(self._live, life, stop)
            self._coming[key] = future
        future.add_done_callback(partial(self._arrived, key))
        return future

    def kept(self, lives: list[Life]) -> list[np.ndarray]:
        """The rows of the first lives of a list, up to the first that is not remembered."""
        found = []
        with self._lock:
            for life in lives:
                rows = self._kept.get(life.key)
                if rows is None:
                    break
                self._kept.move_to_end(life.key)
                found.append(rows)
        return found

    def _live(self, life: Life, stop: Callable[[], bool]) -> np.ndarray:
        if stop():
            raise Stopped
        self.lived += 1
        job = Job(life.scenario, (life.course,), life.seed, life.replicate, life.weeks)
        return live(job, stop, self._warmups)

    def _arrived(self, key: _Key, future: Future[np.ndarray]) -> None:
        with self._lock:
            if self._coming.get(key) is future:
                del self._coming[key]
            if future.cancelled() or future.exception() is not None:
                return
            rows = future.result()
            self._kept[key] = rows
            self._bytes += rows.nbytes
            while self._bytes > self._most and self._kept:
                self._bytes -= self._kept.popitem(last=False)[1].nbytes
