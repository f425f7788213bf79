"""What a log says of a company: each parameter with its interval or as not to be told, and what the model gets right.

Nothing here lives anything: all of it is learnt from a bank of simulated logs.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.calibrating.bank import Bank
from experiments.calibrating.figures import ARRIVALS, COLUMNS, FIGURES, Figure, Floats
from experiments.calibrating.learning import Learner, Learnt
from experiments.calibrating.measuring import Measured
from experiments.calibrating.windows import PARTS, Part
from experiments.comparing.intervals import CONFIDENCE
from experiments.errors import RequestError

TOLD = 0.7
"""A parameter is told by the log if its interval is narrower than this share of what nothing at all would say."""
LEAST_DRAWS = 400
"""Draws whose logs have all the figures of the log: of fewer nothing is learnt."""
STRANGE = 0.99
"""A log that is farther from the model's logs than this share of them from each other: the model makes none such."""


_MOST = 0.5  # of the bank; a figure that fewer of its logs have says little of them
_FIGURE = {f"{part} {figure.key}": figure for part in PARTS for figure in FIGURES}


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
    columns: tuple[int, ...]
    """The figures that were fitted: their places in COLUMNS."""
    not_fitted: tuple[Check, ...]
    held_out: tuple[Check, ...]
    """Of the late part of the log, expected from its early part."""
    strange: float
    """Share of the bank's logs that lie nearer to others than this log does."""
    used: int
    """Draws of the bank that were learnt from."""


def learn(measured: Measured, bank: Bank) -> Learned:
    """What a bank says of a log. Raises RequestError if too few of its logs are like this one."""
    setting, figures = measured.setting, measured.figures
    columns, rows = _common(bank, figures, _columns("whole", fitted=True))
    if rows.sum() < LEAST_DRAWS:
        raise RequestError(
            f"only {rows.sum():,} of {len(rows):,} simulated logs have all the figures of this log, and "
            f"{LEAST_DRAWS} are needed to learn from; give more --draws"
        )
    shares = setting.shares(bank.drawn[rows])
    found = Learner(bank.figures[rows][:, columns], shares, bounded=True).ask(figures[columns])
    return Learned(
        tuple(_fits(measured, found)), setting.values(found.draws), tuple(columns),
        _checks(bank, figures, columns, _columns("whole", fitted=False)),
        _checks(bank, figures, _columns("early", fitted=True), _columns("late", fitted=True)),
        found.strange, int(rows.sum()),
    )  # fmt: skip


def _columns(part: Part, fitted: bool) -> list[int]:
    """Where the figures of a part are in COLUMNS."""
    names = [f"{part} {figure.key}" for figure in FIGURES if figure.fitted == fitted]
    if part == "whole" and fitted:
        names.append(f"whole {ARRIVALS.key}")
    return [COLUMNS.index(name) for name in names]


def _common(bank: Bank, figures: Floats, columns: list[int]) -> tuple[list[int], NDArray[np.bool_]]:
    """The columns that the log and most of the bank have, and the draws that have them all, shape (draws,)."""
    known = np.isfinite(bank.figures)
    kept = [column for column in columns if np.isfinite(figures[column]) and known[:, column].mean() > _MOST]
    return kept, known[:, kept].all(axis=1)


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


def _checks(bank: Bank, figures: Floats, given: list[int], asked: list[int]) -> tuple[Check, ...]:
    """The figures `asked` as the figures `given` let expect them; none where too few simulated logs have them."""
    columns, rows = _common(bank, figures, [*given, *asked])
    fitted, checked = ([column for column in columns if column in those] for those in (given, asked))
    if rows.sum() < LEAST_DRAWS or not fitted or not checked:
        return ()
    here = Learner(bank.figures[rows][:, fitted], bank.figures[rows][:, checked]).ask(figures[fitted])
    found = []
    for place, *ends in zip(checked, here.low.tolist(), here.middle.tolist(), here.high.tolist(), strict=True):
        figure = _FIGURE[COLUMNS[place]]
        most = 1.0 if figure.kind == "share" else math.inf
        found.append(Check(figure, float(figures[place]), *(min(max(end, 0.0), most) for end in ends)))
    return tuple(found)
