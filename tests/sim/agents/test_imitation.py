"""Imitation: people copy who fares better, whatever the prices."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.employee import NEVER, likelihoods
from sim.agents.examples import employee, manager, situation, usual
from sim.agents.guest import chance_to_come
from sim.agents.imitation import (
    agenda_brings,
    as_my_way_is,
    chance_to_copy,
    copy_employee,
    copy_manager,
    pull_of,
    pull_to_come,
    try_employee,
    try_manager,
)
from sim.agents.manager import outlook
from sim.tables import Choice

shares = st.lists(st.floats(0.01, 1.0), min_size=5, max_size=5).map(lambda each: (np.array(each) / sum(each)).tolist())
utils = st.floats(-3.0, 3.0)


@pytest.mark.interpreted
@given(way=shares, temperature=st.floats(0.05, 5.0))
def test_one_chooses_as_often_as_the_way_has_it(way, temperature):
    p = usual(temperature=temperature)
    chances = likelihoods(as_my_way_is(employee(way=way), situation(), p), temperature)
    assert np.array(chances) / sum(chances) == pytest.approx(way)


def test_a_way_that_has_nothing_possible_leaves_all_alike():
    me = employee(way=[0.0, 0.0, 1.0, 0.0, 0.0])
    assert as_my_way_is(me, situation(can_pass=False), usual()) == (0.0, 0.0, NEVER, 0.0, 0.0)
    assert pull_of(0.0, 1.0) == NEVER


@given(share=st.floats(1e-6, 1.0 - 1e-6), temperature=st.floats(0.05, 5.0))
def test_one_comes_as_often_as_the_way_has_it(share, temperature):
    p = usual(temperature=temperature)
    assert chance_to_come(pull_to_come(employee(comes=share), p), p) == pytest.approx(share, rel=1e-6)


@given(theirs=utils, mine=utils, temperature=st.floats(0.05, 5.0))
def test_the_better_fare_is_copied_more_often_and_ties_half_the_time(theirs, mine, temperature):
    chance = chance_to_copy(theirs, mine, temperature)
    assert chance + chance_to_copy(mine, theirs, temperature) == pytest.approx(1.0)
    assert (chance > 0.5) == (theirs > mine) or theirs == pytest.approx(mine)
    assert chance_to_copy(1e9, 0.0, temperature) == pytest.approx(1.0)
    assert chance_to_copy(0.0, 1e9, temperature) == pytest.approx(0.0)


@given(way=shares, comes=st.floats(0.0, 1.0))
def test_copying_leaves_a_uniform_population_alone(way, comes):
    me, colleague = employee(way=way, comes=comes), employee(way=way, comes=comes, fared=3.0)
    copy_employee(me, colleague)
    assert me.way.tolist() == way
    assert me.comes == comes


@given(way=shares, choice=st.sampled_from(Choice), comes=st.booleans())
def test_a_trial_goes_half_the_way_to_one_thing(way, choice, comes):
    me = employee(way=way, comes=0.5)
    try_employee(me, choice, comes)
    assert me.way.sum() == pytest.approx(1.0)
    assert me.way[choice] == pytest.approx(0.5 + 0.5 * way[choice])
    assert me.comes == (0.75 if comes else 0.25)


def test_managers_copy_and_try_what_weeks_go_to():
    me = manager(way=[0.5, 0.5, 0.0])
    copy_manager(me, manager(way=[0.2, 0.3, 0.5]))
    assert me.way.tolist() == [0.2, 0.3, 0.5]
    try_manager(me, 0)
    assert me.way == pytest.approx([0.6, 0.15, 0.25])


def test_a_manager_fares_better_by_an_agenda_of_what_pays():
    def fares(customer):
        rest = 1.0 - customer
        return agenda_brings(
            outlook(manager(own_point=1.0, agenda_sales=rest, agenda_customer=customer, agenda_politics=0.0), 2.0)
        )

    assert fares(0.8) > fares(0.2)
