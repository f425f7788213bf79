"""The normal curve, by which people feel how sure a level is: two functions, compiled and interpreted alike."""

import math

from sim.compiled import rule

SURE = 1e-9
"""A standard deviation up to this one counts as certainty (dividing by less would give no usable number)."""

_ROOT_2 = math.sqrt(2.0)
_ROOT_2_PI = math.sqrt(2.0 * math.pi)


@rule
def below(z: float) -> float:
    """Chance that a standard normal draw is below z (Φ)."""
    return 0.5 * math.erfc(-z / _ROOT_2)


@rule
def density(z: float) -> float:
    """Height of the standard normal curve at z (φ)."""
    return math.exp(-0.5 * z * z) / _ROOT_2_PI


@rule
def chancy(amount: float, mean: float) -> float:
    """Standard deviation of what pays `amount` or nothing, and `mean` in the mean.

    >>> chancy(100.0, 50.0), chancy(100.0, 100.0)
    (50.0, 0.0)
    """
    return math.sqrt(max(mean * (amount - mean), 0.0))
