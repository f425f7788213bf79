"""Builds the company: the tree of units, its people and customers, and what the plan expects of a head."""

from collections.abc import Iterator

import numpy as np

from sim.agents.customer import buys_again
from sim.calendar import HOURS_A_WEEK, period_ends_after
from sim.chance import stream
from sim.company.people import hire, nature
from sim.company.regions import choose_partners, place_regions, region_cuts
from sim.company.scenario import DivisionPlan, Scenario, UnitPlan
from sim.log import EVENT
from sim.parameters import PARAMETERS
from sim.policies.vocabulary import TERM
from sim.tables import (
    COMPANY,
    COUNTS,
    CUSTOMER,
    DIVISION,
    EMPLOYEE,
    LINES_AT_FIRST,
    MANAGER,
    PERIODS,
    PROBLEM,
    REGION,
    STANDING,
    UNIT,
    WEEK,
    Flow,
    Raw,
    Row,
    Rows,
    Treatment,
    World,
    rows,
)  # fmt: skip

# What the plan counts on: assumptions of the makers. The least values keep a plan from being nothing to compare with.
SELLING = 0.68  # share of the hours that people sell
PLAN_EFFORT = 1.15  # at selling, where it is paid
FIRST_DAYS = (3.0, 2.0, 1.0)  # working days, volleyed, in turn and at a table, as long as there is no history
HOURS_LEAST, PROBLEMS_LEAST, EURO_LEAST = 0.1, 1e-3, 1.0  # of a part; a head a week; a head a week


def divisions_of(scenario: Scenario) -> Iterator[tuple[int, str, DivisionPlan]]:
    """Every division with the number and name of the innermost unit that holds it."""
    number = -1

    def walk(unit: UnitPlan, path: str) -> Iterator[tuple[int, str, DivisionPlan]]:
        nonlocal number
        name = f"{path} / {unit.name}" if path else unit.name
        if unit.divisions:
            number += 1
            here = number
            for division in unit.divisions:
                yield here, name, division
        for below in unit.units:
            yield from walk(below, name)

    for unit in scenario.company.unit_plans():
        yield from walk(unit, "")


def people_in(scenario: Scenario) -> int:
    """How many people work there: employees, and the managers of the divisions that have one."""
    return sum(division.employees + division.managed for _, _, division in divisions_of(scenario))


