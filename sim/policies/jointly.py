"""How likely it is that several levels reach their marks together, where one is the mean of a group within the other's.

The level of a division is that of its unit and an independent rest, that of a person that of the division and a rest:
so Cov(narrow, wide) = Var(wide). Multiplying the two chances would be wrong: who is in a unit that does well probably
does well. For levels ~ Normal, with `gap` the distance by which a mean lies beyond its mark,

    P(both) = ∫ φ(z) · Φ((gap_narrow + sd_wide·z) / rest) dz over z > -gap_wide / sd_wide,
    rest² = sd_narrow² - sd_wide²,

by Gauss-Legendre panels where the step of Φ lies, and in closed form beyond. Exact to 1e-5 (tested against SciPy).
"""

import math

from sim.compiled import routine, rule
from sim.normal import SURE, below, density

_NODES = (0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363)
_WEIGHTS = (0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763)  # 8 points, Gauss-Legendre

_FAR = 4.0  # standard deviations beyond which a step is over
_WIDEST = 2.0  # panel, in standard deviations of the wide level
_END = 8.0  # and where the curve is over


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
    rest = math.sqrt(max(sd * sd - wide_sd * wide_sd, 0.0))
    if rest <= 1e-6 * sd:
        return below(min(gap, wide_gap) / wide_sd)
    step, width = -gap / wide_sd, _FAR * rest / wide_sd  # where the narrow one reaches its mark, too
    first = max(-wide_gap / wide_sd, step - width, -_END)
    last = max(first, min(step + width, _END))
    chance = below(-last)
    panels = int(math.ceil((last - first) / min(width, _WIDEST)))
    for panel in range(panels):
        half = 0.5 * (last - first) / panels
        middle = first + (2 * panel + 1) * half
        for k in range(4):
            low, high = middle - half * _NODES[k], middle + half * _NODES[k]
            chance += half * _WEIGHTS[k] * density(low) * below((gap + wide_sd * low) / rest)
            chance += half * _WEIGHTS[k] * density(high) * below((gap + wide_sd * high) / rest)
    return chance
