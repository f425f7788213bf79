"""The rule that stops: it keeps its promise where the answer is known, and its looks grow to the most."""

import itertools

import numpy as np

from experiments.comparing.intervals import t_intervals
from experiments.sweeping.stopping import Until


def test_looks_grow_from_least_to_most() -> None:
    looks = Until("profit", 1.0, least=5, most=60).looks
    assert looks[0] == 5
    assert looks[-1] == 60
    assert all(a < b for a, b in itertools.pairwise(looks))


def test_intervals_cover_the_truth_as_often_as_they_promise() -> None:
    """Normal and skewed differences of known mean; the coverage after stopping is 95 %, give or take its own error."""
    luck, rule = np.random.default_rng(7), Until("profit", 0.8, least=16, most=400)
    many = 3_000
    for draw in (lambda n: luck.normal(0.3, 1.0, n), lambda n: luck.gamma(4.0, 0.5, n)):
        truth = 0.3 if draw(100_000).mean() < 1.0 else 2.0
        covered, stopped, sizes = 0, 0, []
        for _ in range(many):
            values = draw(rule.most)
            at = next((n for n in rule.looks if rule.enough(values[None, :n])), rule.most)
            _, low, high, _ = t_intervals(values[:at])
            covered += bool(low <= truth <= high)
            stopped += bool(high - low <= rule.width)
            sizes.append(at)
        assert stopped / many > 0.999
        assert 0.933 <= covered / many <= 0.965
        assert 24 < np.mean(sizes) < 42  # (2 × 1.96 / 0.8)² = 24, and what the caution costs


def test_what_is_undefined_is_never_enough() -> None:
    rule = Until("profit", 1e9)
    assert rule.enough(np.zeros((1, rule.looks[1])))
    assert not rule.enough(np.zeros((1, rule.looks[0])))
    assert not rule.enough(np.full((1, rule.looks[1]), np.nan))
