"""Pay is what the formula says, computed here a second time from the books in plain Python."""

import math

import numpy as np
import pytest
from builders import CATALOGUE, company, policies, trees
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.company.scenario import checked
from sim.policies import Policy, load_policy, metrics
from sim.policies.terms import KINDS, NAMES
from sim.policies.vocabulary import Role, Scope
from sim.simulation import Simulation
from sim.tables import Raw

WEEKS_A_MONTH = 52 / 12
FIRST = {0: 4.0, 1: 13.0, 2: 52.0}  # weeks of the first month, quarter and year


def amount_due(run: Simulation, role: Role, d: int, own: np.ndarray, weeks: dict[int, float], part: float) -> float:
    """The variable pay of one person: `own` are the person's (a manager: the division's) books; weeks by period.

    `part` weeks of them have passed; 0: all.
    """
    c, world = run.world.company[0], run.world
    first, last = run.policy.spans[role]
    heads = {Scope.SELF: 1 if role == Role.EMPLOYEE else world.divisions.heads[d],
             Scope.DIVISION: world.divisions.heads[d],
             Scope.UNIT: world.units.heads[world.divisions.unit[d]], Scope.COMPANY: c.people}  # fmt: skip
    books = {Scope.SELF: own, Scope.DIVISION: world.divisions.books[d],
             Scope.UNIT: world.units.books[world.divisions.unit[d]], Scope.COMPANY: c.books}  # fmt: skip
    paid, gates = {0: 0.0, 1: 0.0, 2: 0.0}, {0: 1.0, 1: 1.0, 2: 1.0}
    for term, reference in zip(world.terms[first:last], world.references[d, first:last], strict=True):
        if term.period in weeks:
            passed = part or weeks[term.period]
            level = level_of(run, books[term.scope], heads[term.scope], term, passed) - reference
            kind = NAMES[term.kind]
            if KINDS[kind].gate:
                gates[term.period] *= term.sign * level >= term.sign * term.threshold
            else:
                rest = rivals(run, role, d, term, passed) if KINDS[kind].ranked else []
                assert not (rest and reference)
                paid[term.period] += term.amount * share_earned(term, kind, level, rest)
    return sum(max(paid[period], 0.0) * gates[period] * (part / weeks[period] if part else 1.0) for period in weeks)


def level_of(run: Simulation, books: np.ndarray, heads: float, term: np.record, weeks: float) -> float:
    """The level of a metric, as its declaration describes it."""
    c, p = run.world.company[0], run.world.parameters[0]
    raw = books[0] + (books[term.period] if term.period else 0.0)
    months = weeks / WEEKS_A_MONTH
    wage = p.employee_salary * 12 / (52 * 40)
    plan = heads * weeks
    match metrics.NAMES[term.metric]:
        case "sales":
            return raw[Raw.SALES] / (c.plan_sales * plan)
        case "margin":
            return (p.margin_rate * (raw[Raw.SALES] + raw[Raw.BOUGHT]) - wage * 40 * plan) / (c.plan_margin * plan)
        case "satisfaction":
            return raw[Raw.SCORES] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] else 7.5
        case "nps":
            return 100 * raw[Raw.PROMOTERS] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] else 0.0
        case "off_desk":
            return raw[Raw.OFF_DESK] / (c.plan_problems * c.plan_parts * plan)
        case "days":
            return raw[Raw.DAYS] / raw[Raw.SOLVED] if raw[Raw.SOLVED] else 0.0
        case "mentions":
            return raw[Raw.MENTIONS] / (heads * months)
        case "nominations":
            return raw[Raw.NOMINATIONS] / (heads * months)
        case "help":
            return raw[Raw.HELP] / (heads * months)
    raise AssertionError(f"no second opinion on the metric with code {term.metric}")


def rivals(run: Simulation, role: Role, d: int, term: np.record, weeks: float) -> list[float]:
    """Levels of all who are ranked, oneself included: the employees of a unit, all divisions, or all units."""
    world = run.world
    if term.scope == Scope.UNIT:
        field = zip(world.units.books, world.units.heads, strict=True)
    elif term.scope == Scope.SELF and role == Role.EMPLOYEE:
        ours = world.divisions.unit[world.employees.division] == world.divisions.unit[d]
        field = ((books, 1.0) for books in world.employees.books[ours])
    else:
        field = zip(world.divisions.books, world.divisions.heads, strict=True)
    return [level_of(run, books, heads, term, weeks) for books, heads in field]


def share_earned(term: np.record, kind: str, level: float, field: list[float]) -> float:
    if kind == "rate":
        return level
    if kind == "target":
        return float(term.sign * level >= term.sign * term.threshold)
    if kind == "slide":
        return min(max((level - term.threshold) / (term.cap - term.threshold), 0.0), 1.0)
    better = sum(term.sign * other > term.sign * level for other in field)
    ties = sum(other == level for other in field) - 1
    winners = term.winners if term.winners >= 1 else term.winners * len(field)
    return min(max(max(1, math.floor(winners + 0.5)) - better - ties / 2, 0.0), 1.0)


