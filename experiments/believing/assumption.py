"""An assumption: a parameter, or a number of a contract, over the range in which somebody could believe it to lie.

Values are spread evenly over the range; evenly in their logarithm where the range spans a factor of ten or more. They
are rounded to what a person can read, so that the text of a value is the value.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from experiments.believing.subject import Subject, contract_numbers, parameters
from experiments.comparing.course import Course
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.datafiles.mistakes import nearest
from sim.parameters import declared

LOGARITHMIC = 10.0
"""A range whose ends differ by this factor or more is spread evenly in its logarithm."""
_DIGITS = 5  # of a value's text: enough for a thousand steps of a range


@dataclass(frozen=True, slots=True)
class Assumption:
    """A subject from `low` to `high`. Raises RequestError for a range that is none, or beyond the limits."""

    subject: Subject
    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what cannot be walked over."""
        row = self.subject
        if not row.low <= self.low < self.high <= row.high:
            raise RequestError(
                f"{row.key}: from {self.low:g} to {self.high:g} is no range of it; "
                f"give a low end and a higher one, from {row.low:g} to {row.high:g}"
            )
        if row.unit.en == "switch":
            raise RequestError(f"{row.key} is a switch, on or off; a map needs something that can be more or less")

    @property
    def name(self) -> str:
        """The parameter's name, as in `Scenario.with_parameters`; of a number of a contract its key."""
        return self.subject.name

    @property
    def logarithmic(self) -> bool:
        """Whether it is spread evenly in its logarithm."""
        return self.low > 0.0 and self.high / self.low >= LOGARITHMIC

    def value(self, share: float) -> float:
        """The value at a share of the way from low (0) to high (1), rounded; the ends are exact.

        >>> of("triage").value(0.5), of("triage").value(1.0)
        (0.74, 0.98)
        """
        if share <= 0.0:
            return self.low
        if share >= 1.0:
            return self.high
        if self.logarithmic:
            return float(f"{self.low * (self.high / self.low) ** share:.{_DIGITS}g}")
        places = _DIGITS - 1 - math.floor(math.log10(self.high - self.low))
        return round(self.low + share * (self.high - self.low), places)

    def share(self, value: float) -> float:
        """How far of the way a value lies: below 0 or above 1 outside of the range.

        >>> round(of("triage").share(0.8), 3)
        0.625
        """
        if self.logarithmic:
            return math.log(value / self.low) / math.log(self.high / self.low) if value > 0.0 else -1.0
        return (value - self.low) / (self.high - self.low)


def of(
    name: str,
    low: float | None = None,
    high: float | None = None,
    courses: Sequence[Course] = (),
    scenario: Scenario | None = None,
) -> Assumption:
    """The assumption on a parameter, by name or key, or on a number of a contract of these courses, by its key.

    It goes over the likely range or another. Raises RequestError.
    """
    numbers = contract_numbers(courses, Scenario() if scenario is None else scenario) if ":" in name else ()
    rows: list[Subject] = [*declared(), *numbers]
    known = {row.name: row for row in rows}
    short = name if ":" in name else name.rpartition(".")[2]
    if short not in known or name not in (short, known[short].key):
        raise RequestError(f'assumption "{name[:60]}" is no parameter; {nearest(name, known)}')
    row = known[short]
    return Assumption(row, row.likely_low if low is None else low, row.likely_high if high is None else high)


def choices(courses: Sequence[Course] = (), scenario: Scenario | None = None) -> tuple[Assumption, ...]:
    """What a map of these courses can be drawn over, over its likely range: parameters, then numbers of contracts."""
    numbers = contract_numbers(courses, Scenario() if scenario is None else scenario)
    rows: list[Subject] = [*parameters(), *numbers]
    return tuple(Assumption(row, row.likely_low, row.likely_high) for row in rows if row.likely_low < row.likely_high)
