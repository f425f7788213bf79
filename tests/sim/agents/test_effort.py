"""Effort is where marginal gain meets marginal cost; pace follows from it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.effort import (
    LEAST_SPEED,
    MOST_HELP,
    between,
    exert,
    haste,
    help_effort,
    helps_rather,
    own_effort,
    sabotage,
    sooner,
    speed,
)
from sim.agents.examples import employee, usual

GRID = np.linspace(0.0, 3.0, 30001)
HELPING = GRID[GRID <= MOST_HELP]
prices = st.floats(-5.0, 5.0)
hours = st.floats(0.5, 8.0)


@given(value=prices)
def test_between_keeps_what_is_within(value):
    assert between(-1.0, value, 2.0) == np.clip(value, -1.0, 2.0)


@given(
    incentive=st.floats(-20.0, 20.0),
    shame=st.floats(0.0, 2.0),
    pressure=st.floats(0.0, 6.0),
    norm=st.floats(0.5, 1.5),
    cost=st.floats(0.5, 16.0),
)
def test_own_effort_is_the_best_of_all_efforts(incentive, shame, pressure, norm, cost):
    p = usual(shame=shame, peer_pressure=pressure, effort_norm=norm, effort_cost=cost, effort_most=3.0)
    more = GRID - p.effort_base
    worth = (incentive + shame) * more - cost * more**2 / 2 - pressure * (norm - GRID) ** 2 / 2
    assert own_effort(incentive, p) == pytest.approx(GRID[worth.argmax()], abs=1e-4)


def test_without_incentive_norm_or_shame_people_work_at_their_base_and_that_is_below_a_fair_day_s_work():
    p = usual(shame=0.0, peer_pressure=0.0)
    assert own_effort(0.0, p) == p.effort_base < 1.0
    assert p.effort_base < own_effort(0.0, usual(shame=0.0)) < usual().effort_norm


@given(price=st.floats(-15.0, 15.0), cost=st.floats(0.1, 5.0))
def test_help_and_harm_are_the_best_of_all_efforts(price, cost):
    p = usual(help_cost=cost, sabotage_cost=cost, sabotage=1.0)
    helping = p.help_yield * price * HELPING - cost * HELPING**2 / 2
    harming = -p.sabotage_yield * price * HELPING - cost * HELPING**2 / 2
    assert help_effort(price, p) == pytest.approx(HELPING[helping.argmax()], abs=1e-4)
    assert sabotage(price, p) == pytest.approx(HELPING[harming.argmax()], abs=1e-4)


@given(price=prices)
def test_nobody_harms_where_the_model_does_not_allow_it(price):
    assert sabotage(price, usual(sabotage=0.0)) == 0.0


@given(hour=st.floats(-1.0, 1.0), price=prices)
def test_with_one_joint_cost_one_works_or_helps(hour, price):
    p = usual(joint_effort=1.0, help_yield=0.5)
    me = employee(hour=hour, unit_point=price)
    exert(me, 4.0, 5.0, 2.0, 1.5, p)
    if helps_rather(5.0 * hour, price, p):
        assert 5.0 * hour < 0.5 * price
        assert me.effort == own_effort(0.0, p)
        assert me.help_effort == help_effort(price, p)
    else:
        assert me.effort == own_effort(5.0 * hour, p)
        assert me.help_effort == 0.0


def test_what_clears_the_desk_moves_effort_at_the_desk_and_not_at_selling():
    me, p = employee(desk=0.8), usual(peer_pressure=0.0, effort_cost=8.0)
    exert(me, 4.0, 5.0, 2.0, 1.5, p)
    # 0.8 utils for each problem of 4 hours: of a month, in which 5 hours go with each choice, that is 1.0
    assert me.desk_effort == pytest.approx(p.effort_base + 1.0 / 8.0)
    assert me.effort == p.effort_base


@given(
    name=st.sampled_from(["hour", "desk", "own_point", "unit_point", "own_day", "unit_day"]), price=st.floats(0.05, 2.0)
)
def test_whatever_pays_for_what_is_done_at_the_desk_makes_people_work_harder_there(name, price):
    p = usual(effort_most=100.0)
    paid, unpaid = employee(**{name: price}), employee()
    for each in (paid, unpaid):
        exert(each, 4.0, 5.0, 2.0, 1.5, p)
    assert paid.desk_effort > unpaid.desk_effort
    assert (paid.effort > unpaid.effort) == (name == "hour")


@given(
    days=st.floats(0.1, 20.0), parts=st.floats(1.0, 3.0), own=prices, unit=prices, own_day=prices, unit_day=prices,
)  # fmt: skip
def test_working_harder_is_worth_the_days_that_it_saves_a_customer(days, parts, own, unit, own_day, unit_day):
    """Against the slope of what a customer who waits so long is worth, by a little more effort at one of the parts."""
    me = employee(own_point=own, unit_point=unit, own_day=own_day, unit_day=unit_day)
    p = usual()

    def worth_at(effort: float) -> float:
        waits = days - days / parts * (1.0 - 1.0 / effort)
        a_point = own / parts + (1.0 - 1.0 / parts) * unit
        a_day = own_day / parts + (1.0 - 1.0 / parts) * unit_day
        return -a_day * waits - a_point * p.score_delay * math.log(1.0 + waits)

    slope = (worth_at(1.0 + 1e-5) - worth_at(1.0 - 1e-5)) / 2e-5
    assert sooner(me, days, parts, p) == pytest.approx(slope, abs=1e-6)
    assert sooner(employee(own_point=own), days, 1.0, usual(score_delay=0.0)) == 0.0


@given(
    felt=st.fixed_dictionaries({name: st.floats(0.0, 1.0) for name in ("hour", "desk", "own_point", "unit_day")}),
    finer=st.sampled_from([0.25, 0.5, 2.0, 4.0]),
    part=hours,
    choice=hours,
)
def test_how_finely_the_same_work_is_sliced_makes_no_difference_to_effort(felt, finer, part, choice):
    """Twice the problems of half the hours: what is priced by the problem is worth half, in twice as many."""
    coarse, fine = employee(**felt), employee(**(felt | {"hour": felt["hour"] * finer}))
    exert(coarse, part, choice, 2.0, 1.5, usual())
    exert(fine, part / finer, choice / finer, 2.0, 1.5, usual())
    assert fine.effort == pytest.approx(coarse.effort)
    assert fine.desk_effort == pytest.approx(coarse.desk_effort)
    assert fine.help_effort == coarse.help_effort


@given(queue=st.floats(0.0, 100.0), more=st.floats(0.0, 100.0))
def test_haste_grows_with_the_queue_up_to_a_limit(queue, more):
    p = usual()
    assert 1.0 <= haste(queue, p) <= haste(queue + more, p) <= p.hurry_most
    assert haste(queue, usual(hurry=0.0)) == 1.0


@given(effort=st.floats(0.0, 3.0), skill=st.floats(0.0, 3.0), queue=st.floats(0.0, 100.0))
def test_nobody_stands_still(effort, skill, queue):
    p = usual()
    pace = speed(employee(desk_effort=effort, skill=skill), queue, p)
    assert pace == pytest.approx(max(effort * skill, LEAST_SPEED) * haste(queue, p))
    assert pace >= LEAST_SPEED
