"""Reinforcement: one does again what went well, and only what one does teaches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.employee import NEVER, choose
from sim.agents.examples import employee, manager, situation, usual
from sim.agents.manager import outlook, weighed
from sim.agents.reinforcement import (
    EXPERIENCE,
    begin_choice,
    invitation_is_answered,
    propensities,
    receive,
    table_is_answered,
    weighed_by_return,
)
from sim.tables import Choice

TWO_ARMS = {"can_sell": False, "can_ask": False}
"""One can only do one's own part, or pass on."""


@pytest.mark.parametrize("better", [Choice.OWN_PART, Choice.PASS_ON])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_learns_the_better_arm_of_two(better, seed):
    """One brings 1 on average and the other 0, both with noise: after some hundred tries it is nearly always chosen."""
    draw, me, see, p = np.random.default_rng(seed), employee(), situation(**TWO_ARMS), usual(temperature=0.2)
    chosen = []
    for _ in range(1_000):
        choice = choose(propensities(me, see), p.temperature, draw.random())
        receive(me, choice, (1.0 if choice == better else 0.0) + 0.5 * draw.standard_normal())
        chosen.append(choice)
    assert np.mean([choice == better for choice in chosen[-500:]]) > 0.9
    assert me.brought[better] == pytest.approx(1.0, abs=0.4)


@pytest.mark.interpreted
def test_a_propensity_is_the_running_mean_of_what_was_received():
    me = employee()
    for _ in range(3):
        receive(me, Choice.TABLE, 2.0)
    assert me.brought[Choice.TABLE] == pytest.approx(2.0 * (1.0 - (1.0 - EXPERIENCE) ** 3))
    assert me.fared == me.brought[Choice.TABLE]
    assert not me.brought[[each for each in Choice if each != Choice.TABLE]].any()


def test_prices_alone_move_nobody():
    """However much a choice would pay, it is not made more often before it was made."""
    me = employee()
    cheap, dear = situation(), situation(mine=5.0, hour=3.0)
    assert propensities(me, cheap) == propensities(me, dear) == (0.0,) * 5
    assert propensities(me, situation(can_pass=False))[Choice.PASS_ON] == NEVER


@given(choice=st.sampled_from(Choice), hour=st.floats(-1.0, 1.0), mine=st.floats(-1.0, 1.0))
def test_each_choice_brings_what_a_best_response_reckons_with(choice, hour, mine):
    from sim.agents.best_response import as_it_is_today

    me, see, p = employee(), situation(hour=hour, mine=mine), usual()
    begin_choice(me, choice, see, p)
    reckoned = as_it_is_today(me, see, p)[choice]
    if choice == Choice.TABLE:
        assert not me.brought.any(), "nobody has answered yet"
        held, in_vain = me.at_stake
        assert see.chance_all_come * held + (1.0 - see.chance_all_come) * in_vain == pytest.approx(reckoned)
        table_is_answered(me, True)
        assert me.brought[choice] == pytest.approx(EXPERIENCE * held)
    else:
        assert me.brought[choice] == pytest.approx(EXPERIENCE * reckoned)


def test_who_stays_away_learns_nothing_of_coming():
    me = employee(coming_brought=0.5, fared=1.0)
    invitation_is_answered(me, False, 9.0)
    assert me.coming_brought == 0.5
    assert me.fared == pytest.approx(1.0 - EXPERIENCE)
    invitation_is_answered(me, True, 0.5)
    assert me.coming_brought == 0.5


@pytest.mark.interpreted
@given(hour=st.floats(0.0, 1.0), point=st.floats(0.0, 2.0), contest=st.floats(0.0, 1.0))
def test_at_a_neutral_agenda_a_manager_is_moved_as_by_the_own_rule(hour, point, contest):
    see, p = outlook(manager(hour=hour, own_point=point, contest=contest), 2.0), usual()
    assert tuple(weighed_by_return(see, p)) == pytest.approx(tuple(weighed(see, p)))


def test_what_is_not_on_the_agenda_earns_nothing():
    p = usual()
    see = outlook(manager(own_point=5.0, agenda_sales=0.9, agenda_customer=0.0, agenda_politics=0.1), 2.0)
    assert weighed_by_return(see, p).customer == p.agenda_base
    assert weighed_by_return(see, usual(agenda_politics=0.0)).politics == 0.0
