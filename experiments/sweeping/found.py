"""What a sweep found, in brief: each policy over all points, and at how many points it beats the first."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from experiments.comparing.intervals import Floats, t_intervals
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.load import experiment_in, rows_in
from experiments.sweeping.units import names


class Brief(NamedTuple):
    """One number of one policy: its mean over points, the mean difference from the first, and where that goes."""

    policy: str
    number: str
    mean: float
    difference: float
    higher: int
    lower: int
    unclear: int
    """Points at which the 95 % interval of the paired difference lies above zero, below it, and around it."""


class InBrief(NamedTuple):
    """A sweep in brief."""

    name: str
    asks: str
    points: int
    units: int
    failed: int
    rows: tuple[Brief, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {**self._asdict(), "rows": [row._asdict() for row in self.rows]}


def found_in(folder: Path) -> InBrief:
    """What the sweep in a folder has found so far. Raises RequestError or OSError."""
    experiment = experiment_in(folder)
    values, failed = points_in(folder, experiment)
    rows = []
    for place, policy in enumerate(experiment.question.policies):
        for column, number in enumerate(names(experiment.measures, experiment.windows)):
            rows.append(_brief(policy, number, values, place, column))
    units = sum(point.shape[0] for point in values)
    return InBrief(experiment.name, experiment.asks, len(values), units, failed, tuple(rows))


def points_in(folder: Path, experiment: Experiment) -> tuple[list[Floats], int]:
    """For each point that was lived the numbers of its futures, shape (futures, policies, numbers); and failures."""
    rows = rows_in(folder, experiment)
    several = len(experiment.question.policies)
    point = rows["point"].to_numpy()[::several]
    numbers = np.stack([rows[name].to_numpy() for name in rows.column_names[6:]], axis=-1)
    numbers = numbers.reshape(len(point), several, -1)
    failed = rows.num_rows - rows["error"].null_count
    ends = [*np.flatnonzero(np.diff(point)) + 1, len(point)] if len(point) else []
    return [numbers[first:last] for first, last in zip([0, *ends], ends, strict=False)], failed // several


def _brief(policy: str, number: str, values: list[Floats], place: int, column: int) -> Brief:
    means = np.array([_mean(point[:, place, column]) for point in values])
    apart = [point[:, place, column] - point[:, 0, column] for point in values]
    ends = np.array([[each[()] for each in t_intervals(one)[:3]] for one in apart]).reshape(len(apart), 3)
    return Brief(
        policy, number, _mean(means), _mean(ends[:, 0]), int((ends[:, 1] > 0).sum()), int((ends[:, 2] < 0).sum()),
        int(((ends[:, 1] <= 0) & (ends[:, 2] >= 0)).sum()),
    )  # fmt: skip


def _mean(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else float("nan")
