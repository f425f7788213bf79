"""Sweeps whose lives are made up by a rule, so that what they find is known beforehand and costs nothing."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np

from experiments.sweeping.engines import Engine
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.sweep import sweep
from experiments.sweeping.units import Done, Lived, Task, Unit, failed

type Rule = Callable[[Unit, int], float]
"""What every number is, of a unit under a policy (by place); raises ValueError for a unit that fails."""


class MadeUp(Executor):
    """An executor that lives by a rule, whatever it is told to do."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    def submit(self, _: Any, /, *args: Any, **__: Any) -> Future[Any]:
        (task,) = args
        future: Future[Any] = Future()
        future.set_result(Done(tuple(self.lived(task, unit) for unit in task.units), 0.01, 0.01))
        return future

    def lived(self, task: Task, unit: Unit) -> Lived:
        many = len(task.measures) * len(task.windows)
        try:
            values = [[self.rule(unit, place)] * many for place in range(len(task.question.policies))]
        except ValueError as error:
            return failed(task, unit, str(error))
        return Lived(unit.place, unit.replicate, b"", np.array(values))


def made_up(experiment: Experiment, folder: Path, rule: Rule, stop_at: int | None = None) -> Path:
    """The folder of such a sweep, interrupted after `stop_at` units if that is given."""

    def progress(state: Any) -> None:
        if stop_at is not None and state.done >= stop_at:
            raise KeyboardInterrupt

    try:
        sweep(experiment, folder, where=Engine("made up", 1, lambda: nullcontext(MadeUp(rule))), progress=progress)
    except KeyboardInterrupt:
        assert stop_at is not None
    return folder


def luck(unit: Unit) -> float:
    """Noise that all points and policies of a future share, from -1 to 1."""
    return float(np.sin(7.3 * unit.replicate + 0.4))
