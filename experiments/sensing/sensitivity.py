"""Sensitivity of one target to everything that a sweep varied, from the folder of the sweep."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np

from experiments.comparing.intervals import Floats, t_intervals
from experiments.comparing.moved import mean
from experiments.errors import RequestError
from experiments.reporting.render import fragment
from experiments.sensing.answers import Answers, answers_in
from experiments.sensing.as_it_is import in_design, lived
from experiments.sensing.effects import SURE, Effect, Verdict
from experiments.sensing.methods import methods
from experiments.sensing.noise import among_many, p_of_chance, spread
from experiments.sensing.target import Kind, Target, target_of, usual_of, values_of
from experiments.sweeping.designs import designs
from experiments.sweeping.experiment import Experiment


class Ways(NamedTuple):
    """Where the target lies over the points: clearly above zero, clearly below (95 % at that point), or neither."""

    mean: float
    above: int
    below: int
    unclear: int
    points: int
    negative: int
    """Points at which the mean is below zero, clearly or not."""
    surely_above: int
    surely_below: int
    """Points that are clear although so many were looked at (of those, one in twenty is a false alarm at most)."""


@dataclass(frozen=True)
class Sensitivity:
    """How far each dimension moves a target; the largest first in `ranked`."""

    experiment: Experiment
    company: str
    target: Target
    effects: tuple[Effect, ...]
    ways: Ways
    futures: int
    spread: float
    """Standard deviation of the target over the points, without chance; NaN where chance is all that is seen."""
    chance_share: float
    """Part of the variance that is seen over the points that is chance; NaN with one future a point."""
    as_it_is: float
    """The target in the company as it is; NaN where that is not known."""
    points: int
    """Points of the design."""
    failed: int
    lived: int
    """Of these, points that have been lived."""

    @cached_property
    def ranked(self) -> tuple[Effect, ...]:
        """The effects, those that move something first, then by size."""
        order = [Verdict.MOVES, Verdict.UNCLEAR, Verdict.NOTHING, Verdict.STILL]
        return tuple(sorted(self.effects, key=lambda each: (order.index(each.verdict), -np.nan_to_num(each.size))))

    def _repr_html_(self) -> str:
        from experiments.sensing.pages.effects import parts_of  # which shows what is made here

        return fragment(parts_of(self, "en"))

    def those(self, verdict: Verdict) -> tuple[Effect, ...]:
        """The effects with that verdict, the largest first."""
        return tuple(each for each in self.ranked if each.verdict is verdict)


def sensitivity(
    folder: Path | str,
    kind: Kind = "difference",
    *,
    measure: str | None = None,
    window: str | None = None,
    policy: str | None = None,
    against: str | None = None,
    company: str | None = None,
) -> Sensitivity:
    """What a target hangs on. Raises RequestError for a folder or a target that cannot be analysed, or OSError."""
    folder = Path(folder)
    answers = answers_in(folder, company)
    target = target_of(answers.experiment, kind, measure, window, policy, against)
    return sensitivity_of(answers, target, lived(folder, answers) if kind == "ranking" else in_design(answers))


def sensitivity_of(answers: Answers, target: Target, as_it_is: Answers | None = None) -> Sensitivity:
    """The same of answers at hand, and of the company as it is, if that is known: one point.

    Without it the usual ranking is that of the means over all points.
    """
    experiment = answers.experiment
    if experiment.design not in methods():
        known = ", ".join(name for name in designs() if name in methods())
        raise RequestError(
            f"a design of kind {experiment.design} says nothing of single parameters; sweep with one of: {known} "
            "(or look for boxes: siloscope discover)"
        )
    usual = usual_of(as_it_is or answers, target)
    values = values_of(answers, target, usual)
    found = methods()[experiment.design].effects([each.key for each in experiment.dimensions], answers.shares, values)
    own, chance = spread(values)
    return Sensitivity(
        experiment, answers.company, target, found, _ways(values), values.shape[-1],
        spread=float(np.sqrt(own)) if own >= 0.0 else float("nan"),
        chance_share=chance / (own + chance) if own + chance > 0.0 else float("nan"),
        as_it_is=float(mean(values_of(as_it_is, target, usual).ravel(), axis=0)) if as_it_is else float("nan"),
        points=len(values), failed=answers.failed, lived=answers.lived,
    )  # fmt: skip


def _ways(values: Floats) -> Ways:
    means, low, high, futures = t_intervals(values)
    known = futures > 0
    above, below = low[known] > 0.0, high[known] < 0.0
    sure = among_many(np.array([p_of_chance(each[None]) for each in values[known]])) < SURE
    return Ways(
        mean=float(means[known].mean()) if known.any() else float("nan"), above=int(above.sum()),
        below=int(below.sum()), unclear=int((~above & ~below).sum()), points=int(known.sum()),
        negative=int((means[known] < 0.0).sum()), surely_above=int((sure & (means[known] > 0.0)).sum()),
        surely_below=int((sure & (means[known] < 0.0)).sum()),
    )  # fmt: skip
