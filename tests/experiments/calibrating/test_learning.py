"""Learning from a bank, where the answer is known."""

import numpy as np
import pytest

from experiments.calibrating.learning import LEAST_NEAR, Learner

DRAWS, LOGS = 1_200, 120


def test_intervals_of_a_straight_line_are_those_of_theory() -> None:
    """One target with a normal spread, seen with noise: the posterior is normal, with known mean and width."""
    luck = np.random.default_rng(1)
    target = luck.normal(size=(4 * DRAWS, 1))
    seen = target + 0.5 * luck.normal(size=target.shape)
    found = Learner(seen, target).ask(np.array([1.0]))
    mean, spread = 1.0 / 1.25, np.sqrt(0.25 / 1.25)
    assert found.middle[0] == pytest.approx(mean, abs=0.12)
    assert (found.high - found.low)[0] == pytest.approx(2 * 1.96 * spread, rel=0.2)


def test_intervals_hold_what_they_promise_and_know_what_is_not_told() -> None:
    luck = np.random.default_rng(2)
    shares = luck.random((DRAWS + LOGS, 3))
    noise = luck.normal(size=(DRAWS + LOGS, 3)) * (0.05, 0.05, 0.3)
    seen = np.column_stack([shares[:, 0] + shares[:, 1] ** 2, shares[:, 1] - shares[:, 0], shares[:, 0]]) + noise
    learner = Learner(seen[:DRAWS], shares[:DRAWS], bounded=True)
    answers = [learner.ask(row) for row in seen[DRAWS:]]
    low, high = np.array([each.low for each in answers]), np.array([each.high for each in answers])
    inside = ((low <= shares[DRAWS:]) & (shares[DRAWS:] <= high)).mean(axis=0)
    assert (inside > 0.9).all()  # three standard errors below 0.95
    width = (high - low).mean(axis=0)
    assert (width[:2] < 0.35).all()
    assert width[2] > 0.9  # of the third nothing can be known
    assert (low >= 0).all()
    assert (high <= 1).all()


def test_draws_go_together_as_the_log_has_it() -> None:
    """Of two numbers only the sum is seen: each can be almost anything, but together they make that sum."""
    luck = np.random.default_rng(3)
    shares = luck.random((DRAWS, 2))
    seen = shares.sum(axis=1, keepdims=True) + 0.02 * luck.normal(size=(DRAWS, 1))
    draws = Learner(seen, shares, bounded=True).ask(np.array([1.0])).draws
    assert len(draws) >= LEAST_NEAR
    assert draws[:, 0].std() > 0.2
    assert draws.sum(axis=1) == pytest.approx(1.0, abs=0.35)
    assert np.corrcoef(draws.T)[0, 1] < -0.9


def test_a_log_that_is_like_none_is_strange() -> None:
    luck = np.random.default_rng(4)
    seen = luck.normal(size=(DRAWS, 3))
    learner = Learner(seen, luck.random((DRAWS, 1)), bounded=True)
    assert learner.ask(np.zeros(3)).strange < 0.9
    assert learner.ask(np.full(3, 6.0)).strange > 0.99
