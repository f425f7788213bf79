"""The chance to win against a field is that of the order statistics."""

import numpy as np
import pytest
from scipy import stats

from sim.policies.ranking import chance_to_win, prizes
from sim.policies.vocabulary import TERM, TermRow


def prize(winners: float) -> TermRow:
    table = np.zeros(1, dtype=TERM).view(np.recarray)
    table["winners"], table["sign"] = winners, 1.0
    term: TermRow = table[0]
    return term


def slope(term: TermRow, lead: float, sd: float, rivals: int) -> float:
    """How much likelier a prize is for a little more lead (a lead of 1.0)."""
    step = 1e-4 * sd
    more, less = (chance_to_win(term, lead + by, sd, 0.0, rivals) for by in (step, -step))
    return (more - less) / (2.0 * step)


@pytest.mark.interpreted
@pytest.mark.parametrize(
    ("people", "kappa"), [(2, 0.2821), (3, 0.2821), (5, 0.2326), (10, 0.1539), (20, 0.0934), (50, 0.0450)]
)
def test_one_prize_among_equals_is_worth_kappa(people: int, kappa: float) -> None:
    """EVIDENCE.md T4."""
    assert slope(prize(1), 0.0, 1.0, people - 1) == pytest.approx(kappa, abs=6e-5)
    assert slope(prize(1), 0.0, 0.2, people - 1) == pytest.approx(kappa / 0.2, rel=2e-3)


@pytest.mark.interpreted
@pytest.mark.parametrize("lead", [-4.0, -1.0, 0.0, 0.5, 3.0])
@pytest.mark.parametrize(
    ("wins", "rivals"), [(1, 1), (2, 5), (5, 5), (1, 11), (6, 11), (12, 71), (1, 5000), (2500, 5000)]
)
def test_chance_is_that_of_the_order_statistic(wins: int, rivals: int, lead: float) -> None:
    own = np.linspace(-10.0, 10.0, 20_001)
    ahead = stats.norm.sf(own + lead)
    width = own[1] - own[0]
    win = float(np.sum(stats.norm.pdf(own) * stats.binom.cdf(wins - 1, rivals, ahead)) * width)
    beats_border = rivals * stats.binom.pmf(wins - 1, rivals - 1, ahead) * stats.norm.pdf(own + lead)
    steepness = float(np.sum(stats.norm.pdf(own) * beats_border) * width)
    assert chance_to_win(prize(wins), lead, 1.0, 0.0, rivals) == pytest.approx(win, abs=1e-6)
    assert slope(prize(wins), lead, 1.0, rivals) == pytest.approx(steepness, abs=1e-5)


@pytest.mark.interpreted
@pytest.mark.parametrize("rivals", [0, 1, 7, 60, 61, 1000, 1_000_000])
@pytest.mark.parametrize("winners", [0.01, 0.333, 0.5, 0.999, 1, 2, 50])
def test_equals_share_the_prizes(winners: float, rivals: int) -> None:
    """In a field of equals of any size the chance to win is prizes / people."""
    expected = min(prizes(winners, rivals) / (rivals + 1), 1.0)
    assert chance_to_win(prize(winners), 8.0, 0.7, 8.0, rivals) == pytest.approx(expected, rel=2e-3, abs=1e-6)


@pytest.mark.interpreted
@pytest.mark.parametrize("lead", [-1e6, -50.0, 50.0, 1e6])
def test_far_ahead_or_behind_there_is_nothing_to_win(lead: float) -> None:
    assert chance_to_win(prize(1), lead, 1.0, 0.0, 11) == pytest.approx(float(lead > 0.0), abs=1e-12)
    assert slope(prize(1), lead, 1.0, 11) == pytest.approx(0.0, abs=1e-9)


@pytest.mark.interpreted
@pytest.mark.parametrize(("winners", "rivals", "count"), [(0.333, 5, 2), (0.1, 71, 7), (0.01, 5, 1), (3, 100, 3)])
def test_winners_are_a_share_or_a_number(winners: float, rivals: int, count: int) -> None:
    assert prizes(winners, rivals) == count
