"""In whose score a problem counts, and what people make of it; above all where that is the last who had it."""

import numpy as np
import pytest
from builders import bits, company, tree, unit

from sim.agents.examples import division, problem
from sim.life.attribution import credits, is_credited, level_of
from sim.life.desk import situation
from sim.life.endings import end
from sim.life.meeting import invitation
from sim.policies import Policy, load_policy
from sim.policies.vocabulary import Attribution
from sim.simulation import Simulation
from sim.tables import Choice, Raw


def credited(attribution: Attribution) -> Policy:
    """Bonuses on what customers say, which count as the attribution says."""
    return load_policy("customer-scorecard").model_copy(update={"attribution": attribution})


@pytest.mark.parametrize("attribution", Attribution)
@pytest.mark.parametrize("owner", [0, 1])
@pytest.mark.parametrize("is_last_part", [True, False])
def test_people_expect_the_credit_that_they_get(attribution, owner, is_last_part):
    chances = credits(problem(owner=owner), 0, attribution, is_last_part)
    ends_here = {Choice.SELL: 0, Choice.OWN_PART: 0 if is_last_part else 1, Choice.PASS_ON: 1, Choice.TABLE: 0}
    for choice, at in ends_here.items():
        assert chances[choice] == is_credited(problem(owner=owner, at=at), 0, attribution)


def test_only_credit_to_the_last_is_held_against_where_the_division_stands():
    ours = division(believed_score=[6.0, 7.0, 8.0], believed_days=[5.0, 4.0, 3.0])
    ours.pace[Raw.SCORES], ours.pace[Raw.ANSWERS] = 18.0, 2.0
    ours.pace[Raw.DAYS], ours.pace[Raw.SOLVED] = 12.0, 8.0
    assert level_of(ours, Attribution.OWNER) == (6.0, 5.0)
    assert level_of(ours, Attribution.ALL) == (6.0, 5.0)
    assert level_of(ours, Attribution.LAST) == (9.0, 1.5)


def table_at(attribution: Attribution, owner: int, guest: int = 1):
    """What a guest of the division `guest` sees who is asked to division 0, by its name A0; B0 is another unit."""
    world = Simulation(tree(unit("A", 1, 1), unit("B", 1)), credited(attribution)).world
    its, me = world.problems[0], world.employees[guest]
    its.at, its.owner, its.parts = 0, owner, 2
    its.needs[:2] = 0, guest
    me.felt.own_point, me.felt.unit_point, me.felt.out_point = 3.0, 2.0, 1.0
    return invitation(world, guest, its)


def test_a_guest_is_credited_if_the_guest_s_division_owns_the_problem_and_the_owner_counts():
    assert table_at(Attribution.OWNER, owner=1).credit == 1.0
    assert table_at(Attribution.OWNER, owner=0).credit == 0.0
    assert table_at(Attribution.ALL, owner=0).credit == 1.0


@pytest.mark.parametrize("owner", [0, 1, 2])
def test_a_guest_gets_no_credit_where_it_goes_to_the_last(owner):
    assert table_at(Attribution.LAST, owner).credit == 0.0


def test_what_is_not_ours_is_the_owner_s_or_the_host_s_where_the_last_is_credited():
    assert table_at(Attribution.OWNER, owner=2, guest=1).theirs == 1.0  # B0 owns it: outside the guest's unit
    assert table_at(Attribution.LAST, owner=2, guest=1).theirs == 2.0  # but A0 is the host: in the guest's unit
    assert table_at(Attribution.LAST, owner=1, guest=2).theirs == 1.0


def lived(attribution: Attribution, belief: float) -> Simulation:
    """A company that believes that its customers say this whatever one does, and never learns."""
    beliefs = dict.fromkeys(("belief_volley", "belief_turn", "belief_table"), belief)
    run = Simulation(company(2, 2, 4, learning=0.0, **beliefs), credited(attribution))
    run.live_weeks(20)
    return run


def test_credit_to_the_owner_leaves_no_reason_to_shed_anybody():
    hopeful, gloomy = (lived(Attribution.OWNER, belief) for belief in (9.0, 4.0))
    assert np.array_equal(hopeful.weeks["pass_on"], gloomy.weeks["pass_on"])
    beliefs = ("divisions.believed_score", "parameters", "weeks")
    assert bits(hopeful, beliefs) == bits(gloomy, beliefs)


def test_credit_to_the_last_makes_people_shed_customers_who_will_be_unhappy():
    hopeful, gloomy = (lived(Attribution.LAST, belief) for belief in (9.0, 4.0))
    share = [run.weeks["pass_on"].sum() / run.weeks["decisions"].sum() for run in (hopeful, gloomy)]
    assert share[1] > 1.2 * share[0]


def test_a_situation_says_what_the_parts_say():
    world = Simulation(tree(unit("A", 1, 1), unit("B", 1)), credited(Attribution.LAST)).world
    its = world.problems[0]
    its.parts, its.owner = 2, 2
    its.needs[:2] = 0, 2
    its.hours[:2] = 3.0, 1.0
    me, ours = world.employees[0], world.divisions[0]
    ours.queue = 1
    see = situation(world, 0, 0, True)
    assert see.hours_own == pytest.approx(3.0 / (me.desk_effort * me.skill * 1.05))
    assert (see.mine, see.theirs, see.mine_day, see.theirs_day) == (
        me.felt.own_point, me.felt.out_point, me.felt.own_day, me.felt.out_day,
    )  # fmt: skip
    assert (see.credit_sell, see.credit_own, see.credit_pass, see.credit_table) == (1.0, 0.0, 0.0, 1.0)
    assert (see.score_level, see.days_level) == level_of(ours, Attribution.LAST)
    assert (see.score_volleyed, see.score_in_turn, see.score_table) == tuple(ours.believed_score)
    assert (see.days_volleyed, see.days_in_turn, see.days_table) == tuple(ours.believed_days)
    assert (see.others_needed, see.can_sell, see.can_pass, see.can_ask, see.passes) == (1, True, True, True, 0)
    assert see.chance_all_come == pytest.approx(world.parameters[0].trust_start)


def test_a_problem_solved_at_a_table_counts_for_the_guests_where_it_counts_for_all():
    """What a guest is promised (a credit of 1 in the invitation) is kept: the score of the guest's division has it."""
    run = Simulation(company(1, 2, 2), credited(Attribution.ALL))
    world = run.world
    its = world.problems[0]
    its.owner = its.at = its.front = its.visited[0] = 0
    its.parts, its.visits, its.luck_survey = 2, 1, 0.0
    its.needs[:2], its.workers[:2] = (0, 1), (0, 2)
    its.tabled = 1
    end(world, 0, 8.0, False)
    assert world.divisions.week[:, Raw.ANSWERS].tolist() == [1.0, 1.0]
    assert world.divisions.week[:, Raw.SOLVED].tolist() == [1.0, 1.0]
    assert world.employees.books[[0, 2], 0, Raw.SOLVED].tolist() == [1.0, 1.0]
