"""What a manager feels, and how the agenda moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.examples import manager, usual
from sim.agents.manager import (
    MOST_FIGHTING,
    Agenda,
    feel_as_manager,
    keep_agenda,
    neutral,
    next_agenda,
    outlook,
    set_agenda,
)
from sim.calendar import HOURS_A_WEEK
from sim.tables import PRICE_NAMES

prices = st.floats(-500.0, 500.0)


def priced(status: float, **euro: float):
    me = manager(status_weight=status)
    for name, value in euro.items():
        me.prices[name] = value
    return me


@given(euro=st.fixed_dictionaries(dict.fromkeys(PRICE_NAMES, prices)))
def test_who_does_not_care_for_status_feels_the_price_list(euro):
    me = priced(0.0, **euro)
    feel_as_manager(me, 0.02)
    for name in PRICE_NAMES:
        assert me.felt[name] == pytest.approx(0.02 * euro[name])
    assert me.contest == 0.0


@given(own=prices, unit=prices, out=prices, status=st.floats(0.0, 2.0))
def test_a_colleague_s_gain_costs_what_it_is_more_than_mine(own, unit, out, status):
    me = priced(status, own_point=own, unit_point=unit, out_point=out, own_day=own, unit_day=unit, out_day=out)
    feel_as_manager(me, 1.0)
    assert me.felt.own_point == me.felt.own_day == own
    assert me.felt.unit_point == me.felt.unit_day == pytest.approx(unit - status * max(own - unit, 0.0))
    assert me.felt.out_point == me.felt.out_day == pytest.approx(out - status * max(own - out, 0.0))
    assert me.contest == pytest.approx(status * max(own - out, 0.0))


def agenda(me) -> list[float]:
    return [float(me.agenda_sales), float(me.agenda_customer), float(me.agenda_politics)]


def test_when_nothing_pays_a_neutral_agenda_stays():
    p = usual()
    me = manager(agenda_sales=neutral(p), agenda_customer=neutral(p), agenda_politics=1.0 - 2.0 * neutral(p))
    before = agenda(me)
    set_agenda(me, 4.0, p)
    assert agenda(me) == pytest.approx(before)


@given(felt=st.fixed_dictionaries({name: st.floats(-5.0, 5.0) for name in PRICE_NAMES}), hours=st.floats(0.0, 200.0))
def test_an_agenda_is_shares_whatever_pays(felt, hours):
    me = manager(disputes=hours, **felt)
    for _ in range(5):
        set_agenda(me, 4.0, usual())
    assert sum(agenda(me)) == pytest.approx(1.0)
    assert min(agenda(me)) >= 0.0
    assert me.disputes == 0.0


@pytest.mark.parametrize(
    ("felt", "grows"), [({"hour": 1.0}, 0), ({"own_point": 1.0}, 1), ({"unit_day": 1.0}, 1), ({"contest": 1.0}, 2)]
)
def test_the_agenda_moves_towards_what_pays(felt, grows):
    me = manager(**felt)
    before = agenda(me)
    set_agenda(me, 4.0, usual())
    assert [after > earlier for after, earlier in zip(agenda(me), before, strict=True)].index(True) == grows
    still = manager(**felt)
    set_agenda(still, 4.0, usual(agenda_rate=0.0))
    assert agenda(still) == pytest.approx(before)


def test_disputes_claim_their_hours_and_leave_a_little():
    half, drowned = manager(disputes=0.5 * HOURS_A_WEEK), manager(disputes=10.0 * HOURS_A_WEEK)
    for me in (half, drowned):
        set_agenda(me, 4.0, usual(agenda_rate=1.0, agenda_politics=0.0))
    assert half.agenda_politics == pytest.approx(0.5)
    assert drowned.agenda_politics == pytest.approx(MOST_FIGHTING)


@given(felt=st.fixed_dictionaries({name: st.floats(-5.0, 5.0) for name in PRICE_NAMES}), hours=st.floats(0.0, 60.0))
def test_what_a_manager_sees_is_all_that_the_rule_needs(felt, hours):
    me, other = manager(disputes=hours, contest=0.3, **felt), manager(disputes=hours, contest=0.3, **felt)
    see = outlook(me, 4.0)
    assert (see.hours_in_play, see.disputes, see.contest) == (4.0, hours, 0.3)
    assert all(getattr(see, name) == felt[name] for name in PRICE_NAMES if name in see._fields)
    set_agenda(me, 4.0, usual())
    keep_agenda(other, next_agenda(see, usual()))
    assert agenda(me) == agenda(other)


@given(own=st.floats(0.0, 5.0), more=st.floats(0.01, 5.0))
def test_the_more_a_point_is_worth_the_more_of_the_agenda_goes_to_customers(own, more):
    less, rather = (next_agenda(outlook(manager(own_point=worth), 2.0), usual()) for worth in (own, own + more))
    assert rather.customer > less.customer
    assert rather.sales < less.sales


def test_an_agenda_that_is_kept_ends_the_disputes_of_the_week():
    me = manager(disputes=7.0)
    keep_agenda(me, Agenda(0.25, 0.5, 0.25))
    assert agenda(me) == [0.25, 0.5, 0.25]
    assert me.disputes == 0.0