def everybody(run: Simulation, weeks: dict[int, float], part: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """What employees and managers are owed now for the periods in `weeks`, of which `part` weeks have passed."""
    world = run.world
    employees = [amount_due(run, Role.EMPLOYEE, int(me.division), me.books, weeks, part) for me in world.employees]
    managers = [
        amount_due(run, Role.MANAGER, d, world.divisions.books[d], weeks, part) * bool(world.managers.present[d])
        for d in range(len(world.divisions))
    ]
    return np.array(employees), np.array(managers)


def without_payday(run: Simulation, weeks: int) -> Simulation:
    """A copy that lives on with its books still open."""
    other = run.fork()
    ends = other.world.company[0].period_ends.copy()
    other.world.company[0].period_ends[:] = 2**30
    other.live_weeks(weeks)
    other.world.company[0].period_ends[:] = ends
    return other


def assert_paid(run: Simulation, before: Simulation, owed: tuple[np.ndarray, np.ndarray]) -> None:
    for table, due in zip(("employees", "managers"), owed, strict=True):
        got = getattr(run.world, table).pay - getattr(before.world, table).pay
        np.testing.assert_allclose(got, due, rtol=1e-7, atol=1e-5)


@given(divisions=trees(), policy=policies(), seed=st.integers(0, 99))
@settings(max_examples=25)
def test_every_payday_pays_what_the_formula_gives_on_the_books(divisions, policy, seed):
    run = Simulation(checked({"company": {"tree": divisions}}), policy, seed=seed)
    for payday, periods in ((4, {0: 4.0}), (8, {0: 4.0}), (13, {0: 5.0, 1: 13.0})):
        run.live_weeks(payday - 1 - len(run.weeks))
        books = without_payday(run, 1)
        before = run.fork()
        run.live_weeks(1)
        assert_paid(run, before, everybody(books, periods))


@given(policy=policies(), weeks=st.integers(1, 3), seed=st.integers(0, 99))
@settings(max_examples=25)
def test_a_change_of_policy_settles_all_open_periods_for_the_part_that_passed(policy, weeks, seed):
    run = Simulation(company(2, 2, 2), policy, seed=seed)
    run.live_weeks(weeks)
    before = run.fork()
    run.adopt("fair-salary")
    assert_paid(run, before, everybody(before, FIRST, float(weeks)))


def test_a_change_in_the_middle_of_a_week_counts_that_week_so_far():
    run = Simulation(company(1, 2, 3, sale_chance=0.5), "sales-commission")
    run.live(60)
    sold = np.array([run.world.employees.books[run.world.employees.division == d, 0, 0].sum() for d in range(2)])
    run.adopt("fair-salary")
    term = load_policy("sales-commission").terms(3000.0, 6000.0)[1]
    plan = run.world.company[0].plan_sales * 3 * 13
    np.testing.assert_allclose(run.world.managers.pay, term.amount * sold / plan, rtol=1e-9)


@pytest.mark.parametrize("hours", [1, 15, 40, 60, 80, 130, 160, 480, 520])
def test_adopting_the_policy_in_force_changes_nothing_of_a_commission(hours):
    # Nobody cares for money, and nothing is learnt that effort hangs on, so that nobody acts otherwise for reading it.
    scenario = company(2, 2, 3, money_weight=0.0, manager_money=0.0, disputes=0.0, learning=0.0, sight_fade=0.0)
    plain = Simulation(scenario, "sales-commission")
    plain.live_weeks(26)
    run = Simulation(scenario, "sales-commission")
    run.live(hours)
    run.adopt("sales-commission")
    run.live(26 * 40 - hours)
    np.testing.assert_allclose(run.world.employees.pay, plain.world.employees.pay, rtol=1e-9)
    np.testing.assert_allclose(run.world.managers.pay, plain.world.managers.pay, rtol=1e-9)


def test_nothing_is_paid_twice():
    run = Simulation(company(2, 2, 3), "sales-commission")
    run.live_weeks(2)
    run.adopt("sales-commission")
    once = run.world.employees.pay.sum()
    run.adopt("sales-commission")
    run.adopt("fair-salary")
    assert run.world.employees.pay.sum() == once > 0.0
    run.live_weeks(11)
    assert run.world.employees.pay.sum() == once


@pytest.mark.parametrize("policy", CATALOGUE)
def test_the_cost_of_pay_is_booked_in_the_weeks_that_earned_it(policy):
    run = Simulation(company(2, 2, 3), policy)
    for weeks in (3, 6, 13, 4):
        run.live_weeks(weeks)
        run.adopt(policy)
        paid = run.world.employees.pay.sum() + run.world.managers.pay.sum()
        assert run.weeks.bonus.sum() == pytest.approx(paid, rel=1e-9, abs=1e-6)
        assert run.world.weeks.bonus[len(run.weeks) :].sum() == 0.0


@pytest.mark.parametrize("hours", [1, 10, 19, 45, 100])
def test_the_cost_of_a_short_period_is_booked_too(hours):
    run = Simulation(company(2, 2, 3, sale_chance=0.9), "sales-commission")
    run.live(hours)
    run.adopt("fair-salary")
    paid = run.world.employees.pay.sum() + run.world.managers.pay.sum()
    assert run.world.weeks.bonus.sum() == pytest.approx(paid, rel=1e-9)


def test_no_more_managers_win_a_ranking_than_there_are_prizes():
    run = Simulation(company(2, 3, 4), "ranking-tournament")
    term = run.world.terms[1]
    run.live_weeks(13)
    assert run.world.managers.pay.sum() == pytest.approx(2 * term.amount)
    assert np.count_nonzero(run.world.managers.pay) in (2, 3)


def test_no_more_colleagues_are_nominated_than_there_are_prizes():
    run = Simulation(company(2, 2, 10, reciprocity=5.0, trust_start=1.0), "peer-nomination")
    term = run.world.terms[0]
    run.live_weeks(4)
    for u in range(2):
        ours = run.world.divisions.unit[run.world.employees.division] == u
        paid = run.world.employees.pay[ours]
        assert paid.sum() <= 2 * term.amount * (1 + 1e-9)


def test_a_division_without_a_manager_pays_none():
    run = Simulation(company(2, 2, 3, managed=False), "sales-commission")
    run.live_weeks(13)
    assert run.world.managers.pay.sum() == 0.0
    assert run.world.employees.pay.sum() > 0.0


def test_a_company_at_plan_gets_the_share_of_salary_that_the_policy_names():
    run = Simulation(company(2, 2, 3), "sales-commission")
    c = run.world.company[0]
    term = run.world.terms[0]
    run.live_weeks(4)
    sold = run.weeks.sold.sum()
    level = sold / (c.plan_sales * 12 * 4)
    assert run.world.employees.pay.sum() == pytest.approx(12 * level * term.amount)


def test_salaries_are_booked_every_week():
    run = Simulation(company(2, 2, 3), "fair-salary")
    run.live_weeks(52)
    policy: Policy = run.policy
    year = 12 * (12 * policy.employee.pay * 3000.0 + 4 * policy.manager.pay * 6000.0)  # nothing of it is variable
    assert run.weeks.base_pay.sum() == pytest.approx(year)


# ------------------------------------------------------------------------------------- what a new period counts from


def ratchet(scope: str, metric: str = "satisfaction", **numbers: float) -> Policy:
    """A policy that pays managers for being better than in the quarter before."""
    text = {"en": "x", "nl": "x"}
    term = {"kind": "target", "metric": metric, "scope": scope, "period": "quarter", "share": 0.2, "above": "last",
            "threshold": 0.2} | numbers  # fmt: skip
    return Policy.model_validate({"id": "x", "origin": "x", "name": text, "meaning": text, "survey": {"coverage": 1.0},
                                  "employee": {"pay": 1.0}, "manager": {"pay": 1.0, "terms": [term]}})  # fmt: skip


@pytest.mark.parametrize("metric", ["satisfaction", "sales", "days"])
@pytest.mark.parametrize("scope", ["self", "division", "unit", "company"])
def test_a_ratchet_makes_the_level_reached_the_one_that_the_next_period_counts_from(scope, metric):
    run = Simulation(company(2, 2, 3, sale_chance=0.5), ratchet(scope, metric))
    for _ in range(2):
        run.live_weeks(12)
        world = without_payday(run, 1).world
        books = {"unit": world.units.books[world.divisions.unit], "company": world.company.books[[0] * 4]}
        heads = {"unit": 6, "company": 12}.get(scope, 3)
        reached = [level_of(run, own, heads, world.terms[0], 13.0) for own in books.get(scope, world.divisions.books)]
        run.live_weeks(1)
        np.testing.assert_allclose(run.world.references[:, 0], reached, rtol=1e-12)


def test_a_level_above_the_start_counts_from_the_start_for_good():
    run = Simulation(company(2, 2, 3), "own-satisfaction-target")
    before = run.world.references.copy()
    assert before.any()
    run.live_weeks(27)
    np.testing.assert_array_equal(run.world.references, before)


# ------------------------------------------------------------------------------------------------ nobody pays to work


def test_a_fine_eats_what_other_terms_pay_and_not_more():
    text = {"en": "x", "nl": "x"}
    terms = [
        {"kind": "rate", "metric": "sales", "scope": "division", "period": "month", "share": 0.2},
        {"kind": "rate", "metric": "days", "scope": "division", "period": "month", "share": -0.25},
    ]
    contract = {"salary": 1.0, "terms": terms}
    policy = Policy.model_validate({"id": "x", "origin": "x", "name": text, "meaning": text, "employee": contract,
                                    "manager": contract})  # fmt: skip
    run = Simulation(company(2, 3, 4), policy)
    run.live_weeks(3)
    world, books = run.world, without_payday(run, 1)
    sums = [
        sum(term.amount * level_of(books, own, 4.0, term, 4.0) for term in world.terms[2:])
        for own in books.world.divisions.books
    ]
    assert min(sums) < 0.0 < max(sums)
    before = world.managers.pay.copy()
    run.live_weeks(1)
    np.testing.assert_allclose(run.world.managers.pay - before, np.maximum(sums, 0.0), rtol=1e-9)
