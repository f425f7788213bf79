"""By which rule people decide: all see the same, and a scenario chooses among four ways from there to a choice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.deciding import (
    Rule,
    comes,
    leaning_to_come,
    leanings,
    next_agenda,
    otherwise,
    remembers,
    set_agenda,
    weights,
)
from sim.agents.employee import NEVER, utilities
from sim.agents.examples import employee, invitation, manager, situation, usual
from sim.agents.guest import urge_to_come
from sim.agents.manager import outlook, weighed

prices = st.floats(-2.0, 2.0)
EVERY = pytest.mark.parametrize("rule", Rule)


def by(rule, **values):
    return usual(rule=float(rule), **values)


def anybody(**columns):
    return employee(way=[0.2] * 5, comes=0.5, **columns)


@given(hour=prices, mine=prices)
def test_the_first_is_the_models_own(hour, mine):
    see = situation(hour=hour, mine=mine)
    assert leanings(anybody(), see, by(Rule.OWN)) == utilities(anybody(), see, usual())
    assert usual().rule == Rule.OWN
    asked = invitation(hour=hour, theirs=mine)
    assert leaning_to_come(anybody(), asked, by(Rule.OWN)) == urge_to_come(anybody(), asked, usual())


@EVERY
@pytest.mark.interpreted
def test_no_rule_does_what_cannot_be_done(rule):
    none = situation(can_sell=False, hours_own=0.0, can_pass=False, can_ask=False)
    assert leanings(anybody(), none, by(rule)) == (NEVER,) * 5
    alone = situation(others_needed=0)
    assert leanings(anybody(), alone, by(rule))[3] == NEVER
    assert max(leanings(anybody(), alone, by(rule))) > NEVER


@pytest.mark.parametrize("rule", [each for each in Rule if each != Rule.OWN])
def test_the_others_stand_apart_and_say_the_same(rule):
    me, see = anybody(brought=[0.1, 0.2, 0.3, 0.4, 0.5]), situation(hour=0.3)
    assert otherwise(me, see, by(rule)) == leanings(me, see, by(rule))


@EVERY
def test_prices_move_only_who_reckons_with_them(rule):
    """Reinforcement and imitation know no prices: they live from what was, and that is written down for them only."""
    apart = leanings(anybody(), situation(mine=2.0), by(rule)) != leanings(anybody(), situation(), by(rule))
    came = leaning_to_come(anybody(), invitation(help=2.0), by(rule)) != leaning_to_come(
        anybody(), invitation(), by(rule)
    )
    assert apart == came == (not remembers(by(rule)))


@EVERY
def test_a_guest_comes_as_often_as_the_chance_says(rule):
    me, p = employee(courtesy=0.3, coming_brought=0.2, comes=0.7), by(rule, toil=0.0)
    draws = (np.arange(1_000) + 0.5) / 1_000
    share = np.mean([comes(me, invitation(), p, draw) for draw in draws])
    assert share == pytest.approx(1.0 / (1.0 + np.exp(-leaning_to_come(me, invitation(), p) / p.temperature)), abs=2e-3)


@EVERY
@given(hour=prices, point=prices, contest=st.floats(0.0, 2.0))
@pytest.mark.interpreted
def test_by_every_rule_an_agenda_is_shares(rule, hour, point, contest):
    me = manager(hour=hour, own_point=point, contest=contest, disputes=4.0, way=[0.3, 0.6, 0.1])
    for _ in range(3):
        set_agenda(me, 4.0, by(rule))
    shares = [me.agenda_sales, me.agenda_customer, me.agenda_politics]
    assert sum(shares) == pytest.approx(1.0)
    assert min(shares) >= 0.0


@pytest.mark.parametrize("rule", [Rule.OWN, Rule.LOGIT, Rule.REINFORCEMENT])
def test_what_pays_draws_a_manager_unless_by_imitation(rule):
    me, rest = manager(own_point=1.0), manager()
    assert next_agenda(me, outlook(me, 2.0), by(rule)).customer > rest.agenda_customer


def test_by_imitation_weeks_go_to_what_ones_way_says():
    me = manager(own_point=9.0, way=[0.7, 0.2, 0.1])
    assert tuple(weights(me, outlook(me, 2.0), by(Rule.IMITATION))) == (0.7, 0.2, 0.1)
    assert tuple(weights(me, outlook(me, 2.0), by(Rule.OWN))) == tuple(weighed(outlook(me, 2.0), usual()))
