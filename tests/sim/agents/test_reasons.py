"""Why: the parts of what speaks for and against each choice, which are all that the choice hangs on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.employee import NEVER, utilities
from sim.agents.examples import employee, situation, usual
from sim.agents.reasons import (
    AT_WORK,
    NO_URGE,
    AtTable,
    Outcome,
    Reasons,
    consider,
    habit,
    outcome,
    sum_at_table,
    sum_of,
)
from sim.tables import Choice

scores = st.floats(0.0, 10.0)
prices = st.floats(-3.0, 3.0)
amounts = st.floats(-5.0, 5.0)
situations = st.builds(
    situation,
    hours_own=st.sampled_from([0.0, 0.5, 3.0]), hours_table=st.floats(0.1, 4.0), hour=prices,
    mine=prices, theirs=prices, mine_day=prices, theirs_day=prices, desk=prices,
    credit_sell=st.floats(0.0, 1.0), credit_own=st.floats(0.0, 1.0), credit_pass=st.floats(0.0, 1.0),
    score_volleyed=scores, score_in_turn=scores, score_table=scores, score_level=scores,
    chance_all_come=st.floats(0.0, 1.0), others_needed=st.integers(0, 2),
    can_sell=st.booleans(), can_pass=st.booleans(), can_ask=st.booleans(),
    passes=st.integers(0, 9), queue_a_head=st.floats(0.0, 9.0),
)  # fmt: skip
habits = st.tuples(*[st.floats(0.0, 1.0)] * 3).map(list)


@given(see=situations, habits=habits, toil=st.floats(0.0, 1.0))
def test_the_parts_make_the_utility_to_the_last_bit(see, habits, toil):
    me, p = employee(habits=habits), usual(toil=toil)
    parts, options = consider(me, see, p), utilities(me, see, p)
    sums = (
        sum_of(parts.sell), sum_of(parts.own_part), sum_of(parts.pass_on), sum_at_table(parts.table), sum_of(parts.idle)
    )  # fmt: skip
    assert all(option in (total, NEVER) for option, total in zip(options, sums, strict=True))


@given(see=situations, habits=habits)
def test_the_parts_are_those_of_the_rule_as_it_is_written_down(see, habits):
    """Own part: urge, duty, hours and toil, outcome, habit; and so on: the formulas of the design, in full."""
    me, p = employee(habits=habits), usual()
    urge = p.pressure + p.pressure_queue * see.queue_a_head + see.desk
    waits = sum(outcome(see, see.credit_sell, see.score_volleyed, see.days_volleyed))
    volley = urge - see.hours_pass * (see.hour + p.toil) - p.reluctance * see.passes
    volley += sum(outcome(see, see.credit_pass, see.score_volleyed, see.days_volleyed))
    own = urge + p.duty - see.hours_own * (see.hour + p.toil)
    own += sum(outcome(see, see.credit_own, see.score_in_turn, see.days_in_turn))
    held = urge + p.duty - see.hours_table * (see.hour + p.toil)
    held += sum(outcome(see, see.credit_table, see.score_table, see.days_table))
    vain = (own if see.hours_own > 0.0 else volley) - see.hours_ask * (see.hour + p.toil)
    table = see.chance_all_come * held + (1.0 - see.chance_all_come) * vain
    pulls = (habit(me, way, p) for way in (Choice.OWN_PART, Choice.PASS_ON, Choice.TABLE))
    of_own, of_passing, of_table = pulls
    meant = (waits, own + of_own, volley + of_passing, table + of_table, waits - see.hour - p.duty)
    for option, expected in zip(utilities(me, see, p), meant, strict=True):
        assert option == NEVER or option == pytest.approx(expected, abs=1e-9)


@given(values=st.tuples(*[amounts] * 12))
def test_a_sum_leaves_nothing_out(values):
    urge = NO_URGE._replace(pressure=values[0], queue=values[1], desk=values[2])
    idling = AT_WORK._replace(hour=values[8], conscience=values[9])
    parts = Reasons(urge, *values[3:6], Outcome(*values[6:8]), idling, *values[10:])
    assert sum_of(parts) == pytest.approx(sum(values), abs=1e-9)


@given(chance=st.floats(0.0, 1.0), held=amounts, in_vain=amounts, pull=amounts)
def test_a_table_is_worth_what_it_is_worth_on_average(chance, held, in_vain, pull):
    nothing = Reasons(NO_URGE, 0.0, 0.0, 0.0, Outcome(0.0, 0.0), AT_WORK, 0.0, 0.0)
    parts = AtTable(chance, nothing._replace(duty=held), nothing._replace(asking=in_vain), pull)
    assert sum_at_table(parts) == pytest.approx(chance * held + (1.0 - chance) * in_vain + pull)


@given(level=scores, mine=prices, theirs=prices, kept=scores, shed=scores)
def test_an_outcome_moves_the_mean_that_it_counts_in(level, mine, theirs, kept, shed):
    see = situation(mine=mine, theirs=theirs, score_level=level)
    assert outcome(see, 1.0, kept, see.days_level) == pytest.approx(((kept - level) * mine, 0.0))
    assert outcome(see, 0.0, shed, see.days_level) == pytest.approx(((shed - level) * theirs, 0.0))


def test_sooner_is_better_where_a_day_sooner_pays():
    see = situation(mine_day=0.5, days_level=3.0)
    assert outcome(see, 1.0, see.score_level, 1.0) == pytest.approx((0.0, 1.0))
    assert outcome(see, 1.0, see.score_level, 4.0) == pytest.approx((0.0, -0.5))


def test_a_habit_pulls_by_how_often_it_was_done_at_the_ways_to_handle_a_problem_only():
    p = usual(habit_strength=0.5)
    me = employee(habits=[0.3, 0.6, 0.1])
    assert habit(me, Choice.PASS_ON, p) == pytest.approx(0.3)
    pulled, free = utilities(me, situation(), p), utilities(employee(), situation(), p)
    assert [one - other for one, other in zip(pulled, free, strict=True)] == pytest.approx([0.0, 0.15, 0.3, 0.05, 0.0])
