"""Where people think they stand: the level that they expect, how sure they are of it, and among whom they rank."""

import math

import numpy as np
import pytest
from builders import company, tree, unit

from sim.calendar import HOURS_A_WEEK, WEEKS_A_MONTH
from sim.life.day import see_prices
from sim.pay.scopes import count_in, heads_in, rivals_of
from sim.pay.standings import doubt, doubt_over, expected_level
from sim.policies import metrics
from sim.policies.reading import parse_policy
from sim.policies.vocabulary import Role, Scope
from sim.simulation import Simulation
from sim.tables import DELAY_MOST, Raw, World

UNEVEN = tree(unit("A", 2, 6), unit("B", 8))


def world() -> World:
    return Simulation(UNEVEN, "fair-salary").world


@pytest.mark.interpreted
def test_a_level_is_shared_by_those_of_its_scope():
    w = world()
    c, division, team = w.company[0], w.divisions[1], w.units[0]
    assert [heads_in(scope, 1.0, division, team, c) for scope in Scope] == [1.0, 6.0, 8.0, 16.0]
    own = np.zeros((3, len(Raw)))
    for table, count in ((own, 1.0), (division.books, 2.0), (team.books, 3.0), (c.books, 4.0)):
        table[0, Raw.SALES] = count
    found = [count_in(scope, own, division, team, c, 0, Raw.SALES) for scope in Scope]
    assert found == [1.0, 2.0, 3.0, 4.0]


@pytest.mark.interpreted
@pytest.mark.parametrize(
    ("role", "scope", "others"),
    [
        (Role.EMPLOYEE, Scope.SELF, 7),  # colleagues of the unit
        (Role.MANAGER, Scope.SELF, 2),  # divisions
        (Role.EMPLOYEE, Scope.DIVISION, 2),
        (Role.MANAGER, Scope.DIVISION, 2),
        (Role.MANAGER, Scope.UNIT, 1),
    ],
)
def test_employees_rank_among_their_unit_divisions_and_units_among_all(role, scope, others):
    assert rivals_of(world(), role, 1, scope) == others


@pytest.mark.interpreted
@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("name", ["sales", "off_desk"])
def test_on_the_first_day_people_expect_the_plan_to_come_true(name, scope):
    w = world()
    level = expected_level(w, 1, w.divisions[1].books * 0.0, 1.0, scope, 1, metrics.NAMES.index(name))
    assert level == pytest.approx(1.0)


@pytest.mark.interpreted
def test_what_was_counted_is_known_and_the_rest_goes_on_at_the_running_pace():
    w = world()
    c, division = w.company[0], w.divisions[1]
    c.hour = 3 * HOURS_A_WEEK  # of a quarter of 13 weeks
    division.books[0, Raw.SALES] = 0.0
    division.pace[Raw.SALES] = 2.0 * c.plan_sales * 6
    sales = metrics.NAMES.index("sales")
    assert expected_level(w, 1, division.books, 6.0, Scope.DIVISION, 1, sales) == pytest.approx(2.0 * 10 / 13)


@pytest.mark.interpreted
@pytest.mark.parametrize("many", [1.0, 6.0, 600.0])
@pytest.mark.parametrize("name", metrics.NAMES)
def test_doubt_is_chance_drift_and_the_error_of_the_pace_and_ends_with_the_period(name: str, many: float) -> None:
    w = world()
    code, c, p = metrics.NAMES.index(name), w.company[0], w.parameters[0]
    for hour in (0, 120, 400, 500, 520):
        c.hour = hour
        left = 1.0 - hour / 520.0
        chance = left * (metrics.noise(code, 3.0, 13.0, c, p) + metrics.drift(code, c, p))
        error = left**2 * metrics.noise(code, many, 7.0, c, p)  # a pace that moves by a quarter is as good as 7 weeks
        found = doubt(code, 0, 3.0, many, 1, c, p)
        assert found == pytest.approx(math.sqrt(chance + error) + (1e-6 if left else 0.0), rel=1e-9)


@pytest.mark.interpreted
def test_a_score_that_comes_in_late_is_as_unsure_as_so_many_weeks_earlier():
    w = world()
    code, c, p = metrics.NAMES.index("satisfaction"), w.company[0], w.parameters[0]
    p.survey_delay = 3.0
    c.hour = 10 * HOURS_A_WEEK
    late = doubt(code, 1, 3.0, 6.0, 1, c, p)
    c.hour = 7 * HOURS_A_WEEK
    assert doubt(code, 0, 3.0, 6.0, 1, c, p) == late
    c.hour = 1 * HOURS_A_WEEK  # of one week no more than one is unseen: nothing is surer than nothing
    assert doubt(code, 1, 3.0, 6.0, 1, c, p) == doubt_over(code, 3.0, 6.0, 13.0, 1.0, c, p)


@pytest.mark.parametrize("coverage", [0.02, 0.1, 0.4, 1.0])
def test_the_fewer_customers_are_asked_the_less_people_know_where_they_stand(coverage):
    w = world()
    code, c, p = metrics.NAMES.index("satisfaction"), w.company[0], w.parameters[0]
    c.coverage = coverage
    here = doubt(code, 1, 6.0, 6.0, 1, c, p)
    c.coverage = coverage / 2
    assert doubt(code, 1, 6.0, 6.0, 1, c, p) > here


