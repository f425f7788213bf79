"""What a choice came to, and the three or so contracts that show what there is to choose from."""

from typing import Any, NamedTuple

import numpy as np

from experiments.choosing.choice import Choice
from experiments.choosing.judging import Flattery, Lived, Verdict
from experiments.choosing.pareto import compromise
from experiments.reporting.render import fragment

COMPROMISE = "compromise"
"""What the contract is called that is nearest to the best in all goals at once."""
_COMPROMISE_FROM = 3  # contracts on the front: of two, neither is between the others


class Chosen(NamedTuple):
    """A choice, made as far as the model can make it."""

    choice: Choice
    tried: int
    """Contracts that the search lived."""
    impossible: int
    """Contracts that could not be written down, lived or measured."""
    within: int
    """Contracts that kept the limits on the search's luck."""
    on_front: int
    """Contracts that were undominated there; some of them may stand for all, see `Fresh.most`."""
    failed: int
    """Futures that could not be lived."""
    today: tuple[float, ...]
    """Today's contract on fresh luck: means by measure."""
    lived: tuple[Lived, ...]
    """The contract as it is (number 0), and what was lived again."""
    flattery: tuple[Flattery, ...]

    @property
    def front(self) -> tuple[Lived, ...]:
        """The contracts that are front on fresh luck, the contract as it is perhaps among them."""
        return tuple(each for each in self.lived if each.verdict is Verdict.FRONT)

    @property
    def picks(self) -> dict[int, list[str]]:
        """By number what a contract of the front stands for: the goals in which it is best, or the compromise."""
        front = self.front
        if not front:
            return {}
        goals = np.array(
            [[goal.sign * each.levels[place].mean for place, goal in enumerate(self.choice.goals)] for each in front]
        )
        found: dict[int, list[str]] = {}
        for place, goal in enumerate(self.choice.goals):
            found.setdefault(front[int(goals[:, place].argmax())].number, []).append(goal.measure)
        if len(front) >= _COMPROMISE_FROM and len(self.choice.goals) > 1:
            found.setdefault(front[compromise(goals)].number, []).append(COMPROMISE)
        return found

    def _repr_html_(self) -> str:
        from experiments.choosing.report import parts_of  # which shows what is made here

        return fragment(parts_of(self, "en"))

    def count(self, verdict: Verdict) -> int:
        """How many of the contracts that were lived again have this verdict, the one as it is not among them."""
        return sum(each.verdict is verdict for each in self.lived if each.number)

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        choice, measures = self.choice, self.choice.measures
        keys = [dimension.key for dimension in choice.dimensions]
        picks = self.picks
        contracts = [
            {
                "number": each.number, "verdict": str(each.verdict), "best": picks.get(each.number, []),
                "contract": dict(zip(keys, _plain(each.row), strict=True)),
                "measures": {
                    measure: {
                        "mean": _or_none(level.mean), "low": _or_none(level.low), "high": _or_none(level.high),
                        "difference": _or_none(apart.mean), "difference_low": _or_none(apart.low),
                        "difference_high": _or_none(apart.high), "searched_difference": _or_none(said),
                    }
                    for measure, level, apart, said in zip(measures, each.levels, each.apart, each.said, strict=True)
                },
                "spare": [
                    {"limit": f"{limit.measure} {limit.side} {limit.said}", "mean": _or_none(spare[0]),
                     "low": _or_none(spare[1]), "high": _or_none(spare[2])}
                    for limit, spare in zip(choice.limits, each.spare, strict=True)
                ],
                "alike": list(each.alike),
            }
            for each in self.lived
        ]  # fmt: skip
        return {
            "name": choice.name, "asks": choice.asks, "today": choice.today, "changed": choice.changed,
            "window": choice.window, "goals": {goal.measure: goal.way for goal in choice.goals},
            **{name: getattr(self, name) for name in ("tried", "impossible", "within", "on_front", "failed")},
            "today_means": dict(zip(measures, _plain(self.today), strict=True)),
            "flattery": [each._asdict() for each in self.flattery], "contracts": contracts,
        }  # fmt: skip


def _or_none(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _plain(values: tuple[float, ...]) -> list[float | None]:
    return [_or_none(value) for value in values]
