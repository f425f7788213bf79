"""Ranking: the chance to be among the best of a field, and the rules of a kind that pays a prize for it (tournament,
nomination).

Own level and all m rivals' levels are felt as independent normal draws with the same spread. With `lead` = (own mean -
rivals' mean) / sd, and Y the level (in spreads above the rivals' mean) of the w-th best rival, to win is to beat Y:

    P(win) = ∫ f(y) · Φ(lead - y) dy,   f(y) ∝ p^(w-1) · (1 - p)^(m-w) · φ(y),   p = 1 - Φ(y),

The integral is a sum over evenly spaced y, walked outwards from about
the middle of f until its weight vanishes: for a bell-shaped f that is exact to six digits, in any field from 1 rival to
a million. The weights are normalised by their sum, so no factorial is needed and nothing can overflow.

At lead 0 with one prize, its slope dP/dlead is the κ_n of EVIDENCE.md T4 (Lazear & Rosen 1981).
"""

import math

from sim.compiled import rule
from sim.normal import SURE, below, chancy, density
from sim.policies.vocabulary import TermRow

_STEP = 0.7  # distance of the points, in standard deviations of Y
_FAINT = -16.0  # logarithm of the weight, relative to the middle, at which a walk stops


@rule
def prizes(winners: float, rivals: int) -> int:
    """How many win: a share of the field if below 1 (rounded, at least one), else that number.

    >>> prizes(0.333, 5), prizes(0.01, 5), prizes(3.0, 100)
    (2, 1, 3)
    """
    count = winners if winners >= 1.0 else winners * (rivals + 1)
    return max(1, int(count + 0.5))


@rule
def won(term: TermRow, ahead: float, rivals: int) -> float:
    """Share of a prize, 0 to 1, for the place in the ranking; two who tie at the border share one prize.

    >>> from types import SimpleNamespace
    >>> [won(SimpleNamespace(winners=2.0), ahead, 9) for ahead in (0.0, 1.5, 2.0)]
    [1.0, 0.5, 0.0]
    """
    return min(max(prizes(term.winners, rivals) - ahead, 0.0), 1.0)


@rule
def _middle(wins: int, rivals: int) -> float:
    """About where the wins-th best of the rivals stands: Tukey's approximate quantile and two Newton steps."""
    chance = wins / (rivals + 1.0)
    middle = 4.91 * (math.exp(0.14 * math.log(1.0 - chance)) - math.exp(0.14 * math.log(chance)))
    for _ in range(2):
        middle += (below(-middle) - chance) / density(middle)
    return middle


@rule
def _weight(y: float, wins: int, rivals: int) -> float:
    """Logarithm of f(y), up to a constant."""
    return (wins - 1) * math.log(below(-y)) + (rivals - wins) * math.log(below(y)) - 0.5 * y * y


@rule
def _integrate(lead: float, wins: int, rivals: int) -> float:
    """P(win) for 1 ≤ wins ≤ rivals."""
    middle = _middle(wins, rivals)
    chance = below(-middle)
    step = _STEP * math.sqrt(chance * (1.0 - chance) / (rivals + 2.0)) / density(middle)
    top = _weight(middle, wins, rivals)
    total = 1.0
    result = below(lead - middle)
    for direction in (-1.0, 1.0):
        y = middle + direction * step
        weight = _weight(y, wins, rivals) - top
        while weight > _FAINT:
            share = math.exp(weight)
            total += share
            result += share * below(lead - y)
            y += direction * step
            weight = _weight(y, wins, rivals) - top
    return result / total


@rule
def chance_to_win(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Felt chance of a prize, 0 to 1, from own level ~ Normal(mean, sd) and rivals' levels ~ Normal(others, sd)."""
    wins = prizes(term.winners, rivals)
    if wins > rivals:
        return 1.0
    if sd <= SURE:
        lead = term.sign * (mean - others)
        return won(term, 0.0 if lead > 0.0 else (0.5 * rivals if lead == 0.0 else float(rivals)), rivals)
    return _integrate(term.sign * (mean - others) / sd, wins, rivals)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """The prize for those with fewer rivals ahead than there are prizes."""
    return term.amount * won(term, ahead, rivals)


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """The prize times the felt chance to win it."""
    return term.amount * chance_to_win(term, mean, sd, others, rivals)


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """A prize that comes with a chance."""
    return chancy(term.amount, expected(term, mean, sd, others, rivals))
