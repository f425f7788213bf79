"""What outcomes are worth to an employee: pay, the manager's voice and meaning add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.examples import employee, manager, usual
from sim.agents.feelings import colleague_day, colleague_point, feel_as_employee, worth
from sim.agents.manager import neutral
from sim.tables import PRICE_NAMES

MEANS = {"own_point": 0.4, "unit_point": 0.4 * 0.5, "out_point": 0.4 * 0.5 * 0.75}  # of a person who means 0.4 a point


def one_paid(**prices: float):
    me = employee(meaning_weight=0.4, in_group=0.25)
    for name, euro in prices.items():
        me.prices[name] = euro
    return me


@pytest.mark.parametrize("name", PRICE_NAMES)
def test_own_pay_and_meaning_are_all_that_is_felt_without_a_manager_s_voice(name):
    me = one_paid(**{name: 50.0})
    feel_as_employee(me, me.prices, manager(**{name: 9.0}), 0.01, usual(authority=0.0, meaning_colleague=0.5))
    for each in PRICE_NAMES:
        assert me.felt[each] == pytest.approx((0.5 if each == name else 0.0) + MEANS.get(each, 0.0))


@pytest.mark.parametrize("name", PRICE_NAMES)
def test_at_a_neutral_agenda_a_manager_s_price_is_felt_with_the_weight_of_authority(name):
    p = usual(authority=0.8, meaning_colleague=0.5)
    share = neutral(p)
    boss = manager(agenda_sales=share, agenda_customer=share, **{name: 2.0})
    me = one_paid()
    feel_as_employee(me, me.prices, boss, 0.01, p)
    assert me.felt[name] == pytest.approx(1.6 + MEANS.get(name, 0.0))


def test_people_hear_of_customers_only_from_a_manager_who_cares_for_them():
    p = usual(authority=1.0)
    me = one_paid()
    feel_as_employee(me, me.prices, manager(agenda_sales=0.9, agenda_customer=0.0, own_point=5.0, hour=1.0), 0.01, p)
    assert me.felt.own_point == pytest.approx(0.4)
    assert me.felt.hour == pytest.approx(0.9 / neutral(p))


def test_a_colleague_s_customer_has_one_price_in_our_unit_and_one_outside():
    me = employee(unit_point=0.3, out_point=0.1, unit_day=0.02, out_day=0.01)
    assert (colleague_point(me, True), colleague_point(me, False)) == (0.3, 0.1)
    assert (colleague_day(me, True), colleague_day(me, False)) == (0.02, 0.01)


@given(credit=st.floats(0.0, 1.0), mine=st.floats(-5.0, 5.0), theirs=st.floats(-5.0, 5.0))
def test_worth_lies_between_ours_and_theirs(credit, mine, theirs):
    assert min(mine, theirs) - 1e-12 <= worth(credit, mine, theirs) <= max(mine, theirs) + 1e-12
    assert worth(1.0, mine, theirs) == mine
    assert worth(0.0, mine, theirs) == theirs
