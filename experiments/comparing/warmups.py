"""Companies that have lived their warm-up, kept so that other courses can go on from there without the wait."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from experiments.comparing.playing import live_on
from sim.company.scenario import Scenario
from sim.simulation import Simulation

PATIENCE = 13  # weeks lived between two looks at whether anybody still waits for the result


class Stopped(Exception):
    """The result is no longer wanted."""


def warm(
    scenario: Scenario, seed: int, replicate: int, weeks: int | None = None, stop: Callable[[], bool] | None = None
) -> Simulation:
    """A company at the end of its warm-up, with room for `weeks` more (default: the scenario's). May raise Stopped."""
    warmup, more = scenario.run.warmup_weeks, scenario.run.weeks if weeks is None else weeks
    simulation = Simulation(scenario, seed=seed, replicate=replicate, weeks=warmup + more)
    for _ in live_on(simulation, warmup, PATIENCE):
        leave_if(stop)
    return simulation


def leave_if(stop: Callable[[], bool] | None) -> None:
    """Raise Stopped if the result is no longer wanted."""
    if stop is not None and stop():
        raise Stopped


def content(scenario: Scenario) -> str:
    """All of a scenario that a life depends on: not what it is called, nor how long or how often it is lived."""
    return scenario.model_dump_json(exclude={"name": True, "about": True, "run": {"weeks", "replicates", "seed"}})


type _Key = tuple[str, int, int]


class Warmups:
    """Warmed-up companies by scenario, seed and replicate; those that were used last are kept.

    `most` of them, and as many as fit in `most_bytes`. Threads may share it. A company of a thousand people takes a few
    megabytes. What a scenario is called, and for how long and how often it is lived, makes no other warm-up.
    """

    def __init__(self, most: int = 64, most_bytes: int = 512 * 2**20) -> None:
        self.most, self.most_bytes = most, most_bytes
        self._kept: OrderedDict[_Key, tuple[Simulation, int]] = OrderedDict()
        self._bytes = 0
        self._living: dict[_Key, Lock] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def fork(self, scenario: Scenario, seed: int, replicate: int, stop: Callable[[], bool] | None = None) -> Simulation:
        """A company of one's own at the end of its warm-up: the same bits as `warm`. May raise Stopped.

        Of two threads that ask for the same new one, one lives it and the other waits.
        """
        key = (content(scenario), seed, replicate)
        with self._one_at_a_time(key):
            with self._lock:
                found = self._kept.get(key)
            kept = found[0] if found is not None else warm(scenario, seed, replicate, stop=stop)
            self._keep(key, kept)
        return kept.fork()

    @contextmanager
    def _one_at_a_time(self, key: _Key) -> Iterator[None]:
        with self._lock:
            turn = self._living.setdefault(key, Lock())
        try:
            with turn:
                yield
        finally:
            with self._lock:
                if not turn.locked():
                    self._living.pop(key, None)

    def _keep(self, key: _Key, kept: Simulation) -> None:
        with self._lock:
            if key not in self._kept:
                size = sum(table.nbytes for table in kept.world)
                self._kept[key] = (kept, size)
                self._bytes += size
            self._kept.move_to_end(key)
            while len(self._kept) > self.most or (self._bytes > self.most_bytes and len(self._kept) > 1):
                self._bytes -= self._kept.popitem(last=False)[1][1]
