"""What a sweep found, in brief: each policy over all points, and at how many points it beats the first."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.intervals import Floats, t_intervals
from experiments.sweeping.brief import Brief as Brief
from experiments.sweeping.brief import Failure
from experiments.sweeping.brief import InBrief as InBrief
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.load import experiment_in, rows_in
from experiments.sweeping.overall import overall, padded
from experiments.sweeping.recalled import reading
from experiments.sweeping.units import names

if TYPE_CHECKING:
    import pyarrow as pa


class AtPoint(NamedTuple):
    """What was lived at a point: its place, the numbers of its futures, and `values` (futures, policies, numbers)."""

    place: int
    replicates: NDArray[np.int64]
    values: Floats


def found_in(folder: Path) -> InBrief:
    """What the sweep in a folder has found so far. Raises RequestError or OSError."""
    experiment = experiment_in(folder)
    rows = rows_in(folder, experiment)
    with reading(folder) as journal:
        undecided = journal.undecided()
    return in_brief(experiment, lived_at(rows, experiment), failures(rows, experiment), undecided)


def in_brief(experiment: Experiment, points: Sequence[AtPoint], failed: tuple[Failure, ...], undecided: int) -> InBrief:
    """The same of points that were read already."""
    rows = []
    futures = padded([point.replicates for point in points], np.int64(0))
    for place, policy in enumerate(experiment.question.policies):
        for column, number in enumerate(names(experiment.measures, experiment.windows)):
            apart = at_points(points, place, column, apart=True)
            rows.append(_brief(policy, number, at_points(points, place, column), apart, futures))
    units = sum(len(point.replicates) for point in points)
    return InBrief(experiment.name, experiment.asks, len(points), units, len(failed), tuple(rows), failed, undecided)


def lived_at(rows: "pa.Table", experiment: Experiment) -> list[AtPoint]:
    """The points among the rows of a sweep, in order."""
    several = len(experiment.question.policies)
    point = rows["point"].to_numpy()[::several]
    replicates = rows["replicate"].to_numpy()[::several].astype(np.int64)
    numbers = np.stack([rows[name].to_numpy() for name in rows.column_names[6:]], axis=-1)
    numbers = numbers.reshape(len(point), several, numbers.shape[-1])
    ends = [*np.flatnonzero(np.diff(point)) + 1, len(point)] if len(point) else []
    return [
        AtPoint(int(point[first]), replicates[first:last], numbers[first:last])
        for first, last in zip([0, *ends], ends, strict=False)
    ]


def failures(rows: "pa.Table", experiment: Experiment) -> tuple[Failure, ...]:
    """The units among the rows that failed, in order."""
    kept = rows.select(["point", "replicate", "place", "error"])
    bad = kept.filter(kept["error"].is_valid()).to_pylist()
    seed = experiment.question.with_seed
    return tuple(Failure(row["point"], row["replicate"], seed, row["error"]) for row in bad if row["place"] == 0)


def points_in(folder: Path, experiment: Experiment) -> tuple[list[Floats], int]:
    """For each point that was lived the numbers of its futures, shape (futures, policies, numbers); and failures."""
    rows = rows_in(folder, experiment)
    return [point.values for point in lived_at(rows, experiment)], len(failures(rows, experiment))


def at_points(points: Sequence[AtPoint], place: int, column: int, apart: bool = False) -> Floats:
    """A number of the policy at a place, or `apart`: its difference from the first policy; shape (points, futures).

    NaN where a point has no such future, or it is not defined there.
    """
    mine = [point.values[:, place, column] for point in points]
    if apart:
        mine = [one - point.values[:, 0, column] for one, point in zip(mine, points, strict=True)]
    return padded(mine, np.float64(np.nan))


def _brief(policy: str, number: str, values: Floats, apart: Floats, futures: NDArray[np.int64]) -> Brief:
    means, differences, lows, highs = t_intervals(values)[0], *t_intervals(apart)[:3]
    _, low, high = overall(apart, futures)
    return Brief(
        policy, number, _mean(means), _mean(differences), int((lows > 0).sum()), int((highs < 0).sum()),
        int(((lows <= 0) & (highs >= 0)).sum()), low, high,
    )  # fmt: skip


def _mean(values: Floats) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else float("nan")
