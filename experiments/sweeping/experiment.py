"""An experiment: which companies, under which policies, in how many futures, and what is kept of each.

A point is one company: the base question's scenario (or one of several) with a value for each dimension. A unit is a
point in one future; it lives all policies, which share the warm-up and the luck.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.compare import check_number
from experiments.comparing.question import Question
from experiments.comparing.reported import HEADLINES, reported
from experiments.comparing.windows import WINDOWS, Window
from experiments.errors import RequestError
from experiments.reporting.parts import Facts, Heading, Paragraph
from experiments.reporting.render import fragment
from experiments.showing.language import Lang
from experiments.sweeping.designs import designs
from experiments.sweeping.dimension import Dimension
from experiments.sweeping.saying import design_facts
from experiments.sweeping.sizes import sizes
from experiments.sweeping.stopping import Fixed, Until
from sim.datafiles.mistakes import nearest, on_one_line

TABLE = "table"
"""The design whose points the experiment brings along."""
MOST_POINTS, MOST_REPLICATES, MOST_FIRST = 1_000_000, 100_000, 1_000_000_000
USUAL = Fixed(10)
"""How often a point is lived unless told otherwise."""


class Point(NamedTuple):
    """One company: its place in the experiment, its scenario's name, and a value for each dimension (NaN: as it is)."""

    place: int
    company: str
    values: tuple[float, ...]


type Settings = tuple[tuple[str, str], ...]


def place_in(question: Question, company: str, settings: Settings) -> Question:
    """A question with values set, in another company if one is named."""
    asked = question.replace(scenario=company, own_scenario="") if company else question
    return asked.replace(settings=tuple(sorted({**dict(asked.settings), **dict(settings)}.items())))


