"""A company in the middle of its first quarter, a person in it, and what the acts that have prices add to the books.

A second opinion: raw counts are written here as the metrics' declarations describe them.
"""

from typing import NamedTuple

import numpy as np
from builders import company
from numpy.typing import NDArray

from sim.calendar import HOURS_A_WEEK, WEEKS_A_MONTH, month_begins_at, month_ends_after
from sim.pay import prices as outcomes
from sim.pay.prices import price_list
from sim.policies import Policy
from sim.policies.metrics.nps import a_point
from sim.policies.vocabulary import Role
from sim.simulation import Simulation
from sim.tables import ASKED, PRICE_NAMES, PRICES, Raw, Row, World, rows

Floats = NDArray[np.float64]
OWN, MATES, OUTSIDE, ALONE = range(4)
"""Whose act: mine, a colleague's of my unit, anybody else's; or mine at the cost of my own division."""


def standing(policy: Policy, seed: int, week: int) -> World:
    """A company after so many weeks of its first quarter: answers and problems as expected, all else by luck."""
    world, draw = Simulation(company(2, 3, 4), policy).world, np.random.default_rng(seed)
    c = world.company[0]
    c.hour = week * HOURS_A_WEEK
    c.period_began[0], c.period_ends[0] = HOURS_A_WEEK * month_begins_at(week), HOURS_A_WEEK * month_ends_after(week)
    months = week - month_begins_at(week)
    pace = c.pace / c.people
    pace[Raw.ANSWERS] = c.coverage * c.plan_problems
    pace[Raw.SCORES] = 8.0 * pace[Raw.ANSWERS]
    pace[[Raw.PROMOTERS, Raw.MENTIONS, Raw.NOMINATIONS, Raw.HELP]] = [0.3 * pace[Raw.ANSWERS], 0.1, 0.3, 0.5]
    pace[[Raw.DAYS, Raw.BOUGHT]] = [2.0 * c.plan_problems, 0.5 * c.plan_sales]
    counted = [Raw.ANSWERS, Raw.SOLVED]
    for table, heads in ((world.company, c.people), (world.units, world.units.heads),
                         (world.divisions, world.divisions.heads), (world.employees, 1)):  # fmt: skip
        a_week = np.multiply.outer(np.broadcast_to(heads, len(table)), pace)
        luck = draw.uniform(0.95, 1.05, (len(table), 3, len(pace)))
        luck[..., counted] = 1.0
        table.books = a_week[:, None, :] * np.array([months, week - months, week - months])[None, :, None] * luck
        if "pace" in table.dtype.names:
            table.pace = a_week
            table.recent = table.books[:, :1, list(ASKED)] / max(months, 1)
    return world


class Who(NamedTuple):
    """Whose pay: the manager of division d, or its first employee."""

    role: Role
    d: int

    def prices(self, w: World) -> tuple[dict[str, float], float]:
        """The price list, and the credit of a sale (a manager: of a problem's success too)."""
        found = rows(PRICES, 1)[0]
        credit = price_list(w, self.role, self.d, *self.own(w), found)
        return {name: float(found[name]) for name in PRICE_NAMES}, float(credit)

    def own(self, w: World) -> tuple[Row, float]:
        """The own books, and how many heads share them."""
        division = w.divisions[self.d]
        if self.role == Role.MANAGER:
            return division.books, float(division.heads)
        return w.employees[division.first].books, 1.0


ACTS: dict[str, tuple[int, int]] = {
    "hour": (outcomes.HOUR, OWN), "desk": (outcomes.DESK, OWN), "help": (outcomes.HELP, OWN),
    "own_point": (outcomes.OWN_POINT, OWN), "own_day": (outcomes.OWN_DAY, OWN),
    "unit_point": (outcomes.UNIT_POINT, MATES), "unit_day": (outcomes.UNIT_DAY, MATES),
    "out_point": (outcomes.OUT_POINT, OUTSIDE), "out_day": (outcomes.OUT_DAY, OUTSIDE),
    "own_hour": (outcomes.OWN_HOUR, ALONE),
}  # fmt: skip
"""Outcomes by name: their code, and whose act it is."""


def adds(name: str, c: Row, p: Row) -> dict[Raw, float]:
    """What one of an outcome adds to the raw counts in which it counts.

    What a point adds to promoters and to praise is held against customers who answer in
    tests/sim/policies/test_customer_metrics.py.
    """
    if name.endswith("hour"):
        return {Raw.SALES: p.selling * p.sale_chance * p.sale_value}
    if name.endswith("point"):
        return {Raw.SCORES: c.coverage, Raw.PROMOTERS: c.coverage * a_point(c, p) / 100.0,
                Raw.MENTIONS: c.coverage * p.mention_likely * 0.2}  # fmt: skip
    if name.endswith("day"):
        return {Raw.DAYS: -1.0}
    if name == "desk":
        return {Raw.OFF_DESK: 1.0}
    return {Raw.HELP: 1.0, Raw.NOMINATIONS: 1.0 / (p.meeting_hours + c.plan_hours / p.synergy)}


def counts_at(name: str, level: Floats, heads: float, weeks: float, c: Row, p: Row) -> dict[Raw, Floats]:
    """The raw counts that amount to a level of a metric, with as many answers and problems as are expected."""
    plan, months = heads * weeks, heads * weeks / WEEKS_A_MONTH
    solved = np.full_like(level, c.plan_problems * plan)
    answers = c.coverage * solved
    match name:
        case "sales":
            return {Raw.SALES: level * c.plan_sales * plan}
        case "margin":
            wages = p.employee_salary * 12 / 52 * plan
            return {Raw.SALES: (level * c.plan_margin * plan + wages) / p.margin_rate}
        case "satisfaction":
            return {Raw.ANSWERS: answers, Raw.SCORES: level * answers}
        case "nps":
            return {Raw.ANSWERS: answers, Raw.PROMOTERS: level * answers / 100.0}
        case "off_desk":
            return {Raw.OFF_DESK: level * c.plan_problems * c.plan_parts * plan}
        case "days":
            return {Raw.SOLVED: solved, Raw.DAYS: level * solved}
        case "mentions" | "nominations" | "help":
            return {Raw[name.upper()]: level * months}
    raise AssertionError(f"no second opinion on the metric {name}")
