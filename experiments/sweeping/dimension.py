"""One thing that an experiment varies: a number of the scenario or of a contract, over a range or a list of values.

Values are spread evenly over a range; evenly in their logarithm where its ends differ by a factor of ten or more. They
are rounded to what a person can read, so that the text of a value in a table is the value.
"""

import math
from dataclasses import dataclass
from functools import cache

from experiments.comparing.contract_keys import keys_of
from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.sweeping.sizes import sizes
from sim.datafiles.mistakes import nearest, on_one_line
from sim.parameters import Declared, declared

LOGARITHMIC = 10.0
"""A range whose ends differ by this factor or more is spread evenly in its logarithm."""
_DIGITS = 6  # of a value's text


@dataclass(frozen=True, slots=True)
class Dimension:
    """A key, as of --set, with the range or the values that it takes; `whole` numbers have no fractions."""

    key: str
    low: float
    high: float
    values: tuple[float, ...] = ()
    """If there are any, only these are taken; `low` and `high` are then the least and the greatest."""
    whole: bool = False

    @property
    def logarithmic(self) -> bool:
        """Whether values are spread evenly in their logarithm."""
        return not self.values and self.low > 0.0 and self.high / self.low >= LOGARITHMIC

    def value(self, share: float) -> float:
        """The value at a share of the way from low (0) to high (1); of a list, the one on whose stretch it lies.

        >>> Dimension("choice.meaning", 0.0, 2.0).value(0.25)
        0.5
        >>> Dimension("problems.per_week", 1.0, 100.0).value(0.5)
        10.0
        >>> Dimension("company.units", 2, 4, (2, 4)).value(0.5)
        4
        """
        share = min(max(share, 0.0), 1.0)
        if self.values:
            return self.values[min(int(share * len(self.values)), len(self.values) - 1)]
        if self.whole:
            # As many shares for each whole number, the ends among them.
            return float(min(math.floor(self.low + share * (self.high - self.low + 1)), int(self.high)))
        if share in (0.0, 1.0):
            return self.high if share else self.low
        if self.logarithmic:
            return float(f"{self.low * (self.high / self.low) ** share:.{_DIGITS}g}")
        places = _DIGITS - 1 - math.floor(math.log10(self.high - self.low))
        return round(self.low + share * (self.high - self.low), places)


def dimension(
    question: Question, key: str, low: float | None = None, high: float | None = None, values: tuple[float, ...] = ()
) -> Dimension:
    """A key of a question over a range (by default the plausible one that is declared) or over values.

    Raises RequestError for an unknown key, and for a range or a value that is beyond the limits.
    """
    least, most, likely, whole = _limits(question, key)
    if likely is None and not values and (low is None or high is None):
        raise RequestError(f"{key}: has no plausible range of its own; give low and high, or values")
    if values and (low is not None or high is not None):
        raise RequestError(f"{key}: give values, or low and high, not both")
    found = Dimension(key, min(values), max(values), values, whole) if values else _over(key, likely, low, high, whole)
    if len(set(values)) < len(values):
        raise RequestError(f"{key}: a value is given twice; each may be there once")
    if not least <= found.low <= found.high <= most or (not values and found.low == found.high):
        raise RequestError(
            f"{key}: from {found.low:g} to {found.high:g} is no range of it; "
            f"give a low end and a higher one, from {least:g} to {most:g}"
        )
    if whole and any(each != int(each) for each in (found.low, found.high, *values)):
        raise RequestError(f"{key}: only whole numbers, please: it counts something")
    return found


def _over(
    key: str, likely: tuple[float, float] | None, low: float | None, high: float | None, whole: bool
) -> Dimension:
    """Over a range; an end that is not given is that of the plausible one."""
    least, most = likely or (math.nan, math.nan)
    return Dimension(key, least if low is None else low, most if high is None else high, whole=whole)


def _limits(question: Question, key: str) -> tuple[float, float, tuple[float, float] | None, bool]:
    """Least, most, plausible range if there is one, and whether it is whole. Raises RequestError for an unknown key."""
    policy, colon, name = key.rpartition(":")
    if key in sizes():
        return sizes()[key].low, sizes()[key].high, None, True
    if not colon:
        known = _parameters()
        if key not in known:
            raise RequestError(
                f'"{on_one_line(key)}" is no parameter of a scenario; {nearest(key, [*known, *sizes()])}'
            )
        row = known[key]
        return row.low, row.high, (row.likely_low, row.likely_high), isinstance(row.default, int)
    numbers = {row.key: row for row in keys_of(question.unset_policy(policy))}
    if name not in numbers:
        raise RequestError(f'"{on_one_line(name)}" is no number of policy {policy}; {nearest(name, numbers)}')
    found = numbers[name]
    return found.low, found.high, found.likely, False


@cache
def _parameters() -> dict[str, Declared]:
    return {row.key: row for row in declared()}
