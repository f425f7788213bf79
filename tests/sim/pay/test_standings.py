"""Where people think they stand: the level that they expect, how sure they are of it, and among whom they rank."""

import math

import numpy as np
import pytest
from builders import company, tree, unit

from sim.calendar import HOURS_A_WEEK
from sim.life.day import see_prices
from sim.pay.standings import count_in, doubt, expected_level, heads_in, rivals_of
from sim.policies import metrics
from sim.policies.reading import parse_policy
from sim.policies.vocabulary import Role, Scope
from sim.simulation import Simulation
from sim.tables import Raw, World

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
@pytest.mark.parametrize("name", metrics.NAMES)
def test_doubt_ends_with_the_period(name):
    w = world()
    code, c, p = metrics.NAMES.index(name), w.company[0], w.parameters[0]
    whole = doubt(code, 3.0, 13.0, 1.0, c, p)
    assert whole == pytest.approx(math.sqrt(metrics.variance(code, 3.0, 13.0, c, p)), abs=2e-6)
    assert doubt(code, 3.0, 13.0, 0.25, c, p) == pytest.approx(whole / 2, abs=2e-6)
    assert doubt(code, 3.0, 13.0, 0.0, c, p) == 0.0


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
    a_sale = 0.5 * p.employee_salary * p.sale_value / (c.plan_sales * 4)
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
