"""Under which conditions a favourite loses: boxes of parameters in which most points are lost (scenario discovery).

PRIM (Friedman & Fisher, 1999; Bryant & Lempert, 2010) by the EMA workbench peels thin slices off the space as long as
what is left holds a larger part of lost points. Of its boxes the one is told that says most with fewest limits, all of
which matter; and only if it is lost more often than not, and labels that were shuffled give no box as good. The points
of a walk (Morris) or of a block (Sobol') are near each other, and stay together when labels are shuffled.
"""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.intervals import Floats, t_intervals
from experiments.extras import extra
from experiments.reporting.render import fragment
from experiments.sensing.answers import Answers, answers_in
from experiments.sensing.effects import SURE
from experiments.sensing.target import Target, target_of, usual_of, values_of
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.varied import value_now

FEWEST = 8
"""Lost points, and points that are not lost, below which there is nothing to look for."""
MOST_BOXES = 3
MOSTLY = 0.5
"""Part of a box's points that must be lost for it to be told."""
MOST_KEPT = 0.5
"""Part of the points that are not lost that a box may hold: one that holds most of everything is no condition."""
SHUFFLES = 19
"""A box is told if none of so many shuffles gives one as good: then chance gives it one time in twenty at most."""
_SLICE = 0.1  # part of the points that is peeled off at a time
_SIMPLER = 0.03  # a further limit must fit better by this to be worth its words

type Mask = NDArray[np.bool_]


class Limit(NamedTuple):
    """A dimension within limits; NaN where there is none.

    `chance_low`, `chance_high`: how likely the box would be as full of lost points if that limit did nothing (Bryant &
    Lempert's quasi-p, a binomial test).
    """

    key: str
    low: float
    high: float
    chance_low: float
    chance_high: float


class Box(NamedTuple):
    """Points within all limits, and how many of them are lost."""

    limits: tuple[Limit, ...]
    inside: int
    lost: int
    coverage: float
    """Part of all lost points that is inside."""
    density: float
    """Part of the points inside that is lost."""
    fit: float

    def holds(self, values: Floats, keys: list[str]) -> Mask:
        """Which points, of shape (points, dimensions), lie within."""
        held = np.ones(len(values), dtype=bool)
        for each in self.limits:
            column = values[:, keys.index(each.key)]
            held &= ~(column < each.low) & ~(column > each.high)  # nothing is less or more than NaN
        return held


class Discovery(NamedTuple):
    """Where a favourite loses against another policy, on average over the futures of a point."""

    experiment: Experiment
    company: str
    target: Target
    points: int
    lost: int
    clearly: int
    """Of the lost points, those at which the 95 % interval of the difference leaves out zero."""
    boxes: tuple[Box, ...]
    unfit: Box | None
    """The best box, where shuffled labels give one as good."""
    values: Floats
    """Where the points are, shape (points, dimensions)."""
    wins: NDArray[np.int8]
    """Of each point: 1 where the favourite clearly wins, −1 where it clearly loses, 0 where that is not sure."""

    def _repr_html_(self) -> str:
        from experiments.sensing.pages.boxes import parts_of  # which shows what is made here

        return fragment(parts_of(self, "en"))


type Progress = Callable[[int, int], None]
"""Told how many searches are done, of how many for the first box."""


def discovered(
    folder: Path | str,
    *,
    favourite: str | None = None,
    against: str | None = None,
    measure: str | None = None,
    window: str | None = None,
    company: str | None = None,
    progress: Progress | None = None,
) -> Discovery:
    """Where the favourite loses, from the folder of any sweep. Raises RequestError or OSError."""
    answers = answers_in(folder, company)
    target = target_of(answers.experiment, "difference", measure, window, favourite, against)
    return discovered_of(answers, target, progress)


def discovered_of(answers: Answers, target: Target, progress: Progress | None = None) -> Discovery:
    """The same of answers at hand."""
    experiment = answers.experiment
    sign = -1.0 if target.reported.better < 0 else 1.0
    means, low, high, _ = t_intervals(sign * values_of(answers, target, usual_of(answers, target)))
    block = _block(experiment)
    known = np.isfinite(means).reshape(-1, block).all(axis=1).repeat(block)
    lost, clearly = means[known] < 0.0, high[known] < 0.0
    keys = [each.key for each in experiment.dimensions]
    values, wins = _whole(answers)[known], (low[known] > 0.0).astype(np.int8) - clearly
    boxes, unfit = boxes_of(values, lost, keys, block, progress)
    return Discovery(
        experiment, answers.company, target, len(lost), int(lost.sum()), int(clearly.sum()), boxes, unfit, values, wins
    )  # fmt: skip