# ----------------------------------------------------------------------------------------------- answers that come late

SCOPES = [(scope, metric) for scope in Scope for metric in ("satisfaction", "nps")]


def seen_level(run: Simulation, scope: Scope, metric: str) -> float:
    w = run.world
    division = w.divisions[1]
    books, heads = (w.employees[division.first].books, 1.0) if scope == Scope.SELF else (division.books, 6.0)
    return expected_level(w, 1, books, heads, scope, 1, metrics.NAMES.index(metric))


def answered(run: Simulation, week: int, scores: float, promoters: float) -> None:
    """As if the customers who answered in a week of the quarter (0, 1, ...) had said so much more, and come in late."""
    w = run.world
    d = w.divisions[1]
    for table, row in ((w.divisions, 1), (w.units, int(d.unit)), (w.company, 0)):
        table.recent[row, week % DELAY_MOST, :] += [scores, 0.0, promoters]
        table.books[row, 0, Raw.SCORES] += scores
        table.books[row, 0, Raw.PROMOTERS] += promoters


@pytest.mark.parametrize("delay", [0, 1, 2, 5])
@pytest.mark.parametrize(("scope", "metric"), [pair for pair in SCOPES if pair[0] != Scope.SELF])
def test_answers_of_the_latest_weeks_do_not_move_the_standing_before_they_have_come_in(scope, metric, delay):
    run = Simulation(UNEVEN.with_parameters(survey_delay=float(delay)), "customer-scorecard")
    run.live_weeks(7)
    before = seen_level(run, scope, metric)
    for back in range(1, 7):
        other = run.fork()
        answered(other, 7 - back, 10.0, -5.0)
        moved = seen_level(other, scope, metric) - before
        if back <= delay:
            assert moved == pytest.approx(0.0, abs=1e-12)
        else:
            assert abs(moved) > 1e-3


def test_what_a_person_has_heard_of_the_own_customers_is_the_share_that_has_come_in():
    run = Simulation(UNEVEN.with_parameters(survey_delay=3.0), "customer-scorecard")
    run.live_weeks(7)
    w = run.world
    me, division = w.employees[w.divisions[1].first], w.divisions[1]
    before = seen_level(run, Scope.SELF, "satisfaction")
    pace = division.pace / 6.0
    heard = (me.books[0] + me.books[1])[[Raw.SCORES, Raw.ANSWERS]] * 4 / 7
    scores, answers = heard + pace[[Raw.SCORES, Raw.ANSWERS]] * (13 - 4)
    assert before == pytest.approx(scores / answers)


def test_reading_the_contract_on_a_monday_forgets_the_same_weeks_as_on_friday():
    run = Simulation(UNEVEN.with_parameters(survey_delay=2.0), "customer-scorecard")
    run.live_weeks(20)  # the ring of remembered weeks has gone round
    prices = run.world.managers.prices.copy()
    see_prices(run.world)
    np.testing.assert_array_equal(run.world.managers.prices, prices)


def paid_for(metric: str, scope: str) -> World:
    """Managers and employees have a rate of half a month's salary a month on one metric."""
    term = f'kind = "rate"\nmetric = "{metric}"\nscope = "{scope}"\nperiod = "month"\nshare = 0.5'
    text = (
        'id="x"\norigin="x"\nname.en="x"\nname.nl="x"\nmeaning.en="x"\nmeaning.nl="x"\n'
        f"[employee]\nsalary=1\n[[employee.terms]]\n{term}\n[manager]\nsalary=1\n[[manager.terms]]\n{term}\n"
    )
    found = Simulation(company(2, 2, 3), parse_policy(text, "test")).world
    see_prices(found)
    return found


def test_credit_of_a_sale_is_what_the_sale_pays_and_only_where_it_is_one_s_own():
    w = paid_for("sales", "self")
    c, p = w.company[0], w.parameters[0]
    now = 4.0 / WEEKS_A_MONTH  # of a month's work, what falls into the four weeks of the open month
    a_sale = 0.5 * p.employee_salary * p.sale_value / c.plan_sales * (now / 4.0 + (1.0 - now) / WEEKS_A_MONTH)
    np.testing.assert_allclose(w.employees.credit, a_sale)
    np.testing.assert_allclose(w.employees.credit, w.employees.prices.hour / p.sale_chance)
    assert (paid_for("sales", "unit").employees.credit == 0.0).all()
    shared = paid_for("sales", "division")
    assert (shared.employees.credit == 0.0).all()
    assert (shared.managers.credit > 0.0).all()


def test_credit_of_a_problem_is_what_its_point_pays_a_manager():
    w = paid_for("satisfaction", "division")
    np.testing.assert_allclose(w.managers.credit, w.managers.prices.own_point)
    assert (w.managers.credit > 0.0).all()
    assert (w.employees.credit == 0.0).all()
    assert (paid_for("satisfaction", "unit").managers.credit == 0.0).all()