@dataclass(frozen=True)
class Experiment:
    """Everything that an experiment's results depend on. Raises RequestError for one that cannot be run.

    `table` holds the points of the design "table", in values, one row a point; others are made by their design from
    `size` and the question's seed.
    """

    name: str
    question: Question
    companies: tuple[str, ...] = ()
    """Names of scenarios, each of which meets the whole design; empty: the question's own."""
    dimensions: tuple[Dimension, ...] = ()
    design: str = "grid"
    size: int = 1
    table: tuple[tuple[float, ...], ...] = ()
    replicates: Fixed | Until = USUAL
    measures: tuple[str, ...] = HEADLINES
    windows: tuple[Window, ...] = WINDOWS
    asks: str = ""
    """In words, what it is to find out."""
    first: int = 0
    """The number of the first future: experiments whose futures have other numbers have other luck."""

    def __post_init__(self) -> None:
        """Refuse what cannot be run before any work is done."""
        self._check_design()
        self._check_replicates()
        self._check_kept()
        for point in self._corners():
            asked = self.at(point)
            _ = asked.of_scenario, asked.of_courses

    @cached_property
    def values(self) -> NDArray[np.float64]:
        """The design's points in values, shape (points, dimensions); NaN where a number is as it is."""
        if self.design == TABLE:
            return np.array(self.table, dtype=np.float64).reshape(len(self.table), len(self.dimensions))
        shares = designs()[self.design].shares(self.dimensions, self.size, self.question.with_seed % 2**32)
        found = np.full(shares.shape, np.nan)
        for column, dimension in enumerate(self.dimensions):
            known = np.isfinite(shares[:, column])
            found[known, column] = [dimension.value(share) for share in shares[known, column]]
        return found

    @property
    def many(self) -> int:
        """How many points there are."""
        return len(self.values) * max(1, len(self.companies))

    def points(self) -> Iterator[Point]:
        """All points in order; a design is walked through for one company after the other."""
        return (self.point(place) for place in range(self.many))

    def point(self, place: int) -> Point:
        """A point by its place."""
        company, row = divmod(place, len(self.values))
        name = self.companies[company] if self.companies else self.question.scenario
        return Point(place, name, tuple(self.values[row].tolist()))

    def companies_and_values(self, places: NDArray[np.integer]) -> tuple[NDArray[np.object_], NDArray[np.float64]]:
        """The companies' names of many points, shape (points,), and their values, shape (points, dimensions)."""
        company, row = np.divmod(places, len(self.values))
        names = np.array(self.companies or (self.question.scenario,), dtype=object)
        return names[company], self.values[row]

    def at(self, point: Point) -> Question:
        """The question that is asked at a point."""
        return place_in(self.question, point.company if self.companies else "", self.settings(point))

    def settings(self, point: Point) -> Settings:
        """What is set at a point beyond the question: keys and values, as of --set."""
        named = zip(self.dimensions, point.values, strict=True)
        return tuple((each.key, _text(value)) for each, value in named if value == value)  # not those that are NaN

    def _repr_html_(self) -> str:
        """The experiment as a notebook shows it."""
        return fragment((Heading(self.name, 3), Paragraph(self.asks), Facts(self.facts("en"))))

    def facts(self, lang: Lang) -> tuple[tuple[str, str], ...]:
        """How it is set up, as pairs of a term and what is to be said of it."""
        design = (self.design, self.many)
        return design_facts(self.question, self.companies, self.dimensions, design, self.replicates, lang)

    def _corners(self) -> Iterator[Point]:
        """Points at which each dimension is at its least and at its most: if they can be, so can what lies between."""
        values = self.values
        places = {0}
        for column in range(values.shape[1]):
            known = np.flatnonzero(np.isfinite(values[:, column]))
            if len(known):
                places |= {int(known[values[known, column].argmin()]), int(known[values[known, column].argmax()])}
        people = [column for column, each in enumerate(self.dimensions) if each.key in sizes()]
        if people:  # sizes multiply: the largest company is where none of them need be at its most
            places.add(int(np.nanprod(values[:, people], axis=1).argmax()))
        for company in range(max(1, len(self.companies))):
            for place in sorted(places):
                yield self.point(company * len(values) + place)

    def _check_design(self) -> None:
        keys = [each.key for each in self.dimensions]
        if len(set(keys)) < len(keys):
            raise RequestError(f"{max(keys, key=keys.count)} is varied twice; each key may be there once")
        for key, _ in self.question.settings:
            if key in keys:
                raise RequestError(f"{key} is set and varied; it can be one of both")
        _is_known("design", self.design, [*designs(), TABLE])
        check_number("size", self.size, 1, MOST_POINTS)
        if len(self.values) * max(1, len(self.companies)) > MOST_POINTS:
            raise RequestError(f"the design has {len(self.values):,} points; the most is {MOST_POINTS:,}")

    def _check_replicates(self) -> None:
        rule = self.replicates
        check_number("first", self.first, 0, MOST_FIRST)
        if isinstance(rule, Fixed):
            check_number("replicates", rule.number, 1, MOST_REPLICATES)
            return
        if len(self.question.policies) < 2:
            raise RequestError("replicates until a difference is known need two policies or more: it is between them")
        _is_known("measure", rule.measure, reported())
        _is_known("window", rule.window, WINDOWS)
        if rule.measure not in self.measures or rule.window not in self.windows:
            raise RequestError(f"{rule.window}.{rule.measure} decides when a point is done; keep it among the results")
        check_number("least", rule.least, 5, MOST_REPLICATES)
        check_number("most", rule.most, rule.least, MOST_REPLICATES)

    def _check_kept(self) -> None:
        for measure in self.measures:
            _is_known("measure", measure, reported())
        for window in self.windows:
            _is_known("window", window, WINDOWS)
        if not self.measures or not self.windows:
            raise RequestError("keep one measure and one window at least, or nothing is found")


def _is_known(kind: str, name: str, known: Iterable[str]) -> None:
    if name not in known:
        raise RequestError(f'{kind} "{on_one_line(str(name))}" is not known; {nearest(name, known)}')


def _text(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
