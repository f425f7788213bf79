"""How much of a sweep's time is spent inside the compiled model, in processor time of one thread.

For as long as it is asked, the compiled loops that a run calls are put behind a clock. What they are called with, and
what comes of it, stays the same.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sim.simulation as running
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.units import Task, Unit, live_task
from sim import compiled


class Clock:
    """Seconds of this thread's processor time that were spent in what it wraps."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def around[**P, R](self, loop: Callable[P, R]) -> Callable[P, R]:
        """The same loop, timed."""

        def timed(*arguments: P.args, **named: P.kwargs) -> R:
            begin = time.thread_time()
            try:
                return loop(*arguments, **named)
            finally:
                self.seconds += time.thread_time() - begin

        return timed


@contextmanager
def in_compiled() -> Iterator[Clock]:
    """A clock of all compiled loops that runs call meanwhile. Of this process, for one thread."""
    clock, before = Clock(), compiled.straight

    def straight(loop: Any, *arguments: Any) -> Any:
        return clock.around(before(loop, *arguments))

    try:
        setattr(running, "straight", straight)  # noqa: B010, a module's name is put back below
        yield clock
    finally:
        setattr(running, "straight", before)  # noqa: B010


def share_outside(experiment: Experiment, units: int) -> float:
    """Live the first units of an experiment here; the share of the processor's time outside the compiled model.

    Raises RuntimeError if one fails.
    """
    _live(experiment, 1)  # loads the rules
    with in_compiled() as clock:
        begin = time.thread_time()
        _live(experiment, units)
        whole = time.thread_time() - begin
    return 1.0 - clock.seconds / whole


def _live(experiment: Experiment, units: int) -> None:
    """Points one after the other, all futures of each, as a sweep does."""
    most = experiment.replicates.most
    asked = []
    for number in range(units):
        point = experiment.point(number // most)
        company = point.company if experiment.companies else ""
        asked.append(Unit(point.place, number % most, company, experiment.settings(point)))
    done = live_task(Task(experiment.question, tuple(asked), experiment.measures, experiment.windows))
    wrong = next((each.error for each in done.lived if each.error), None)
    if wrong is not None:
        raise RuntimeError(wrong)
