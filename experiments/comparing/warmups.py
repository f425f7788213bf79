"""Companies that have lived their warm-up, kept so that other courses can go on from there without the wait."""

from collections import OrderedDict
from collections.abc import Callable
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


class Warmups:
    """Warmed-up companies by scenario, seed and replicate; the `most` that were used last are kept.

    Threads may share it. A company of a thousand people takes a few megabytes.
    """

    def __init__(self, most: int = 64) -> None:
        self.most = most
        self._kept: OrderedDict[tuple[str, int, int], Simulation] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def fork(self, scenario: Scenario, seed: int, replicate: int, stop: Callable[[], bool] | None = None) -> Simulation:
        """A company of one's own at the end of its warm-up: the same bits as `warm`. May raise Stopped.

        Two threads that ask for the same new one both live it, which costs time and changes nothing.
        """
        key = (scenario.model_dump_json(), seed, replicate)
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            kept = warm(scenario, seed, replicate, stop=stop)
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return kept.fork()
