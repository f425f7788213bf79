"""How likely it is that several levels reach their marks together, where one is the mean of a group within the other's.

The level of a division is that of its unit and an independent rest, that of a person that of the division and a rest:
so Cov(narrow, wide) = Var(wide), and their correlation is sd_wide / sd_narrow. Multiplying the two chances would be
wrong: who is in a unit that does well probably does well.

For levels ~ Normal whose means lie h and k standard deviations beyond their marks, Plackett (1954) gives

    P(both) = Φ(min(h, k)) - 1/2π · ∫ exp(-(h² + k² - 2hk·sin t) / (2 cos² t)) dt, from t = arcsin(correlation) to π/2,

here in u = tan((π/2 - t) / 2), by eight Gauss-Legendre points in the root of u: to 1e-4, mostly to 1e-5 (tested).
"""

import math

from sim.compiled import routine, rule
from sim.normal import SURE, below

_NODES = (0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363)
_WEIGHTS = (0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763)
_FAINT = 11.0  # below a distance of h and k over this, the integrand is nothing


@rule
def reached(gap: float, sd: float) -> float:
    """Chance that a level that lies `gap` beyond its mark, give or take `sd`, ends beyond it.

    >>> reached(0.0, 0.3), reached(0.0, 0.0), reached(-0.1, 0.0)
    (0.5, 1.0, 0.0)
    """
    if sd <= SURE:
        return 1.0 if gap >= 0.0 else 0.0
    return below(gap / sd)


@rule
def both_reached(gap: float, sd: float, other_gap: float, other_sd: float) -> float:
    """Chance that two levels end beyond their marks; the one with the larger doubt is within the other.

    >>> print(f"{both_reached(0.0, 0.30, 0.0, 0.25):.3f}")  # each by itself: 0.5
    0.407
    >>> print(f"{both_reached(0.1, 0.25, 0.0, 0.25):.3f}")  # one and the same level, two marks: the harder one
    0.500
    """
    if sd >= other_sd:
        return _both(gap, sd, other_gap, other_sd)
    return _both(other_gap, other_sd, gap, sd)


@routine
def _both(gap: float, sd: float, wide_gap: float, wide_sd: float) -> float:
    """The same, the narrow level first."""
    if wide_sd <= SURE:
        return reached(gap, sd) if wide_gap >= 0.0 else 0.0
    h, k, correlation = gap / sd, wide_gap / wide_sd, wide_sd / sd
    last = math.sqrt(max(1.0 - correlation * correlation, 0.0)) / (1.0 + correlation)
    first = abs(h - k) / _FAINT
    chance = below(min(h, k))
    if first >= last:
        return chance
    first, last = math.sqrt(first), math.sqrt(last)
    middle, half = 0.5 * (first + last), 0.5 * (last - first)
    total = 0.0
    for point in range(4):
        step = half * _NODES[point]
        total += _WEIGHTS[point] * (_height(h, k, middle - step) + _height(h, k, middle + step))
    return max(chance - half * total / math.pi, 0.0)


@rule
def _height(h: float, k: float, root: float) -> float:
    """The integrand at u = root², times half of what t moves when the root does."""
    u = root * root
    q = 1.0 + u * u
    return 2.0 * root / q * math.exp(-(((h - k) * q / u) ** 2) / 8.0 - 0.5 * h * k * q)
