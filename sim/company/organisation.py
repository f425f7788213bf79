"""Builds the company: the tree of units, divisions and people, and what the plan expects of a head."""

from collections.abc import Iterator

import numpy as np

from sim.calendar import HOURS_A_WEEK, period_ends_after
from sim.chance import stream
from sim.company.regions import choose_partners, place_regions, region_cuts
from sim.company.scenario import DivisionPlan, Scenario, UnitPlan
from sim.log import EVENT
from sim.parameters import PARAMETERS
from sim.pay.standings import wage
from sim.policies.policy import Policy
from sim.policies.vocabulary import TERM
from sim.tables import (
    COMPANY,
    COUNTS,
    CUSTOMER,
    DIVISION,
    EMPLOYEE,
    MANAGER,
    PERIODS,
    PROBLEM,
    REGION,
    SCRATCH,
    UNIT,
    WEEK,
    Rows,
    Task,
    World,
    rows,
)  # fmt: skip

CONDITIONAL, FREE_RIDER, BETWEEN = 0, 1, 2  # kinds of reciprocators (Fischbacher, Gächter & Fehr 2001)
RECIPROCITY = (1.0, 0.0, 0.5)  # strength of each, as a share of the scenario's
SELLING_LEAST = 0.2  # the plan leaves at least this share of the hours for selling


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


