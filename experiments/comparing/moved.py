"""How far a measure is, week by week after the switch, from where it would be without the switch."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.calendar import WEEKS_A_QUARTER
from sim.records.measures import ratio

type Floats = NDArray[np.float64]


class Moved(NamedTuple):
    """`weeks` has shape (runs, weeks after the switch); NaN where a week, or what it would be, is not known."""

    weeks: Floats
    largest: float
    """The largest value that went into it: rounding is measured by it."""

    @property
    def mean(self) -> Floats:
        """The mean over runs, shape (weeks,)."""
        return mean(self.weeks, axis=0)


def from_stay(values: Floats, stay: Floats, switch: int) -> Moved:
    """From those who stay, week by week and run by run; both of shape (runs, weeks), the switch before column `switch`.

    What both share falls out: the season, slow drifts, and where they were before the switch.
    """
    return Moved((values - stay)[:, switch:], _largest(values))


def from_before(values: Floats, switch: int) -> Moved:
    """From the mean of the last whole quarter before the switch; NaN if there is none."""
    start = mean(values[:, switch - WEEKS_A_QUARTER : switch] if switch >= WEEKS_A_QUARTER else values[:, :0], axis=1)
    return Moved(values[:, switch:] - start[:, None], _largest(values))


def mean(values: Floats, axis: int) -> Floats:
    """Mean of what is defined; NaN where nothing is."""
    known = ~np.isnan(values)
    return ratio(np.where(known, values, 0.0).sum(axis=axis), known.sum(axis=axis))


def _largest(values: Floats) -> float:
    return float(np.abs(np.nan_to_num(values)).max(initial=0.0))
