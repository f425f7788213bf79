"""The receipt (kassabon): what a policy really pays a manager and an employee for, at a given standing.

It is the model's own price list, read off a company that is set to that standing; nothing is computed a second way. The
contract began on the scenario's first day: a threshold "above the start" counts from satisfaction as it was then.
"""

from dataclasses import dataclass
from math import isnan

import numpy as np

from sim.calendar import HOURS_A_WEEK, WEEKS_A_QUARTER, month_begins_at, month_ends_after
from sim.company.scenario import Scenario
from sim.life.day import see_prices
from sim.pay.outcomes import in_a_month
from sim.pay.prices import promised
from sim.pay.standings import see_standings
from sim.policies import Policy
from sim.policies.vocabulary import Role
from sim.simulation import Simulation
from sim.tables import ASKED, PRICE_NAMES, Raw, World

IN_REACH = 0.4
"""Points above the start at which a receipt is printed if nothing is said: a little below the catalogue's targets."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The price list of one role (euro), and what a month of acting so is worth.

    `lines` holds (name, euro for one more), see PRICE_NAMES; `a_month` the same for all of it in a month: hours and
    problems of the person (an employee) or of the whole division (a manager). `satisfaction` is the standing and
    `start` the level when the contract began (0-10). `base` is the salary and `variable` what the contract promises
    besides at this standing, in euro a month.
    """

    policy: str
    role: Role
    satisfaction: float
    start: float
    base: float
    variable: float
    lines: tuple[tuple[str, float], ...]
    a_month: tuple[tuple[str, float], ...]


def in_reach(scenario: Scenario) -> float:
    """A satisfaction that is IN_REACH above the scenario's start (0-10)."""
    return min(scenario.customers.satisfaction_start + IN_REACH, 10.0)


class Till:
    """Prints receipts of a policy in a scenario, at one standing after another; opening it takes the most time."""

    def __init__(self, policy: Policy, scenario: Scenario) -> None:
        """A company on its first Monday under the policy."""
        self._policy, self._scenario = policy, scenario
        self._world = Simulation(scenario, policy, weeks=1).world
        self._pace = self._world.company[0].pace.copy()  # a standing changes it

    def receipt(self, role: Role, *, satisfaction: float | None = None, sales: float = 1.0, week: int = 6) -> Receipt:
        """The receipt for a role, as `receipt` below. Raises ValueError for a standing that cannot be."""
        return self.receipts(satisfaction=satisfaction, sales=sales, week=week)[role]

    def receipts(
        self, *, satisfaction: float | None = None, sales: float = 1.0, week: int = 6
    ) -> tuple[Receipt, Receipt]:
        """The receipts of both roles at one standing, in the order of `Role`. Raises ValueError as `receipt`."""
        score = in_reach(self._scenario) if satisfaction is None else satisfaction
        _check_standing(score, sales, week)
        self._world.company[0].pace[:] = self._pace
        stand(self._world, score, sales, week)
        see_prices(self._world)
        return self._of(Role.EMPLOYEE, score), self._of(Role.MANAGER, score)

    def _of(self, role: Role, score: float) -> Receipt:
        """The receipt of a role where the company stands now."""
        world = self._world
        c, p, division = world.company[0], world.parameters[0], world.divisions[0]
        if role == Role.MANAGER:
            row, books, heads, salary = world.managers[0], division.books, float(division.heads), p.manager_salary
        else:
            row, books, heads, salary = world.employees[0], world.employees[0].books, 1.0, p.employee_salary
        see_standings(world, role, 0, books, heads, True)
        euros = [(name, float(row.prices[name])) for name in PRICE_NAMES]
        months = [(name, euro * float(in_a_month(k, heads, c, p))) for k, (name, euro) in enumerate(euros)]
        return Receipt(
            self._policy.id, role, score, self._scenario.customers.satisfaction_start,
            float(c.salary[role] * salary), float(promised(world, role, False)), tuple(euros), tuple(months),
        )  # fmt: skip


def receipt(
    policy: Policy,
    scenario: Scenario,
    role: Role,
    *,
    satisfaction: float | None = None,
    sales: float = 1.0,
    week: int = 6,
) -> Receipt:
    """The receipt of a policy for a role.

    The standing: mean score so far (0-10; IN_REACH above the start if not given), sales so far (1 = plan), weeks since
    the quarter began (0-12); all else goes by plan. Raises ValueError for a standing that cannot be.
    """
    return Till(policy, scenario).receipt(role, satisfaction=satisfaction, sales=sales, week=week)


def _check_standing(satisfaction: float, sales: float, week: int) -> None:
    if isnan(satisfaction) or not 0 <= satisfaction <= 10:
        raise ValueError(f"satisfaction is {satisfaction}; it must be from 0 to 10")
    if isnan(sales) or not 0 <= sales <= 100:
        raise ValueError(f"sales is {sales}; it must be from 0 to 100 (1 is the plan)")
    if not 0 <= week < WEEKS_A_QUARTER:
        raise ValueError(f"week is {week}; it must be from 0 to {WEEKS_A_QUARTER - 1}")


def stand(world: World, satisfaction: float, sales: float, week: int) -> None:
    """Set the books and the pace of everybody to a standing; what terms count from stays that of the start.

    The latest weeks' answers are like the others, and have not come in yet: see the survey's delay in standings.py.
    """
    pace = world.company[0].pace / world.company[0].people
    pace[Raw.SALES] *= sales
    pace[Raw.SCORES] = satisfaction * pace[Raw.ANSWERS]
    begins = month_begins_at(week)
    world.company[0].hour = week * HOURS_A_WEEK
    for table, heads in (
        (world.divisions, world.divisions.heads),
        (world.units, world.units.heads),
        (world.company, world.company.people),
        (world.employees, np.ones(len(world.employees))),
    ):
        a_week = np.outer(heads, pace)
        if "pace" in (table.dtype.names or ()):
            table.pace = a_week
            table.recent = a_week[:, None, list(ASKED)]
        # The first book holds the open month; the quarter's and the year's hold the months that are closed.
        table.books[:, 0] = a_week * (week - begins)
        table.books[:, 1:] = (a_week * begins)[:, None]
    world.company[0].period_began[0] = begins * HOURS_A_WEEK
    world.company[0].period_ends[0] = month_ends_after(week) * HOURS_A_WEEK
