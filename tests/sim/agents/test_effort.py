"""Effort is where marginal gain meets marginal cost; pace follows from it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.effort import (
    LEAST_SPEED,
    between,
    exert,
    haste,
    help_effort,
    helps_rather,
    own_effort,
    sabotage,
    speed,
)
from sim.agents.examples import employee, usual

GRID = np.linspace(0.0, 3.0, 30001)
prices = st.floats(-5.0, 5.0)


@given(value=prices)
def test_between_keeps_what_is_within(value):
    assert between(-1.0, value, 2.0) == np.clip(value, -1.0, 2.0)


@given(
    incentive=prices,
    shame=st.floats(0.0, 1.0),
    pressure=st.floats(0.0, 5.0),
    norm=st.floats(0.5, 1.5),
    cost=st.floats(0.5, 5.0),
)
def test_own_effort_is_the_best_of_all_efforts(incentive, shame, pressure, norm, cost):
    p = usual(
        shame=shame, peer_pressure=pressure, effort_norm=norm, effort_cost=cost, effort_least=0.0, effort_most=3.0
    )
    more = GRID - p.effort_base
    worth = (incentive + shame) * more - cost * more**2 / 2 - pressure * (norm - GRID) ** 2 / 2
    assert own_effort(incentive, p) == pytest.approx(GRID[worth.argmax()], abs=1e-4)


@given(price=prices, cost=st.floats(0.1, 5.0))
def test_help_and_harm_are_the_best_of_all_efforts(price, cost):
    p = usual(help_cost=cost, sabotage_cost=cost, sabotage=1.0, help_most=3.0)
    helping = p.help_yield * price * GRID - cost * GRID**2 / 2
    harming = -p.sabotage_yield * price * GRID - cost * GRID**2 / 2
    assert help_effort(price, p) == pytest.approx(GRID[helping.argmax()], abs=1e-4)
    assert sabotage(price, p) == pytest.approx(GRID[harming.argmax()], abs=1e-4)


@given(price=prices)
def test_nobody_harms_where_the_model_does_not_allow_it(price):
    assert sabotage(price, usual(sabotage=0.0)) == 0.0


@given(incentive=prices, price=prices)
def test_with_one_joint_cost_one_works_or_helps(incentive, price):
    p = usual(joint_effort=1.0, help_yield=0.5)
    me = employee(hour=incentive, unit_point=price)
    exert(me, 4.0, p)
    if helps_rather(incentive, price, p):
        assert incentive < 0.5 * price
        assert me.effort == own_effort(0.0, p)
        assert me.help_effort == help_effort(price, p)
    else:
        assert me.effort == own_effort(incentive, p)
        assert me.help_effort == 0.0


def test_what_clears_the_desk_moves_effort_at_the_desk_and_not_at_selling():
    me, costly = employee(desk=0.8), employee(work=-0.2)
    for each in (me, costly):
        exert(each, 4.0, usual())
    # 0.8 utils a problem of 4 hours are 0.2 an hour; so are 0.2 utils saved on an hour of work
    assert me.desk_effort == pytest.approx(1.0 + 0.2 / 1.5)
    assert costly.desk_effort == pytest.approx(me.desk_effort)
    assert me.effort == costly.effort == 1.0


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