def build(scenario: Scenario, seed: int, replicate: int, weeks: int, with_events: bool) -> World:
    """A company on its first Monday morning, without a pay contract yet (see `contract_in`)."""
    plan = list(divisions_of(scenario))
    heads = np.array([division.employees for _, _, division in plan])
    cuts = region_cuts(heads)
    traits = stream("traits", seed, replicate)
    w = World(
        company=rows(COMPANY, 1),
        parameters=parameter_row(scenario),
        units=rows(UNIT, 1 + max(unit for unit, _, _ in plan)),
        regions=rows(REGION, len(cuts)),
        divisions=rows(DIVISION, len(plan)),
        managers=rows(MANAGER, len(plan)),
        employees=rows(EMPLOYEE, int(heads.sum())),
        customers=rows(CUSTOMER, seats(scenario, int(heads.sum()))),
        problems=rows(PROBLEM, 256 + int(heads.sum()) * 5 // 4),
        weeks=rows(WEEK, weeks + 1),
        terms=np.zeros(0, TERM).view(np.recarray),
        spans=np.zeros((2, 2), np.int64),
        events=rows(EVENT, 4096 if with_events else 0),
        floats=np.zeros((SCRATCH, 0)),
        wholes=np.zeros((1, 0), np.int64),
        raw=np.zeros((2, COUNTS)),
    )
    place_divisions(w, plan, heads)
    place_regions(w, heads, cuts)
    choose_partners(w, stream("partners", seed, replicate))
    hire(w, scenario, heads, traits)
    invite_customers(w, scenario)
    open_company(w, with_events)
    return w


def parameter_row(scenario: Scenario) -> Rows:
    """The scenario's parameters as one record."""
    row = rows(PARAMETERS, 1)
    for name, value in scenario.parameters().items():
        row[name] = value
    return row


def seats(scenario: Scenario, heads: int) -> int:
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


def hire(w: World, scenario: Scenario, heads: np.ndarray, draw: np.random.Generator) -> None:
    """People with their skill, what money, work and colleagues mean to them, and no habit yet."""
    people, choice, effort = w.employees, scenario.choice, scenario.effort
    count = len(people)
    people.division = np.repeat(np.arange(len(heads)), heads)
    people.problem = -1
    people.task = Task.WAITING
    start = draw.random(count)  # nobody begins at the same minute
    people.free_at = start
    people.hours[:, Task.WAITING] = start
    people.skill = spread(draw, scenario.work.skill_spread, count)
    kind = draw.random(count)
    together = scenario.together
    people.kind = np.where(
        kind < together.conditional, CONDITIONAL,
        np.where(kind < together.conditional + together.free_riders, FREE_RIDER, BETWEEN),
    )  # fmt: skip
    people.reciprocity = together.reciprocity * np.array(RECIPROCITY)[people.kind]
    people.courtesy = np.where(people.kind == FREE_RIDER, 0.0, together.courtesy)
    people.money_weight = choice.money_weight
    selfish = np.where(people.kind == FREE_RIDER, choice.selfish_meaning, 1.0)
    people.meaning_weight = choice.meaning * spread(draw, choice.meaning_spread, count) * selfish
    people.in_group = choice.in_group
    people.habits = 0.25
    people.effort = people.desk_effort = effort.effort_base
    managers, lead = w.managers, scenario.managers
    managers.money_weight = np.where(managers.present, lead.manager_money, 0.0)
    managers.status_weight = lead.status
    whole = 2 * lead.agenda_base + lead.agenda_politics
    managers.agenda_sales = managers.agenda_customer = lead.agenda_base / whole
    managers.agenda_politics = lead.agenda_politics / whole


def spread(draw: np.random.Generator, sd: float, count: int) -> np.ndarray:
    """Log-normal factors with mean 1."""
    return np.exp(sd * draw.standard_normal(count) - 0.5 * sd * sd)


def invite_customers(w: World, scenario: Scenario) -> None:
    """Seat the customers of each region; each belongs to one division, and larger divisions have more of them."""
    w.customers.satisfaction = scenario.customers.satisfaction_start
    share = scenario.customers.customers_per_employee * len(w.employees) / len(w.customers)
    for region in w.regions:
        order = np.arange(region.seats)
        heads = w.divisions.heads[region.first : region.first + region.divisions]
        shares = np.cumsum(heads) / heads.sum()
        seats = w.customers[region.first_seat : region.first_seat + region.seats].view(np.recarray)
        # Golden-ratio steps spread the divisions evenly over the seats.
        seats.division = region.first + np.searchsorted(shares, (order * 0.6180339887498949) % 1.0, side="right")
        seats.present = order < round(region.seats * share)


def open_company(w: World, with_events: bool) -> None:
    """The plan, the calendar, an empty pool of problems, first beliefs."""
    c, p = w.company[0], w.parameters[0]
    c.people = len(w.employees)
    c.free_problem, c.free_problems = 0, len(w.problems)
    w.problems.next = np.append(np.arange(1, len(w.problems)), -1)
    c.events = 0 if with_events else -1
    c.customers = int(np.count_nonzero(w.customers.present))
    c.satisfaction = c.lagged = p.satisfaction_start
    for period in range(PERIODS):
        c.period_ends[period] = HOURS_A_WEEK * period_ends_after(period, 0)
        c.period_share[period] = 1.0
    second = p.second_division if len(w.divisions) > 1 else 0.0
    third = second * p.third_division if len(w.divisions) > 2 else 0.0
    c.plan_parts = 1.0 + second + third
    c.plan_hours = max(p.hours_least + p.hours_mean, 0.1)
    c.plan_problems = max(p.problems_per_customer * c.customers / c.people, 1e-3)
    handling = c.plan_problems * c.plan_parts * c.plan_hours / HOURS_A_WEEK
    selling = max(1.0 - 1.2 * handling, SELLING_LEAST)
    c.plan_sales = max(HOURS_A_WEEK * selling * p.sale_chance * p.sale_value, 1.0)
    costs = HOURS_A_WEEK * handling * wage(p)
    c.plan_margin = max(p.margin_rate * c.plan_sales - costs, 0.1 * p.margin_rate * c.plan_sales, 1.0)
    w.divisions.believed_score = [p.belief_volley, p.belief_turn, p.belief_table]
    w.divisions.believed_days = [p.days_volley, p.days_turn, p.days_table]
    expect_plan(w)


def expect_plan(w: World) -> None:
    """Before there is any history, people expect the plan to come true."""
    c, p = w.company[0], w.parameters[0]
    answers = p.coverage * c.plan_problems
    a_head = [c.plan_sales, c.plan_problems * c.plan_parts * c.plan_hours, answers * p.satisfaction_start, answers, 0.0,
              c.plan_problems * c.plan_parts, c.plan_problems * 2.0, c.plan_problems, 0.0, 0.0, 0.0]  # fmt: skip
    w.divisions.pace = np.outer(w.divisions.heads, a_head)
    w.units.pace = np.outer(w.units.heads, a_head)
    w.company.pace = np.outer(w.company.people, a_head)


def contract_in(w: World, policy: Policy, scenario: Scenario) -> World:
    """The same world with a policy's contract in force; the caller sees to the books (see day.py)."""
    c, money, sight = w.company[0], scenario.money, scenario.sight
    c.attribution = int(policy.attribution)
    coverage, noise = policy.survey.coverage, policy.survey.noise
    c.coverage = sight.coverage if coverage is None else coverage
    c.survey_noise = sight.survey_noise if noise is None else noise
    c.employee_base = policy.employee.salary * money.employee_salary
    c.manager_base = policy.manager.salary * money.manager_salary
    terms = policy.terms(money.employee_salary, money.manager_salary)
    return w._replace(
        terms=terms,
        spans=np.array(policy.spans, np.int64).reshape(2, 2),
        floats=np.zeros((SCRATCH, len(terms))),
        wholes=np.zeros((1, len(terms)), np.int64),
    )
