"""How customers judge, answer, leave, come and buy."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.agents.customer import (
    NEUTRAL,
    answer,
    buys_again,
    judge,
    leaves,
    mention_chance,
    newcomer_chance,
    promotes,
    sale_chance,
    score,
)
from sim.agents.examples import customer, problem, usual

scores = st.floats(0.0, 10.0)


@given(days=st.floats(0.0, 100.0), handoffs=st.integers(0, 20), luck=st.floats(-4.0, 4.0))
def test_delay_and_hand_offs_cost_points_and_a_table_gains_them(days, handoffs, luck):
    p = usual()
    felt = score(problem(handoffs=handoffs, luck_score=luck), days, False, p)
    assert 0.0 <= felt <= 10.0
    assert score(problem(handoffs=handoffs, luck_score=luck), days + 1.0, False, p) <= felt
    assert score(problem(handoffs=handoffs + 1, luck_score=luck), days, False, p) <= felt
    assert score(problem(handoffs=handoffs, luck_score=luck, tabled=1), days, False, p) >= felt
    assert score(problem(handoffs=handoffs, luck_score=luck, harm=0.5), days, False, p) <= felt


def test_a_score_is_the_sum_of_its_parts():
    p = usual(score_best=8.0, score_delay=0.5, score_handoff=0.25, score_noise=0.4)
    felt = score(problem(handoffs=2, luck_score=1.0, harm=0.3), 3.0, False, p)
    assert felt == pytest.approx(8.0 - 0.5 * math.log(4.0) - 0.5 + 0.4 - 0.3)
    assert score(problem(luck_score=1.0), 3.0, True, p) == pytest.approx(p.score_given_up + 0.2)


@given(felt=scores, luck=st.floats(-4.0, 4.0), noise=st.floats(0.0, 2.0))
def test_an_answer_is_on_the_scale_and_true_without_noise(felt, luck, noise):
    assert 0.0 <= answer(problem(luck_answer=luck), felt, noise) <= 10.0
    assert answer(problem(luck_answer=luck), felt, 0.0) == felt


@pytest.mark.parametrize(("said", "balance"), [(10.0, 1), (8.5, 1), (8.4, 0), (6.5, 0), (6.4, -1), (0.0, -1)])
def test_nines_and_tens_promote_and_sixes_and_less_detract(said, balance):
    assert promotes(said) == balance


@given(felt=scores)
def test_only_the_pleased_name_who_helped(felt):
    p = usual(mention_likely=0.3)
    assert mention_chance(felt, p) == pytest.approx(0.3 * max(felt - 5.0, 0.0) / 5.0)


@given(start=scores, felt=scores, rate=st.floats(0.0, 1.0))
def test_one_problem_moves_satisfaction_part_of_the_way(start, felt, rate):
    one = customer(satisfaction=start)
    judge(one, felt, rate)
    assert one.satisfaction == pytest.approx((1.0 - rate) * start + rate * felt, abs=1e-5)


@given(draw=st.floats(0.0, 1.0), low=scores, more=scores)
def test_who_would_stay_would_stay_when_more_satisfied(draw, low, more):
    p = usual()
    unhappy, happier = customer(satisfaction=low), customer(satisfaction=min(low + more, 10.0))
    assert leaves(unhappy, p, draw) or not leaves(happier, p, draw)


def test_at_neutral_satisfaction_rates_are_those_of_the_scenario():
    p = usual()
    assert leaves(customer(satisfaction=NEUTRAL), p, p.leave - 1e-9)
    assert not leaves(customer(satisfaction=NEUTRAL), p, p.leave + 1e-9)
    assert buys_again(NEUTRAL, p) == p.spend
    assert sale_chance(1.0, 1.0, NEUTRAL, p) == p.sale_chance
    assert newcomer_chance(0.0, p) == p.come


@given(satisfaction=scores, talk=st.floats(-1.0, 1.0))
def test_nobody_spends_less_than_nothing_and_chances_are_chances(satisfaction, talk):
    p = usual(word_of_mouth=3.0, spend_effect=1.0, reputation=1.0)
    assert buys_again(satisfaction, p) >= 0.0
    assert sale_chance(1.0, 1.0, satisfaction, p) >= 0.0
    assert 0.0 <= newcomer_chance(talk, p) <= 1.0
