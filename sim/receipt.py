"""The receipt (kassabon): what a policy really pays a manager and an employee for, at a given standing.

It is the model's own price list, read off a company that is set to that standing; nothing is computed a second way.
"""

from dataclasses import dataclass
from math import isnan

import numpy as np

from sim.calendar import HOURS_A_WEEK, WEEKS_A_QUARTER, month_begins_at, month_ends_after
from sim.company.scenario import Scenario
from sim.life.day import see_prices
from sim.pay.prices import choices_a_month
from sim.policies import Policy
from sim.policies.vocabulary import Role
from sim.simulation import Simulation
from sim.tables import PRICE_NAMES, Raw, World


@dataclass(frozen=True, slots=True)
class Receipt:
    """The price list of one role (euro), and what a month of acting so is worth.

    `lines` holds (name, euro for one more), see PRICE_NAMES; `a_month` the same for a month in which the person (an
    employee) or the whole division (a manager) does so with every problem.
    """

    policy: str
    role: Role
    lines: tuple[tuple[str, float], ...]
    a_month: tuple[tuple[str, float], ...]


def receipt(
    policy: Policy,
    scenario: Scenario,
    role: Role,
    *,
    satisfaction: float = 8.2,
    sales: float = 1.0,
    week: int = 6,
) -> Receipt:
    """The receipt of a policy for a role.

    The standing: mean score so far (0-10), sales so far (1 = plan), weeks since the quarter began (0-12); all else goes
    by plan. Raises ValueError for a standing that cannot be.
    """
    if isnan(satisfaction) or not 0 <= satisfaction <= 10:
        raise ValueError(f"satisfaction is {satisfaction}; it must be from 0 to 10")
    if isnan(sales) or not 0 <= sales <= 100:
        raise ValueError(f"sales is {sales}; it must be from 0 to 100 (1 is the plan)")
    if not 0 <= week < WEEKS_A_QUARTER:
        raise ValueError(f"week is {week}; it must be from 0 to {WEEKS_A_QUARTER - 1}")
    world = Simulation(scenario, policy, weeks=1).world
    stand(world, satisfaction, sales, week)
    see_prices(world)
    row = world.managers[0] if role == Role.MANAGER else world.employees[0]
    hands = float(world.divisions[0].heads) if role == Role.MANAGER else 1.0
    style = float(choices_a_month(world.company[0])) * hands
    euros = [(name, float(row.prices[name])) for name in PRICE_NAMES]
    return Receipt(policy.id, role, tuple(euros), tuple((name, style * euro) for name, euro in euros))


def stand(world: World, satisfaction: float, sales: float, week: int) -> None:
    """Set the books and the pace of everybody to a standing."""
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
        # The first book holds the open month; the quarter's and the year's hold the months that are closed.
        table.books[:, 0] = a_week * (week - begins)
        table.books[:, 1:] = (a_week * begins)[:, None]
    world.company[0].period_began[0] = begins * HOURS_A_WEEK
    world.company[0].period_ends[0] = month_ends_after(week) * HOURS_A_WEEK