def boxes_of(
    values: Floats, lost: Mask, keys: list[str], block: int = 1, progress: Progress | None = None
) -> tuple[tuple[Box, ...], Box | None]:
    """Boxes one after the other, each among the points that those before it leave; and the first that was refused.

    `values` has shape (points, dimensions), `lost` (points,). Points that are near each other come in blocks; then
    there is one box only, because what it leaves would be torn blocks.
    """
    found: list[Box] = []
    left = np.ones(len(lost), dtype=bool)
    rng = np.random.default_rng(1)
    while len(found) < (MOST_BOXES if block == 1 else 1) and _enough(lost[left]):
        box = _best(values[left], lost[left], keys, int(lost.sum()))
        if box is None:
            return tuple(found), None
        for search in range(SHUFFLES):
            if progress is not None:
                progress(len(found) * SHUFFLES + search + 1, max(1, len(found) + 1) * SHUFFLES)
            shuffled = rng.permutation(lost[left].reshape(-1, block)).ravel()
            if _as_good(box, values[left], shuffled, keys):
                return tuple(found), box
        found.append(box)
        left &= ~box.holds(values, keys)
    return tuple(found), None


def _block(experiment: Experiment) -> int:
    """How many points that follow each other are near each other."""
    many = len(experiment.dimensions)
    return {"morris": many + 1, "sobol": many + 2}.get(experiment.design, 1)


def _enough(lost: Mask) -> bool:
    return min(int(lost.sum()), int((~lost).sum())) >= FEWEST


def _as_good(box: Box, values: Floats, shuffled: Mask, keys: list[str]) -> bool:
    other = _best(values, shuffled, keys, int(shuffled.sum()))
    return other is not None and other.fit >= box.fit


def _best(values: Floats, lost: Mask, keys: list[str], all_lost: int) -> Box | None:
    """The box on PRIM's way that says most with fewest limits, all of which matter; None if there is none."""
    import pandas as pd

    varies = np.flatnonzero(np.ptp(values, axis=0) > 0.0)
    frame = pd.DataFrame(values[:, varies], columns=[keys[column] for column in varies])
    prim = extra("ema_workbench.analysis.prim")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries below, about each other
        search = prim.Prim(frame, lost.astype(np.int64), peel_alpha=_SLICE, mass_min=max(0.02, 4.0 / len(lost)))
        way = search.find_box()
    if way is None:
        return None
    told = []
    for step in range(1, len(way.box_lims)):
        limits = _limits(way.box_lims[step], way.box_lims[0], way.p_values[step])
        if limits and all(each.chance_low <= SURE and each.chance_high <= SURE for each in limits):
            told.append(_box(limits, values, lost, keys, all_lost))
    kept = int((~lost).sum())
    told = [each for each in told if each.density >= MOSTLY and each.inside - each.lost <= MOST_KEPT * kept]
    return max(told, key=lambda each: each.fit, default=None)


def _limits(box: Any, everything: Any, chances: dict[str, list[float]]) -> tuple[Limit, ...]:
    """What the box limits, with the chances of each end; an end that is not limited has chance 0."""
    found = []
    for key, (low, high) in chances.items():
        least, most = (
            float(box[key][row]) if box[key][row] != everything[key][row] else float("nan") for row in (0, 1)
        )
        if least == least or most == most:
            found.append(Limit(key, least, most, max(0.0, float(low)), max(0.0, float(high))))
    return tuple(found)


def _box(limits: tuple[Limit, ...], values: Floats, lost: Mask, keys: list[str], all_lost: int) -> Box:
    bare = Box(limits, 0, 0, 0.0, 0.0, 0.0)
    held = bare.holds(values, keys)
    inside, inside_lost = int(held.sum()), int((held & lost).sum())
    words = sum((each.low == each.low) + (each.high == each.high) for each in limits)
    fit = 2.0 * inside_lost / max(1, inside + int(lost.sum())) - _SIMPLER * words
    return Box(limits, inside, inside_lost, inside_lost / max(1, all_lost), inside_lost / max(1, inside), fit)


def _whole(answers: Answers) -> Floats:
    """The points in values; what is as it is has the value that it is."""
    values = answers.values.copy()
    for column, dimension in enumerate(answers.experiment.dimensions):
        bare = np.isnan(values[:, column])
        if bare.any():
            values[bare, column] = value_now(answers.experiment.question, dimension.key)
    return values
