"""Films that were made, kept by what they show: whoever asks for the same gets the same, and it is lived once."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from threading import Lock
from typing import NamedTuple

from experiments.comparing.course import Course
from experiments.comparing.warmups import Stopped
from experiments.watching import Watching
from sim.company.scenario import Scenario

FILMS_KEPT = 12


class Take(NamedTuple):
    """What a film shows: courses of a scenario in one future, from the end of `first_week` on for so many weeks."""

    scenario: Scenario
    courses: tuple[Course, ...]
    seed: int
    replicate: int
    first_week: int
    weeks: int


type _Key = tuple[str, tuple[Course, ...], int, int, int, int]


class Films:
    """The films that were asked for last. Threads may share it."""

    def __init__(self, most: int = FILMS_KEPT) -> None:
        """Keeps so many of them."""
        self._most = most
        self._kept: OrderedDict[_Key, Future[Watching]] = OrderedDict()
        self._lock = Lock()

    def get(self, take: Take, lane: Executor, stop: Callable[[], bool]) -> Watching:
        """The film: remembered, or made now. Raises RequestError, or Stopped if nobody wants it any more."""
        while True:
            future = self._asked(take, lane, stop)
            while not stop():
                try:
                    return future.result(timeout=0.1)
                except TimeoutError:
                    continue
                except (CancelledError, Stopped):  # that of somebody who left: make it ourselves
                    break
            if stop():
                raise Stopped

    def _asked(self, take: Take, lane: Executor, stop: Callable[[], bool]) -> Future[Watching]:
        key = (take.scenario.model_dump_json(), *take[1:])
        with self._lock:
            future = self._kept.get(key)
            if future is None or (future.done() and (future.cancelled() or future.exception() is not None)):
                future = lane.submit(_film, take, stop)
                self._kept[key] = future
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return future


def _film(take: Take, stop: Callable[[], bool]) -> Watching:
    return Watching(
        take.scenario, take.courses, seed=take.seed, replicate=take.replicate,
        first_week=take.first_week, weeks=take.weeks, stop=stop,
    )  # fmt: skip


FILMS = Films()
