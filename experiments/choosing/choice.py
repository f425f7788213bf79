"""A choice to be made: which numbers of a contract may change, what is wanted, within which limits, and how to look.

The question names today's contract, and the one that is changed if that is another: the last one. A row is a value for
each number that may change; NaN leaves it as it is.
"""

import math
from dataclasses import dataclass
from functools import cached_property

from experiments.choosing.goals import LESS, MORE, Goal, Limit
from experiments.comparing.compare import check_number
from experiments.comparing.contract_keys import ContractKey, keys_of
from experiments.comparing.question import Question
from experiments.comparing.reported import reported
from experiments.comparing.windows import WINDOWS, Window
from experiments.errors import RequestError
from experiments.sweeping.dimension import Dimension
from experiments.sweeping.experiment import MOST_REPLICATES, TABLE, Experiment
from experiments.sweeping.stopping import Fixed
from sim.datafiles.mistakes import nearest, on_one_line
from sim.policies import Policy

NSGA2, TPE = "nsga2", "tpe"
MOST_GOALS, MOST_A_GENERATION, MOST_GENERATIONS, MOST_AGAIN = 4, 1_000, 1_000, 200
LEAST_FUTURES = 5
"""With fewer an interval says next to nothing."""

type Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """How to look: so many generations of so many contracts, each in the same so many futures."""

    by: str = NSGA2
    generation: int = 24
    generations: int = 12
    futures: int = 12


@dataclass(frozen=True, slots=True)
class Fresh:
    """In how many futures that the search has not seen its finds are lived again, and how many of them at most."""

    futures: int = 120
    most: int = 24


@dataclass(frozen=True)
class Choice:
    """Everything that a choice's result depends on. Raises RequestError for one that cannot be made."""

    name: str
    question: Question
    dimensions: tuple[Dimension, ...]
    goals: tuple[Goal, ...]
    limits: tuple[Limit, ...] = ()
    window: Window = "last_quarter"
    search: Search = Search()
    fresh: Fresh = Fresh()
    asks: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be done before any work is done."""
        self._check_contract()
        self._check_wanted()
        self._check_numbers()
        _ = self.question.of_courses, self.experiment("", [self.as_is], 0, 1)

    @property
    def today(self) -> str:
        """Today's contract."""
        return self.question.policies[0]

    @property
    def changed(self) -> str:
        """The contract that is changed; it may be today's."""
        return self.question.policies[-1]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that are looked at: those of the goals, then those of limits only."""
        return tuple(dict.fromkeys([*(goal.measure for goal in self.goals), *(limit.measure for limit in self.limits)]))

    @property
    def as_is(self) -> Row:
        """The row that changes nothing."""
        return (math.nan,) * len(self.dimensions)

    @property
    def most_units(self) -> int:
        """How many futures are lived at most, of one contract each."""
        search, fresh, others = self.search, self.fresh, 1 if self.today == self.changed else 2
        tried = search.generation * search.generations + 1
        return tried * search.futures + (fresh.most + others) * fresh.futures

    @cached_property
    def keys(self) -> tuple[ContractKey, ...]:
        """What is known of each number that may change, its value in the contract as it is among that."""
        known = {row.key: row for row in keys_of(self.question.policy(self.changed))}
        return tuple(known[each.key.rpartition(":")[2]] for each in self.dimensions)

    def experiment(self, name: str, rows: list[Row], first: int, futures: int) -> Experiment:
        """The sweep that lives contracts, in so many futures from the number `first` on."""
        return Experiment(
            f"{self.name} {name}".strip(), self.question.replace(policies=(self.changed,)),
            dimensions=self.dimensions, design=TABLE, table=tuple(rows), replicates=Fixed(futures),
            measures=self.measures, windows=(self.window,), first=first,
        )  # fmt: skip

    def of_today(self, name: str, first: int, futures: int) -> Experiment:
        """The sweep that lives today's contract."""
        return Experiment(
            f"{self.name} {name}", self.question.replace(policies=(self.today,)), replicates=Fixed(futures),
            measures=self.measures, windows=(self.window,), first=first,
        )  # fmt: skip

    def policy(self, row: Row) -> Policy:
        """The contract of a row. Raises PolicyError for numbers that cannot stand together."""
        asked = self.question
        for dimension, value in zip(self.dimensions, row, strict=True):
            if not math.isnan(value):
                asked = asked.with_setting(dimension.key, repr(value))
        return asked.policy(self.changed)

    def _check_contract(self) -> None:
        if not 1 <= len(self.question.policies) <= 2:
            raise RequestError(
                "policies: name the contract that is changed, or today's and then the one that is changed; "
                f"{len(self.question.policies)} are given"
            )
        if not self.dimensions:
            raise RequestError("[vary] is empty; name a number of the contract that may change at least")
        for each in self.dimensions:
            policy, colon, _ = each.key.rpartition(":")
            if not colon:
                raise RequestError(f"vary {each.key}: is no number of a contract; set it under [set], or sweep over it")
            if policy != self.changed:
                raise RequestError(
                    f"vary {each.key}: the contract that is changed is {on_one_line(self.changed)}; "
                    "one contract is chosen at a time"
                )

    def _check_wanted(self) -> None:
        if not 1 <= len(self.goals) <= MOST_GOALS:
            raise RequestError(f"[goals]: {len(self.goals)} are given; name 1 to {MOST_GOALS} measures")
        for measure in self.measures:
            if measure not in reported():
                raise RequestError(f'measure "{on_one_line(measure)}" is not known; {nearest(measure, reported())}')
        for goal in self.goals:
            if goal.way not in (MORE, LESS):
                raise RequestError(f'goals {goal.measure} = "{on_one_line(goal.way)}" must be "{MORE}" or "{LESS}"')
        if self.window not in WINDOWS:
            raise RequestError(
                f'window "{on_one_line(str(self.window))}" is not known; {nearest(self.window, WINDOWS)}'
            )

    def _check_numbers(self) -> None:
        search, fresh = self.search, self.fresh
        if search.by not in (NSGA2, TPE):
            raise RequestError(f'search by = "{on_one_line(search.by)}" is not known; use "{NSGA2}" or "{TPE}"')
        check_number("search generation", search.generation, 4, MOST_A_GENERATION)
        check_number("search generations", search.generations, 1, MOST_GENERATIONS)
        check_number("search futures", search.futures, LEAST_FUTURES, MOST_REPLICATES)
        check_number("fresh futures", fresh.futures, LEAST_FUTURES, MOST_REPLICATES)
        check_number("fresh most", fresh.most, 1, MOST_AGAIN)
