"""What a pattern is, and what is found when it is examined in one company."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from experiments.comparing.intervals import Interval
from experiments.evidence.emergence.lab import Lab
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.verdict import Claim, Status, together
from sim.records.measures import MEASURES


def titled(measure: str) -> str:
    """A measure's name, with its unit where that is money: "Sales (€ a week)"."""
    known = MEASURES[measure]
    return f"{known.label} ({known.unit})" if known.unit.startswith("€") else known.label


class Figure(NamedTuple):
    """A number that is reported beside the claims and not judged."""

    text: str
    found: Interval
    signed: bool = False


class Point(NamedTuple):
    """A point of a picture: which panel, which series, where, and the 95 % interval there."""

    panel: str
    series: str
    x: float | str
    found: Interval


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of a finding: lines over a scale, or dots over names. Panels stand side by side."""

    name: str
    title: str
    subtitle: str
    x_title: str
    kind: Literal["lines", "dots"]
    points: tuple[Point, ...]
    mark: float | None = None
    """Where on the horizontal scale to draw a line: the value that the catalogue has, say."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one company: claims, which are judged, and what else to know."""

    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    picture: Picture | None = None

    @property
    def status(self) -> Status:
        """The verdict."""
        return together(claim.status for claim in self.claims)

    @property
    def holding(self) -> int:
        """How many claims hold."""
        return sum(claim.status == Status.HOLDS for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One thing that must emerge: what is said, how it is tested, and what the test leaves open."""

    id: str
    title: str
    statement: str
    design: str
    open: str
    claims: Callable[[Lab, Size], tuple[Claim, ...]]
    """What is judged. It runs no company that is not needed for that, so that it can be asked of many."""
    examine: Callable[[Lab, Size], Finding]
    """The same, with all that is told beside it."""
