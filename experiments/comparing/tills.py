"""What policies pay for at any standing, kept by content: the same receipt is never read off the model twice.

    till = Tills().at(policy, scenario)
    employee, manager = till.receipts(Standing(7.9))
    till.over_scores(Standing(7.9), scores_of(scenario))   # what a point is worth, score by score
    till.reach(Standing(7.9))[Role.MANAGER].zone           # "in_reach"

A receipt takes a millisecond or so for each term of the contract. Threads may share it.
"""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Literal, NamedTuple

from sim.calendar import WEEKS_A_QUARTER
from sim.company.scenario import Scenario
from sim.policies import Policy
from sim.receipt import Receipt, Till

type Pair = tuple[Receipt, Receipt]
"""The receipts of an employee and of a manager, in the order of `Role`."""

type Zone = Literal["apart", "hopeless", "in_reach", "safe"]

HOPELESS, SAFE = 0.1, 0.9
"""With less of the money to be expected it is out of reach, with more it is as good as in the pocket."""
LEAST_STAKE = 5.0
"""Euro a month that must hang on satisfaction, or the pay stands apart from it."""
MOST_TILLS, MOST_RECEIPTS = 32, 500
WORST, BEST = 0.0, 10.0
AROUND = (-1.5, 2.5)
"""How far around the start a curve goes, in points."""
STEP = 0.2


class Standing(NamedTuple):
    """Where a company stands: mean score so far (0-10), sales so far (1: as planned), weeks since the quarter began."""

    satisfaction: float
    sales: float = 1.0
    week: int = 6


class Reach(NamedTuple):
    """What a standing means for the money that hangs on satisfaction.

    `stake` is how much more a month is to be expected at the best score than at the worst (euro), `part` how much of it
    may be expected now, and `zone` says the same in a word: "apart" if nothing hangs on it.
    """

    zone: Zone
    part: float
    stake: float


class KeptTill:
    """The receipts of one policy in one scenario; those used last are kept."""

    def __init__(self, policy: Policy, scenario: Scenario) -> None:
        """Opens the company."""
        self._till = Till(policy, scenario)
        self._printed: OrderedDict[Standing, Pair] = OrderedDict()
        self._turn = Lock()

    def receipts(self, standing: Standing) -> Pair:
        """The receipts of both roles. Raises ValueError for a standing that cannot be."""
        with self._turn:
            pair = self._printed.get(standing)
            if pair is None:
                pair = self._till.receipts(satisfaction=standing.satisfaction, sales=standing.sales, week=standing.week)
                self._printed[standing] = pair
            self._printed.move_to_end(standing)
            while len(self._printed) > MOST_RECEIPTS:
                self._printed.popitem(last=False)
            return pair

    def over_scores(self, standing: Standing, scores: Sequence[float]) -> list[Pair]:
        """The receipts at other scores, all else as it stands."""
        return [self.receipts(standing._replace(satisfaction=score)) for score in scores]

    def over_weeks(self, standing: Standing) -> list[Pair]:
        """The receipts in each week of the quarter, all else as it stands."""
        return [self.receipts(standing._replace(week=week)) for week in range(WEEKS_A_QUARTER)]

    def reach(self, standing: Standing) -> tuple[Reach, Reach]:
        """What the standing means for the pay of both roles, in the order of `Role`."""
        now, worst, best = self.over_scores(standing, (standing.satisfaction, WORST, BEST))
        return _reach(now[0], worst[0], best[0]), _reach(now[1], worst[1], best[1])


class Tills:
    """Tills by policy and scenario; those used last stay open."""

    def __init__(self) -> None:
        """None is open yet."""
        self._open: OrderedDict[tuple[Policy, Scenario], KeptTill] = OrderedDict()
        self._lock = Lock()

    def at(self, policy: Policy, scenario: Scenario) -> KeptTill:
        """The till of a policy in a scenario, the same for equal ones."""
        key = (policy, scenario)
        with self._lock:
            kept = self._open.get(key)
        kept = KeptTill(policy, scenario) if kept is None else kept
        with self._lock:
            kept = self._open.setdefault(key, kept)
            self._open.move_to_end(key)
            while len(self._open) > MOST_TILLS:
                self._open.popitem(last=False)
        return kept


def scores_of(scenario: Scenario) -> tuple[float, ...]:
    """Scores around the scenario's start, on one grid, as far as the scale reaches."""
    start = scenario.customers.satisfaction_start
    first, last = (round((start + away) / STEP) for away in AROUND)
    return tuple(round(place * STEP, 1) for place in range(first, last + 1) if WORST <= place * STEP <= BEST)


def _reach(now: Receipt, worst: Receipt, best: Receipt) -> Reach:
    """Where `now` lies between the worst and the best; all three are of one role, and differ in their score only."""
    stake = best.variable - worst.variable
    if stake < LEAST_STAKE:
        return Reach("apart", 0.0, max(stake, 0.0))
    part = min(max((now.variable - worst.variable) / stake, 0.0), 1.0)
    return Reach("hopeless" if part < HOPELESS else "safe" if part > SAFE else "in_reach", part, stake)
