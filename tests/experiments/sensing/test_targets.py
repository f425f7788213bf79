"""Targets: what is asked of a life, and the ranking told by its distance to the usual one."""

import numpy as np
import pytest
from scipy.stats import kendalltau

from experiments.errors import RequestError
from experiments.sensing.noise import among_many, p_of_chance, p_of_spread, spread
from experiments.sensing.sensitivity import sensitivity_of
from experiments.sensing.target import kendall, stays_first, target_of, values_of
from tests.experiments.sensing.made import answers_of, experiment_of


def test_the_distance_of_rankings_is_kendalls() -> None:
    rng = np.random.default_rng(4)
    usual, numbers = rng.random(5), rng.random((20, 5))
    expected = [(1.0 - kendalltau(usual, row).statistic) / 2.0 for row in numbers]
    np.testing.assert_allclose(kendall(numbers, usual), expected)


def test_where_less_is_better_the_least_is_first() -> None:
    numbers = np.array([[3.0, 1.0], [1.0, 3.0]])
    assert stays_first(numbers, 0, better=-1).tolist() == [0.0, 1.0]
    assert stays_first(numbers, 0, better=0).tolist() == [1.0, 0.0]


def test_a_ranking_that_flips_hangs_on_what_flips_it() -> None:
    experiment = experiment_of("morris", 20, futures=3)
    answers = answers_of(experiment, lambda shares: shares[:, 0] - 0.5, futures=3)
    for kind in ("first", "ranking"):
        found = sensitivity_of(answers, target_of(experiment, kind))  # type: ignore[arg-type]
        assert [each.key for each in found.those(found.ranked[0].verdict)] == ["choice.meaning"]
    assert set(np.unique(values_of(answers, target_of(experiment, "first"), np.zeros(2)))) == {0.0, 1.0}


def test_usual_policies_are_the_last_against_the_first() -> None:
    experiment = experiment_of("morris", 4)
    target = target_of(experiment)
    assert (target.policy, target.against) == ("gate-and-shared-target", "sales-commission")
    swapped = target_of(experiment, policy="sales-commission")
    assert swapped.against == "gate-and-shared-target"
    for wrong in ({"measure": "profits"}, {"policy": "nobody"}, {"window": "tomorrow"}):
        with pytest.raises(RequestError, match="is not in this sweep"):
            target_of(experiment, **wrong)  # type: ignore[arg-type]


def test_chances_are_fair_where_there_is_nothing() -> None:
    rng = np.random.default_rng(1)
    # Chance is larger at some spots than at others, as load makes it.
    sigma = np.array([0.3, 1.0, 1.0, 3.0, 0.5, 2.0])[:, None]
    found = np.array([p_of_chance(sigma * rng.standard_normal((6, 4))) for _ in range(2_000)])
    assert 0.02 < (found < 0.05).mean() < 0.06
    assert (found < 0.005).mean() < 0.01
    # Ranks take few values, and agree by chance.
    ranks = np.array([p_of_chance(np.sign(rng.standard_normal((12, 4)))) for _ in range(1_000)])
    assert (ranks < 0.05).mean() < 0.06
    assert p_of_chance(np.zeros((5, 4))) == 1.0
    assert p_of_chance(np.ones((5, 4))) == 0.0
    assert np.isnan(p_of_chance(np.ones((5, 1))))
    assert among_many(np.array([0.01, 0.5, np.nan])).tolist()[:2] == [0.02, 0.5]


def test_the_spread_is_told_apart_from_chance() -> None:
    rng = np.random.default_rng(2)
    true, luck = rng.standard_normal((4_000, 1)), 5.0 * rng.standard_normal(4)
    values = true + luck + 2.0 * rng.standard_normal((4_000, 4))
    own, chance = spread(values)
    assert p_of_spread(values) < 0.001
    # Futures that only some points have, as an adaptive sweep leaves them, change nothing.
    ragged = np.concatenate([values, np.where(np.arange(4_000)[:, None] < 300, 1.0, np.nan)], axis=1)
    assert spread(ragged) == (own, chance)
    assert own == pytest.approx(1.0, rel=0.15)
    assert chance == pytest.approx(1.0, rel=0.15)
