"""A sweep in brief: each policy's numbers over all points, and how they differ from those of the first."""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from experiments.comparing.reported import label_of, reported
from experiments.comparing.side_by_side import measure_head, window_name
from experiments.reporting.parts import Cell, Heading, Paragraph, Part, Table, Tone
from experiments.reporting.render import fragment
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import UNDEFINED, shown, unit_of
from experiments.showing.numbers import number as written
from experiments.showing.words import Words

say = Words(Path(__file__).with_name("words.toml")).say
_TONES: dict[int, Tone] = {1: "better", -1: "worse", 0: "neither"}


class Brief(NamedTuple):
    """One number of one policy: its mean over points, the mean difference from the first, and where that goes."""

    policy: str
    number: str
    mean: float
    difference: float
    higher: int
    lower: int
    unclear: int
    """Points at which the 95 % interval of the paired difference lies above zero, below it, and around it."""
    low: float
    high: float
    """The ends of the 95 % interval of the mean difference (overall.py)."""

    @property
    def window(self) -> str:
        """Over which weeks."""
        return self.number.partition(".")[0]

    @property
    def measure(self) -> str:
        """Of what."""
        return self.number.partition(".")[2]

    @property
    def way(self) -> int:
        """+1 if the mean difference is clearly above zero, -1 if clearly below, 0 if neither can be told."""
        return int(self.low > 0.0) - int(self.high < 0.0)


class Failure(NamedTuple):
    """A unit that could not be lived: its point, its future, the seed that this is of, and what went wrong."""

    place: int
    replicate: int
    seed: int
    error: str


class InBrief(NamedTuple):
    """A sweep in brief."""

    name: str
    asks: str
    points: int
    units: int
    failed: int
    rows: tuple[Brief, ...]
    failures: tuple[Failure, ...] = ()
    undecided: int = 0
    """Points whose difference is less sure than was wished, with as many futures as there may be."""

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        failures = [each._asdict() for each in self.failures]
        return {**self._asdict(), "rows": [row._asdict() for row in self.rows], "failures": failures}

    @property
    def policies(self) -> tuple[str, ...]:
        """Ids of the policies, in order."""
        return tuple(dict.fromkeys(row.policy for row in self.rows))

    def of(self, number: str) -> tuple[Brief, ...]:
        """A number of each policy, in order."""
        return tuple(row for row in self.rows if row.number == number)

    def scale(self, number: str) -> float:
        """How large a number is among the policies: so many decimals say something of it."""
        return max((abs(row.mean) for row in self.of(number) if not math.isnan(row.mean)), default=math.nan)

    def _repr_html_(self) -> str:
        head: tuple[Part, ...] = (Heading(self.name, 3), Paragraph(self.asks))
        return fragment((*head, *tables(self, dict(zip(self.policies, self.policies, strict=True)), "en")))


def tables(found: InBrief, names: Mapping[str, str], lang: Lang) -> Iterator[Table]:
    """For each window a table: a row a measure, a column a policy; `names` are those of the policies, by id."""
    numbers = dict.fromkeys(row.number for row in found.rows)
    heads = [f"{letter(place)} {names[policy]}" for place, policy in enumerate(found.policies)]
    for window in dict.fromkeys(number.partition(".")[0] for number in numbers):
        rows = [_row(found, number, lang) for number in numbers if number.startswith(f"{window}.")]
        yield Table(window_name(window, lang), (measure_head(lang), *heads), tuple(rows))


def differs(found: InBrief, row: Brief, lang: Lang) -> str:
    """The mean difference of a policy from the first, with its interval: "+0.85 (+0.70 to +1.00)"."""
    unit, scale = reported()[row.measure].unit, found.scale(row.number)
    mean, low, high = (shown(each, unit, scale, lang, signed=True) for each in (row.difference, row.low, row.high))
    return say("interval", lang, mean=mean, low=low, high=high) if low != UNDEFINED else mean


def at_points(found: InBrief, row: Brief, lang: Lang) -> str:
    """At how many points it goes which way."""
    lost = found.points - row.higher - row.lower - row.unclear
    key = "at_points_lost" if lost else "at_points"
    counts = {"higher": row.higher, "lower": row.lower, "unclear": row.unclear, "lost": lost, "points": found.points}
    return say(key, lang, **{name: written(count, 0, lang) for name, count in counts.items()})


def _row(found: InBrief, number: str, lang: Lang) -> tuple[Cell, ...]:
    rows, scale = found.of(number), found.scale(number)
    known, label = reported()[rows[0].measure], label_of(rows[0].measure, lang)
    unit = unit_of(known.unit, lang)
    cells = [Cell(label, unit if unit != label.lower() else ""), Cell(shown(rows[0].mean, known.unit, scale, lang))]
    for row in rows[1:]:
        mean = shown(row.mean, known.unit, scale, lang)
        if math.isnan(row.difference):
            cells.append(Cell(mean))
            continue
        below = f"{differs(found, row, lang)}; {at_points(found, row, lang)}"
        cells.append(Cell(mean, "", below, _TONES[row.way * known.better]))
    return tuple(cells)
