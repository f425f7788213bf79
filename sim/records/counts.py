"""How a measure is declared, and what it is computed from. The measures themselves are in measures/."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc

import numpy as np
from numpy.typing import NDArray

from sim.life.endings import BIN_RATIO, FIRST_BIN_DAYS

type Floats = NDArray[np.float64]


class Counts:
    """Sums over a window of weeks, one a run: `k["handoffs"]` has shape (runs,); `k.weekly(name)` is a mean a week."""

    def __init__(self, rows: np.ndarray, margin_rate: float) -> None:
        """`rows` has shape (runs, weeks) and dtype WEEK; `margin_rate` is the scenario's."""
        self.weeks = rows.shape[1]
        self.margin_rate = margin_rate
        self._sums = {name: rows[name].sum(axis=1, dtype=np.float64) for name in rows.dtype.names or ()}

    def __getitem__(self, name: str) -> Floats:
        return self._sums[name]

    def weekly(self, name: str) -> Floats:
        """Mean a week of a count or of a state at the end of a week."""
        return self._sums[name] / self.weeks

    @property
    def ended(self) -> Floats:
        """Problems solved or given up."""
        return self["solved"] + self["given_up"]


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported number: `better` is +1 if more is better, -1 if less is, 0 if it depends.

    `reading` says in plain words how to read it, in English, `reading_nl` in Dutch.
    """

    name: str
    label: str
    label_nl: str
    unit: str
    better: int
    reading: str
    reading_nl: str


@dataclass(frozen=True, slots=True)
class Measure(Reported):
    """A reported number with the function that computes it from counts."""

    of: Callable[[Counts], Floats]


MEASURES: dict[str, Measure] = {}


def measure(
    label: str, label_nl: str, unit: str, better: int, reading_nl: str
) -> Callable[[Callable[[Counts], Floats]], Callable[[Counts], Floats]]:
    """Declare a measure: the function's name is its name, its docstring how to read it, `reading_nl` that in Dutch."""

    def declare(function: Callable[[Counts], Floats]) -> Callable[[Counts], Floats]:
        name, reading = function.__name__, " ".join((getdoc(function) or "").split())
        MEASURES[name] = Measure(name, label, label_nl, unit, better, reading, reading_nl, function)
        return function

    return declare


def ratio(part: Floats, whole: Floats) -> Floats:
    """Part over whole; NaN where there is no whole."""
    return np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)


def window(rows: np.ndarray, first: int, last: int, margin_rate: float) -> dict[str, Floats]:
    """All measures over the weeks first .. last - 1 of `rows` (runs, weeks): name to one number a run."""
    counts = Counts(rows[:, first:last], margin_rate)
    return {name: each.of(counts) for name, each in MEASURES.items()}


def quantile(bins: Floats, share: float) -> Floats:
    """Quantile of days to solve from logarithmic bins (runs, DAY_BINS); straight within a bin. NaN where empty."""
    edges = FIRST_BIN_DAYS * BIN_RATIO ** np.arange(bins.shape[1])
    lower = np.concatenate([[0.0], edges[:-1]])
    total = bins.sum(axis=1)
    reached = np.cumsum(bins, axis=1)
    at = np.argmax(reached >= share * total[:, None], axis=1)
    runs = np.arange(len(bins))
    before = reached[runs, at] - bins[runs, at]
    inside = ratio(share * total - before, bins[runs, at])
    return np.where(total > 0, lower[at] + inside * (edges[at] - lower[at]), np.nan)
