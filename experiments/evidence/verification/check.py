"""What a check is: a number that theory gives, the same number as the model gives it, and how far apart they may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

TOLERANCE = 0.01
"""Share of the expected value by which a measured one may always differ."""

SIGMAS = 3.0
"""Standard errors by which an average over chance may differ, where that is more."""


@dataclass(frozen=True, slots=True)
class Check:
    """One closed form against the model. Expected and measured are in the unit that the statement names."""

    id: str
    statement: str
    source: str
    expected: float
    measured: float
    error: float = 0.0
    """Standard error of the measured value; 0 where no chance is involved."""
    scale: float = 0.0
    """A value of the same sweep to which the tolerance relates where that is larger, as when nothing is expected."""

    @property
    def tolerance(self) -> float:
        """The most that measured may differ from expected: 1 %, or the Monte Carlo error if that is more."""
        return max(TOLERANCE * max(abs(self.expected), self.scale), SIGMAS * self.error)

    @property
    def passed(self) -> bool:
        """Whether the model gives what theory says; an undefined number never does."""
        return abs(self.measured - self.expected) <= self.tolerance


@dataclass(frozen=True, slots=True)
class Mean:
    """An average over independent runs and its standard error."""

    value: float
    error: float

    @classmethod
    def of(cls, runs: Sequence[float]) -> Self:
        """The average of one number a run (two runs at least)."""
        return cls(float(np.mean(runs)), float(np.std(runs, ddof=1) / np.sqrt(len(runs))))
