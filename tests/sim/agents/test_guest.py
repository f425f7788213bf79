"""Whether an invited employee comes, and what good will they bring."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.deciding import comes
from sim.agents.examples import employee, invitation, usual
from sim.agents.guest import chance_to_come, gain_of_a_table, goodwill, pulls, urge_to_come

prices = st.floats(-3.0, 3.0)


@given(mine=prices, theirs=prices)
def test_only_who_is_credited_gains_from_the_own_price(mine, theirs):
    prices_seen = {"mine": mine, "mine_day": 0.1 * mine, "theirs": theirs, "theirs_day": 0.1 * theirs}
    for credit, price in ((1.0, mine), (0.0, theirs)):
        half_a_point_and_a_day = (0.5 * price, 0.1 * price)
        assert gain_of_a_table(invitation(credit=credit, **prices_seen)) == pytest.approx(half_a_point_and_a_day)


def test_a_table_that_makes_no_difference_gains_nothing():
    see = invitation(theirs=2.0, theirs_day=1.0, score_in_turn=8.0, days_in_turn=1.0)
    assert gain_of_a_table(see) == (0.0, 0.0)


def test_like_is_answered_with_like():
    one, easy = employee(reciprocity=1.2), usual(toil=0.0)
    assert urge_to_come(one, invitation(trust=0.5), easy) == 0.0
    assert urge_to_come(one, invitation(trust=1.0), easy) == pytest.approx(0.6)
    assert urge_to_come(one, invitation(trust=0.0), easy) == pytest.approx(-0.6)
    assert urge_to_come(employee(), invitation(trust=0.0), easy) == 0.0


@given(help_price=prices, hour=prices, away=st.floats(0.0, 4.0), toil=st.floats(0.0, 1.0))
def test_an_hour_away_costs_toil_and_what_it_could_else_have_earned_and_earns_what_help_pays(
    help_price, hour, away, toil
):
    me = employee(courtesy=0.4)
    urge = urge_to_come(me, invitation(help=help_price, hour=hour, hours_away=away), usual(toil=toil))
    assert urge == pytest.approx(0.4 + away * (help_price - hour - toil))


@pytest.mark.parametrize("courtesy", [-2.0, 0.0, 0.3, 2.0])
def test_coming_is_logit(courtesy):
    p, draws = usual(temperature=0.5, toil=0.0), (np.arange(2000) + 0.5) / 2000
    share = np.mean([comes(employee(courtesy=courtesy), invitation(), p, draw) for draw in draws])
    assert share == pytest.approx(1.0 / (1.0 + math.exp(-courtesy / 0.5)), abs=1e-3)


@given(urge=st.floats(-4.0, 4.0), more=st.floats(0.01, 2.0))
def test_the_stronger_the_urge_the_likelier_one_comes(urge, more):
    p = usual(temperature=0.5)
    assert chance_to_come(urge + more, p) > chance_to_come(urge, p)
    assert chance_to_come(urge, p) + chance_to_come(-urge, p) == pytest.approx(1.0)
    assert chance_to_come(-1e6, p) == pytest.approx(0.0)


@given(theirs=prices, trust=st.floats(0.0, 1.0), courtesy=prices, hour=prices)
def test_what_pulls_a_guest_is_all_of_the_urge(theirs, trust, courtesy, hour):
    me, see, p = (
        employee(courtesy=courtesy, reciprocity=0.8),
        invitation(theirs=theirs, trust=trust, hour=hour),
        usual(),
    )
    felt = pulls(me, see, p)
    assert sum((*felt.outcome, *felt[1:])) == pytest.approx(urge_to_come(me, see, p), abs=1e-9)


@given(price=prices)
def test_good_will_helps_or_harms_as_a_colleague_s_success_pays_or_costs(price):
    p = usual(sabotage=1.0, help_yield=0.5, help_cost=2.0, sabotage_yield=0.4, sabotage_cost=1.0)
    helped = 0.5**2 * price / 2.0 if price > 0.0 else 0.4**2 * price / 1.0
    assert goodwill(employee(), price, 6.0, p) == pytest.approx(helped)
    assert goodwill(employee(), price, 6.0, usual(sabotage=0.0)) >= 0.0


def test_who_works_and_helps_at_one_cost_does_not_help_while_a_month_of_own_work_pays_more():
    p = usual(joint_effort=1.0, help_yield=0.3, help_cost=1.0)
    assert goodwill(employee(hour=0.1), 1.0, 6.0, p) == 0.0  # 0.6 utils of own work in a month against 0.3
    assert goodwill(employee(hour=0.04), 1.0, 6.0, p) == pytest.approx(0.09)
