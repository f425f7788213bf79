"""A logit best response: what is best today, and nothing of the past."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.best_response import as_it_is_today, brings, possible, table_brings, weighed_by_logit
from sim.agents.employee import NEVER, choose, likelihoods, utilities
from sim.agents.examples import employee, manager, situation, usual
from sim.agents.manager import outlook
from sim.agents.reasons import consider, sum_at_table, sum_of

prices = st.floats(-2.0, 2.0)
habits = st.tuples(*[st.floats(0.0, 1.0)] * 3).map(list)


@given(hour=prices, mine=prices, habit=habits, strength=st.floats(0.0, 2.0))
def test_it_is_the_own_rule_of_who_has_no_habit(hour, mine, habit, strength):
    see = situation(hour=hour, mine=mine)
    today = as_it_is_today(employee(habits=habit), see, usual(habit_strength=strength))
    assert today == pytest.approx(utilities(employee(habits=habit), see, usual(habit_strength=0.0)))


@given(hour=prices, mine=prices, habit=habits)
def test_only_habit_is_left_out(hour, mine, habit):
    parts = consider(employee(habits=habit), situation(hour=hour, mine=mine), usual())
    assert brings(parts.own_part) + parts.own_part.habit == pytest.approx(sum_of(parts.own_part))
    assert table_brings(parts.table) + parts.table.habit == pytest.approx(sum_at_table(parts.table))


@pytest.mark.interpreted
@given(hour=prices, mine=prices, draw=st.floats(0.001, 0.999))
def test_at_no_temperature_it_is_best_response(hour, mine, draw):
    options = as_it_is_today(employee(), situation(hour=hour, mine=mine), usual())
    others = sorted(options)
    if others[-1] - others[-2] > 0.01:
        assert choose(options, 1e-4, draw) == options.index(max(options))


@given(hour=prices, mine=prices)
def test_at_endless_temperature_all_that_is_possible_is_alike(hour, mine):
    options = as_it_is_today(employee(), situation(hour=hour, mine=mine, can_pass=False), usual())
    assert likelihoods(options, 1e9) == pytest.approx((1.0, 1.0, 0.0, 1.0, 1.0))


def test_what_cannot_be_made_is_never_made():
    none = situation(can_sell=False, hours_own=0.0, can_pass=False, can_ask=False)
    assert possible(none, 1.0, 2.0, 3.0, 4.0, 5.0) == (NEVER,) * 5
    assert possible(situation(others_needed=0), 1.0, 2.0, 3.0, 4.0, 5.0) == (1.0, 2.0, 3.0, NEVER, 5.0)


@pytest.mark.interpreted
@given(hour=prices, point=prices, contest=st.floats(0.0, 2.0), temperature=st.floats(0.01, 3.0))
def test_an_agenda_is_at_rest_where_nothing_pays_and_a_logit_of_what_pays(hour, point, contest, temperature):
    p = usual(temperature=temperature, agenda_base=0.5, agenda_politics=0.1)
    rest = weighed_by_logit(outlook(manager(), 2.0), p)
    assert tuple(rest) == pytest.approx((0.5, 0.5, 0.1))
    see = outlook(manager(hour=hour, own_point=point, contest=contest), 2.0)
    weights = weighed_by_logit(see, p)
    odds = (max(2.0 * hour, 0.0) - contest) / temperature
    if abs(odds) < 500.0 and weights.politics > 1e-200:
        assert weights.sales / weights.politics == pytest.approx(5.0 * math.exp(odds), rel=1e-6)
