"""What a division learns of its customers and of its colleagues."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.customer import NEUTRAL
from sim.agents.examples import division, problem
from sim.agents.learning import (
    answered,
    forget,
    learn_days,
    learn_score,
    said_lately,
    slot_of,
    took_lately,
    treatment_of,
    trust_in,
    volleyed_at,
)
from sim.tables import Raw, Treatment

shares = st.floats(0.0, 1.0)


@given(treatment=st.sampled_from(list(Treatment)), answer=st.floats(0.0, 10.0), rate=shares)
def test_an_answer_moves_the_one_belief_that_it_is_about(treatment, answer, rate):
    ours = division()
    before, days = ours.believed_score.copy(), ours.believed_days.copy()
    learn_score(ours, treatment, answer, rate)
    learn_days(ours, treatment, answer, rate)
    for now, then in ((ours.believed_score, before), (ours.believed_days, days)):
        assert now[treatment] == pytest.approx(then[treatment] + rate * (answer - then[treatment]))
        assert np.array_equal(np.delete(now, treatment), np.delete(then, treatment))


@given(beliefs=st.lists(st.floats(0.0, 10.0), min_size=3, max_size=3), rate=shares)
def test_what_is_forgotten_is_the_difference_and_not_the_level(beliefs, rate):
    ours = division(believed_score=beliefs)
    forget(ours, rate)
    assert ours.believed_score.mean() == pytest.approx(np.mean(beliefs))
    assert np.ptp(ours.believed_score) == pytest.approx((1.0 - rate) * np.ptp(beliefs), abs=1e-9)


@given(answers=st.floats(0.01, 100.0), score=st.floats(0.0, 10.0), days=st.floats(0.0, 30.0))
def test_a_division_stands_at_the_mean_of_what_counts_as_its_own(answers, score, days):
    ours = division()
    ours.pace[Raw.SCORES], ours.pace[Raw.ANSWERS] = score * answers, answers
    ours.pace[Raw.DAYS], ours.pace[Raw.SOLVED] = days * answers, answers
    assert said_lately(ours) == pytest.approx(score)
    assert took_lately(ours) == pytest.approx(days)


def test_without_news_people_reckon_with_the_ordinary():
    assert said_lately(division()) == NEUTRAL
    assert took_lately(division(believed_days=[9.0, 4.0, 1.0])) == 4.0


@pytest.mark.parametrize(
    ("columns", "treatment"),
    [
        ({}, Treatment.IN_TURN),
        ({"handoffs": 1}, Treatment.IN_TURN),
        ({"passes": 1}, Treatment.VOLLEYED),
        ({"tabled": 1}, Treatment.TABLE),
        ({"tabled": 1, "passes": 3}, Treatment.TABLE),
    ],
)
def test_a_customer_can_tell_how_a_problem_was_handled(columns, treatment):
    assert treatment_of(problem(**columns)) == treatment


@given(start=shares, came=st.booleans(), rate=shares, volley=shares)
def test_trust_is_a_chance_and_moves_with_what_the_other_does(start, came, rate, volley):
    ours = division(trust=start)  # works with 1, 2 and 3
    answered(ours, 2, came, rate)
    after = trust_in(ours, 2, 0.5)
    assert after == pytest.approx(start + rate * (came - start))
    volleyed_at(ours, 2, volley)
    assert trust_in(ours, 2, 0.5) == pytest.approx((1.0 - volley) * after)
    assert 0.0 <= trust_in(ours, 2, 0.5) <= 1.0
    assert trust_in(ours, 1, 0.5) == trust_in(ours, 3, 0.5) == start


def test_of_a_stranger_nothing_is_remembered():
    ours = division(trust=0.3)
    before = ours.trust.copy()
    assert slot_of(ours, 9) == -1
    assert slot_of(ours, 0) == -1  # an empty slot holds division 0, but is no partner
    answered(ours, 9, True, 0.5)
    volleyed_at(ours, 9, 0.5)
    assert np.array_equal(ours.trust, before)
    assert trust_in(ours, 9, 0.5) == 0.5
