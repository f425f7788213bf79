"""What a log says of a company: each parameter with its interval or as not to be told, and what the model gets right.

Nothing here lives anything: all of it is learnt from a bank of simulated logs.
"""

from typing import NamedTuple

import numpy as np

from experiments.calibrating.bank import Bank
from experiments.calibrating.figures import ARRIVALS, COLUMNS, FIGURES, Figure, Floats
from experiments.calibrating.learning import Learner, Learnt
from experiments.calibrating.measuring import Measured
from experiments.calibrating.windows import Part
from experiments.comparing.intervals import CONFIDENCE
from experiments.errors import RequestError

TOLD = 0.7
"""A parameter is told by the log if its interval is narrower than this share of what nothing at all would say."""
LEAST_DRAWS = 400
"""Draws whose logs have all the figures of the log: of fewer nothing is learnt."""
STRANGE = 0.99
"""A log that is farther from the model's logs than this share of them from each other: the model makes none such."""


class Fit(NamedTuple):
    """What the log says of a parameter; values are in its own unit."""

    key: str
    low: float
    middle: float
    high: float
    width: float
    """Of the interval, as a share of the one that the plausible range alone gives (1: the log says nothing)."""

    @property
    def told(self) -> bool:
        """Whether the log tells it."""
        return self.width <= TOLD


class Check(NamedTuple):
    """A figure that was not fitted: of the log, and where the model expects it, given what was fitted."""

    figure: Figure
    part: Part
    log: float
    low: float
    middle: float
    high: float

    @property
    def holds(self) -> bool:
        """Whether the log lies within the interval."""
        return self.low <= self.log <= self.high


class Learned(NamedTuple):
    """All that was learnt for a log."""

    fits: tuple[Fit, ...]
    draws: Floats
    """Plausible values together, shape (draws, parameters)."""
    not_fitted: tuple[Check, ...]
    held_out: tuple[Check, ...]
    """Of the late part of the log, expected from its early part."""
    strange: float
    """Share of the bank's logs that lie nearer to other logs than this log does."""
    used: int
    """Draws of the bank that were learnt from."""


def columns_of(part: Part, figures: Floats, counted: bool = True) -> list[int]:
    """Where the fitted figures of a part are in COLUMNS, as far as they are defined in a log."""
    names = [f"{part} {figure.key}" for figure in FIGURES if figure.fitted]
    if counted:
        names.append(f"whole {ARRIVALS.key}")
    return [place for name in names if np.isfinite(figures[place := COLUMNS.index(name)])]


def learn(measured: Measured, bank: Bank) -> Learned:
    """What a bank says of a log. Raises RequestError if too few of its logs are like this one."""
    setting, figures = measured.setting, measured.figures
    fitted = columns_of("whole", figures)
    known = np.isfinite(bank.figures[:, fitted]).all(axis=1)
    if known.sum() < LEAST_DRAWS:
        raise RequestError(
            f"only {known.sum():,} of {len(known):,} simulated logs have all the figures of this log, and "
            f"{LEAST_DRAWS} are needed to learn from; give more --draws"
        )
    shares = setting.shares(bank.drawn[known])
    found = Learner(bank.figures[known][:, fitted], shares, bounded=True).ask(figures[fitted])
    others = [figure for figure in FIGURES if not figure.fitted]
    same = [figure for figure in FIGURES if figure.fitted]
    return Learned(
        tuple(_fits(measured, found)), setting.values(found.draws),
        tuple(_checks(bank, figures, others, "whole", "whole")), tuple(_checks(bank, figures, same, "early", "late")),
        found.strange, int(known.sum()),
    )  # fmt: skip


def _fits(measured: Measured, found: Learnt) -> list[Fit]:
    setting = measured.setting
    low, middle, high = (setting.values(each[None])[0] for each in (found.low, found.middle, found.high))
    width = (found.high - found.low) / CONFIDENCE
    return [
        Fit(each.key, *numbers)
        for each, *numbers in zip(
            setting.dimensions, low.tolist(), middle.tolist(), high.tolist(), width.tolist(), strict=True
        )
    ]


def _checks(bank: Bank, figures: Floats, checked: list[Figure], of: Part, on: Part) -> list[Check]:
    """Figures of the part `on`, expected from the fitted figures of the part `of`; what cannot be is left out."""
    fitted = columns_of(of, figures)
    found = []
    for figure in checked:
        place = COLUMNS.index(f"{on} {figure.key}")
        rows = np.isfinite(bank.figures[:, [*fitted, place]]).all(axis=1)
        if not np.isfinite(figures[place]) or rows.sum() < LEAST_DRAWS:
            continue
        here = Learner(bank.figures[rows][:, fitted], bank.figures[rows][:, [place]]).ask(figures[fitted])
        ends = (float(each[0]) for each in (here.low, here.middle, here.high))
        found.append(Check(figure, on, float(figures[place]), *ends))
    return found
