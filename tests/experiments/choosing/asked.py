"""A small choice that many tests make, and things that live contracts in the place of the model."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from experiments.choosing.choice import Choice, Row
from experiments.choosing.choice_file import choice_of_toml
from experiments.comparing.intervals import Floats

SMALL = """
name = "Small & quick"
asks = "Which gate?"
scenario = "small-shop"
policies = ["gate-and-shared-target"]
weeks = 4
[set]
"run.warmup_weeks" = 3
[vary]
"gate-and-shared-target:manager.4.threshold" = {}
"gate-and-shared-target:manager.2.share" = {}
"gate-and-shared-target:employee.pay" = { low = 0.9, high = 1.2 }
[goals]
satisfaction = "more"
profit = "more"
[limits]
profit = { at_least = "today - 20 %" }
[search]
generation = 6
generations = 3
futures = 5
[fresh]
futures = 8
most = 4
"""


def small(limit: str = 'at_least = "today - 20 %"', policies: str = "", most: int = 4) -> Choice:
    """The small choice, with another limit on profit, another contract today, or more that is lived again."""
    text = SMALL.replace('at_least = "today - 20 %"', limit).replace("most = 4", f"most = {most}")
    return choice_of_toml(text.replace("policies = [", f"policies = [{policies}"))


@dataclass
class Function:
    """Lives contracts by a function of the shares of their numbers: `level` gives the measures, shape (measures,).

    The noise of a contract in a future is its own, normal with `noise` as its spread, and depends on both alone; the
    contract as it is has none.
    """

    choice: Choice
    level: Callable[[tuple[float, ...]], Floats]
    noise: float = 0.0
    calls: int = 0

    def contracts(self, name: str, rows: list[Row], first: int, futures: int) -> Floats:
        self.calls += 1
        return np.array([self._row(row, first, futures) for row in rows])

    def today(self, name: str, first: int, futures: int) -> Floats:
        return self._row(self.choice.as_is, first, futures)

    def _row(self, row: Row, first: int, futures: int) -> Floats:
        noise = 0.0 if row == self.choice.as_is else self.noise
        as_is = [key.value for key in self.choice.keys]
        numbers = [one if value != value else value for value, one in zip(row, as_is, strict=True)]
        shares = tuple(
            (number - each.low) / (each.high - each.low)
            for each, number in zip(self.choice.dimensions, numbers, strict=True)
        )
        level = self.level(shares)
        key = [int(share * 1e6) for share in shares]
        luck = [np.random.default_rng([*key, future]) for future in range(first, first + futures)]
        return np.array([level + noise * each.normal(size=len(level)) for each in luck])