def build(
    scenario: Scenario,
    seed: int,
    replicate: int,
    weeks: int,
    *,
    with_events: bool,
    by_division: bool = False,
    with_flows: bool = False,
) -> World:
    """A company on its first Monday morning, without a pay contract yet (see contracts.py)."""
    plan = list(divisions_of(scenario))
    heads = np.array([division.employees for _, _, division in plan])
    cuts = region_cuts(heads)
    w = World(
        company=rows(COMPANY, 1),
        parameters=parameter_row(scenario),
        units=rows(UNIT, 1 + max(unit for unit, _, _ in plan)),
        regions=rows(REGION, len(cuts)),
        divisions=rows(DIVISION, len(plan)),
        managers=rows(MANAGER, len(plan)),
        employees=rows(EMPLOYEE, int(heads.sum())),
        customers=rows(CUSTOMER, places_in_market(scenario, int(heads.sum()))),
        problems=rows(PROBLEM, 256 + int(heads.sum()) * 5 // 4),
        weeks=rows(WEEK, weeks + 1),
        division_weeks=rows(WEEK, (weeks + 1, len(plan)) if by_division else (0, 0)),
        flows=np.zeros((weeks + 1, len(Flow), len(plan), len(plan)) if with_flows else (0, 0, 0, 0), np.int32),
        terms=np.zeros(0, TERM).view(np.recarray),
        spans=np.zeros((2, 2), np.int64),
        references=np.zeros((len(plan), 0)),
        events=rows(EVENT, LINES_AT_FIRST if with_events else 0),
        standings=rows(STANDING, 0),
        so_far=np.zeros(COUNTS),
        foreseen=np.zeros(COUNTS),
    )
    place_divisions(w, plan, heads)
    place_regions(w, heads, cuts)
    choose_partners(w, stream("partners", seed, replicate))
    hire(w, scenario, heads, nature(len(w.employees), seed, replicate))
    invite_customers(w)
    open_company(w, with_events)
    return w


def parameter_row(scenario: Scenario) -> Rows:
    """The scenario's parameters as one record."""
    row = rows(PARAMETERS, 1)
    for name, value in scenario.parameters().items():
        row[name] = value
    return row


def places_in_market(scenario: Scenario, heads: int) -> int:
    """Places for customers in the market."""
    customers = scenario.customers.customers_per_employee * heads
    return max(1, round(customers * scenario.customers.market))


def place_divisions(w: World, plan: list[tuple[int, str, DivisionPlan]], heads: np.ndarray) -> None:
    """Give every division its unit and its rows of employees, and empty desks."""
    w.divisions.unit = [unit for unit, _, _ in plan]
    w.divisions.heads = heads
    w.divisions.first = np.cumsum(heads) - heads
    w.divisions.queue_head = w.divisions.queue_tail = w.divisions.closing = -1
    w.managers.division = np.arange(len(plan))
    w.managers.present = [division.managed for _, _, division in plan]
    np.add.at(w.units.heads, w.divisions.unit, heads)
    np.add.at(w.units.divisions, w.divisions.unit, 1)
    w.units.first = np.cumsum(w.units.heads) - w.units.heads


def invite_customers(w: World) -> None:
    """Give the customers of each region a place; each belongs to one division, and larger divisions have more."""
    w.customers.satisfaction = w.parameters[0].satisfaction_start
    for region in w.regions:
        order = np.arange(region.places)
        heads = w.divisions.heads[region.first : region.first + region.divisions]
        shares = np.cumsum(heads) / heads.sum()
        places = w.customers[region.first_place : region.first_place + region.places].view(np.recarray)
        # Golden-ratio steps spread the divisions evenly over the places.
        places.division = region.first + np.searchsorted(shares, (order * 0.6180339887498949) % 1.0, side="right")
        places.present = order < invited(w, region)


def invited(w: World, region: Row) -> int:
    """How many customers a region opens with."""
    share = w.parameters[0].customers_per_employee * len(w.employees) / len(w.customers)
    return min(round(region.places * share), int(region.places))


def open_company(w: World, with_events: bool) -> None:
    """The calendar, an empty pool of problems, first beliefs, the plan and what people expect of it."""
    c, p = w.company[0], w.parameters[0]
    c.people = len(w.employees)
    c.free_problem, c.free_problems = 0, len(w.problems)
    c.host = c.managers_asked = c.asked = c.answer = -1
    w.problems.next = np.append(np.arange(1, len(w.problems)), -1)
    c.events = 0 if with_events else -1
    c.customers = int(np.count_nonzero(w.customers.present))
    c.satisfaction = c.lagged = p.satisfaction_start
    for period in range(PERIODS):
        c.period_ends[period] = HOURS_A_WEEK * period_ends_after(period, 0)
        c.period_share[period] = 1.0
    w.divisions.believed_score = [p.belief_volley, p.belief_turn, p.belief_table]
    w.divisions.believed_days = FIRST_DAYS
    c.belief[:] = 1.0
    c.touches = 1.0
    make_plan(w)
    expect_at_first(w)


def make_plan(w: World) -> None:
    """What is expected of a head, with the customers that the company opens with; later losses do not lower it.

    The plan for sales is the same whether there are many problems or few: what a sale pays must not rise with them.
    """
    c, p = w.company[0], w.parameters[0]
    customers = sum(invited(w, region) for region in w.regions)
    second = p.second_division if len(w.divisions) > 1 else 0.0
    third = second * p.third_division if len(w.divisions) > 2 else 0.0
    c.plan_parts = 1.0 + second + third
    c.plan_hours = max(p.hours_least + p.hours_mean, HOURS_LEAST)
    c.plan_problems = max(p.problems_per_customer * customers / c.people, PROBLEMS_LEAST)
    c.plan_sales = max(HOURS_A_WEEK * SELLING * PLAN_EFFORT * p.sale_chance * p.sale_value, EURO_LEAST)
    c.plan_margin = max(p.margin_rate * c.plan_sales, EURO_LEAST)


def expect_at_first(w: World) -> None:
    """Before there is any history, people expect the plan to come true, and managers' agendas are neutral."""
    c, p, managers = w.company[0], w.parameters[0], w.managers
    whole = 2 * p.agenda_base + p.agenda_politics
    managers.agenda_sales = managers.agenda_customer = p.agenda_base / whole
    managers.agenda_politics = p.agenda_politics / whole
    managers.way = [p.agenda_base / whole, p.agenda_base / whole, p.agenda_politics / whole]
    answers = p.coverage * c.plan_problems
    a_head = np.zeros(COUNTS)  # nobody promotes, detracts, mentions, nominates or helps yet
    a_head[Raw.SALES] = c.plan_sales
    a_head[Raw.BOUGHT] = c.customers / c.people * buys_again(p.satisfaction_start, p)
    a_head[Raw.SCORES] = answers * p.satisfaction_start
    a_head[Raw.ANSWERS] = answers
    a_head[Raw.OFF_DESK] = c.plan_problems * c.plan_parts
    a_head[Raw.DAYS] = c.plan_problems * FIRST_DAYS[Treatment.IN_TURN]
    a_head[Raw.SOLVED] = c.plan_problems
    w.divisions.pace = np.outer(w.divisions.heads, a_head)
    w.units.pace = np.outer(w.units.heads, a_head)
    w.company.pace = np.outer(w.company.people, a_head)
