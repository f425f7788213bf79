"""When a point has had enough futures: after a fixed number, or once the paired differences are known well enough.

The rule looks at the width of the interval only, never at where it lies, so it does not stop on a lucky difference
(Chow & Robbins, 1965). But it stops more easily where the spread happens to look small, and then the interval is too
narrow. So there is a least number, looks are ever a quarter apart, and the width must suffice at two looks running: a
simulation with a known answer gives 94 to 95 % coverage instead of 91 to 93.
"""

from dataclasses import dataclass

import numpy as np

from experiments.comparing.intervals import Floats, t_intervals
from experiments.comparing.windows import Window
from experiments.errors import RequestError


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same number of futures at each point."""

    number: int

    @property
    def most(self) -> int:
        """No point has more."""
        return self.number

    @property
    def looks(self) -> tuple[int, ...]:
        """After how many futures a point is looked at."""
        return (self.number,)


@dataclass(frozen=True, slots=True)
class Until:
    """Until the 95 % interval of each paired difference from the first policy is narrower than `width`, end to end.

    From `least` futures on, at most `most`; where that does not suffice the point is undecided, and says so.
    """

    measure: str
    width: float
    window: Window = "last_quarter"
    least: int = 16
    most: int = 200

    def __post_init__(self) -> None:
        """Refuse a width that is none."""
        if not self.width > 0.0:
            raise RequestError(f"width = {self.width:g} must be more than 0: so narrow the interval is to be")

    @property
    def looks(self) -> tuple[int, ...]:
        """After how many futures a point is looked at: ever a quarter more, so that looks are few."""
        found = [self.least]
        while found[-1] < self.most:
            found.append(min(self.most, found[-1] + max(2, found[-1] // 4)))
        return tuple(found)

    def enough(self, differences: Floats) -> bool:
        """Whether the differences, shape (policies, futures), are known well enough at this look and the one before.

        Undefined ones never are.
        """
        futures = differences.shape[-1]
        before = max((look for look in self.looks if look < futures), default=0)
        return before > 0 and self._narrow(differences) and self._narrow(differences[..., :before])

    def _narrow(self, differences: Floats) -> bool:
        _, low, high, _ = t_intervals(differences)
        return bool(np.all(np.isfinite(low) & (high - low <= self.width)))
