"""Silo maps that were made, future by future: kept by what they show, and sharper while one looks."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from threading import Lock
from typing import NamedTuple

from experiments.comparing.course import Course
from experiments.comparing.warmups import Stopped
from experiments.mapping import SiloMap, Traffic, divisions_in, live_traffic, windows_of
from sim.company.scenario import Scenario

MAPS_KEPT = 8
ROUNDS = (2, 6, 12)
"""How many futures the first pictures show; the last shows all."""


class Wanted(NamedTuple):
    """A map of courses of a scenario, over so many weeks and futures."""

    scenario: Scenario
    courses: tuple[Course, ...]
    seed: int
    weeks: int
    futures: int


class Maps:
    """Traffic by content: the futures of the maps that were asked for last. Threads may share it."""

    def __init__(self, most: int = MAPS_KEPT) -> None:
        """Keeps the futures of so many maps."""
        self._most = most
        self._kept: OrderedDict[tuple[str, tuple[Course, ...], int, int], dict[int, Traffic]] = OrderedDict()
        self._lock = Lock()
        self.lived = 0
        """How many futures were lived; the others were remembered."""

    def sharpen(self, wanted: Wanted, lane: Executor, stop: Callable[[], bool]) -> Iterator[SiloMap]:
        """The map with more and more futures. Raises RequestError, or Stopped if nobody wants it any more."""
        windows = windows_of(wanted.scenario, wanted.weeks)
        kept = self._futures(wanted)
        rounds = [n for n in ROUNDS if n < wanted.futures and n > len(kept)]
        for upto in (*rounds, wanted.futures):
            pending = {n: lane.submit(self._live, wanted, n, kept, stop) for n in range(upto) if n not in kept}
            _await(list(pending.values()), stop)
            found = SiloMap(divisions_in(wanted.scenario), windows)
            for n in range(upto):
                found.add(kept[n])
            yield found

    def _futures(self, wanted: Wanted) -> dict[int, Traffic]:
        key = (wanted.scenario.model_dump_json(), wanted.courses, wanted.seed, wanted.weeks)
        with self._lock:
            kept = self._kept.setdefault(key, {})
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return kept

    def _live(self, wanted: Wanted, replicate: int, kept: dict[int, Traffic], stop: Callable[[], bool]) -> None:
        if replicate in kept:  # somebody else asked for it meanwhile
            return
        traffic = live_traffic(
            wanted.scenario, wanted.courses, seed=wanted.seed, replicate=replicate, weeks=wanted.weeks, stop=stop
        )
        kept[replicate] = traffic
        self.lived += 1


def _await(pending: list[Future[None]], stop: Callable[[], bool]) -> None:
    """Wait for all; what is no longer wanted is cancelled. Raises Stopped, and what they raise."""
    try:
        for future in pending:
            while True:
                if stop():
                    raise Stopped
                try:
                    future.result(timeout=0.1)
                    break
                except TimeoutError:
                    continue
    finally:
        for future in pending:
            future.cancel()


MAPS = Maps()
