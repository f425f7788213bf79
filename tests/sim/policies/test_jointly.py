"""How likely several levels reach their marks together, held against the multivariate normal distribution."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.policies.jointly import both_reached, reached
from sim.policies.marks import NONE, all_reached
from sim.policies.vocabulary import TERM
from sim.tables import STANDING, rows

pytestmark = pytest.mark.interpreted
GAPS = st.floats(-1.5, 1.5)
SDS = st.floats(0.05, 1.0)
THREE = 0.02  # chance: how much less likely three marks at three scopes may be taken to be than they are


def truth(gaps: list[float], sds: list[float]) -> float:
    """P(all ≥ 0) of normal levels with these means, of which the wider is within the narrower: Cov = the lesser Var."""
    sds = [max(sd, 1e-9) for sd in sds]
    covariance = [[min(one, other) ** 2 for other in sds] for one in sds]
    return float(
        stats.multivariate_normal(gaps, covariance, allow_singular=True).cdf([np.inf] * len(gaps), lower_limit=0)
    )


@given(GAPS, GAPS, SDS, SDS)
def test_the_chance_of_two_is_that_of_the_bivariate_normal(
    gap: float, other_gap: float, sd: float, other: float
) -> None:
    assert both_reached(gap, sd, other_gap, other) == pytest.approx(truth([gap, other_gap], [sd, other]), abs=1e-4)


@given(GAPS, GAPS, SDS, SDS)
def test_two_are_reached_together_less_often_than_either_and_more_often_than_by_chance(
    gap: float, other_gap: float, sd: float, other: float
) -> None:
    both, one, two = both_reached(gap, sd, other_gap, other), reached(gap, sd), reached(other_gap, other)
    assert one * two - 1e-4 <= both <= min(one, two) + 1e-12
    assert both == both_reached(other_gap, other, gap, sd)


@pytest.mark.parametrize(("gap", "certain"), [(0.1, 1.0), (0.0, 1.0), (-0.1, 0.0)])
def test_certainty_opens_or_shuts(gap: float, certain: float) -> None:
    assert both_reached(0.2, 0.3, gap, 0.0) == pytest.approx(certain * reached(0.2, 0.3))
    assert both_reached(gap, 0.0, 0.2, 0.0) == certain


def gates(gaps: list[float], sds: list[float]) -> float:
    """The chance that as many gates on one metric open, each of another scope, the first the narrowest."""
    terms, standings = rows(TERM, len(gaps)), rows(STANDING, len(gaps))
    terms.gates, terms.sign, terms.scope = 1, 1.0, np.arange(len(gaps))
    standings.level, standings.sd = gaps, sds
    return all_reached(terms, 0, len(gaps), standings, 0, NONE, 0.0, False, 0.0)


@given(st.lists(GAPS, min_size=3, max_size=3), st.lists(SDS, min_size=3, max_size=3).map(lambda sds: sorted(sds)[::-1]))
def test_three_gates_are_nearly_as_likely_as_they_should_be_and_never_likelier(
    gaps: list[float], sds: list[float]
) -> None:
    exact = truth(gaps, sds)
    assert exact - THREE <= gates(gaps, sds) <= exact + 2e-4


@pytest.mark.parametrize("sds", [(1.0, 0.5, 0.5), (1.0, 1.0, 0.5), (0.7, 0.7, 0.7)])
def test_three_gates_of_which_two_are_on_one_and_the_same_level_are_as_two(sds: tuple[float, ...]) -> None:
    """A company of one unit: its level is the unit's."""
    assert gates([0.0, 0.0, 0.0], list(sds)) == pytest.approx(truth([0.0, 0.0, 0.0], list(sds)), abs=2e-4)


def test_the_error_of_three_gates_is_known() -> None:
    """On a grid of marks and doubts; given the hardest mark alone it would be up to 0.11, and 0.012 in the mean."""
    grid = [-1.0, -0.5, 0.0, 0.5, 1.0]
    errors = []
    for h, k, m in itertools.product(grid, grid, grid):
        for middle, wide in itertools.product((0.5, 0.95), (0.5, 0.95)):
            sds = [1.0, middle, middle * wide]
            gaps = [h, k * sds[1], m * sds[2]]
            errors.append(gates(gaps, sds) - truth(gaps, sds))
    assert -THREE < min(errors) <= max(errors) < 2e-4
    assert math.sqrt(float(np.mean(np.square(errors)))) < 0.004


@given(st.lists(GAPS, min_size=1, max_size=4), SDS)
def test_of_marks_on_one_level_the_hardest_decides(gaps: list[float], sd: float) -> None:
    terms, standings = rows(TERM, len(gaps)), rows(STANDING, len(gaps))
    terms.gates, terms.sign, terms.scope = 1, 1.0, 2
    terms.threshold = -np.array(gaps)
    standings.sd = sd
    found = all_reached(terms, 0, len(gaps), standings, 0, NONE, 0.0, False, 0.0)
    assert found == pytest.approx(reached(min(gaps), sd), rel=1e-12)
