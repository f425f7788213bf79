"""Two explanations of how many hand-offs cases have, fitted to the same counts.

Geometric: every holder passes a case on with the same chance. Negative binomial: the chance differs between cases,
because some are difficult (a gamma mixture of Poisson counts; Greenwood & Yule 1920). If the second fits clearly
better, a constant chance to pass on is rejected. The geometric is the negative binomial with r = 1, so the second never
fits worse.
"""

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import gammaln, xlogy

_R_RANGE = (1e-4, 1e5)


@dataclass(frozen=True)
class CountFits:
    """The fits of the geometric and the negative binomial distribution by maximum likelihood."""

    mean: float
    r: float
    """Negative binomial: its size; small means that cases differ much. 1e5 stands for "like Poisson"."""
    p: float
    """Negative binomial: its chance to stop, r / (r + mean)."""
    geometric_p: float
    """Geometric: the chance to stop, 1 / (1 + mean)."""
    log_likelihood_negative_binomial: float
    log_likelihood_geometric: float

    @property
    def gain(self) -> float:
        """Log-likelihood points by which the negative binomial fits better."""
        return self.log_likelihood_negative_binomial - self.log_likelihood_geometric

    def to_dict(self) -> dict[str, float]:
        """As plain values for JSON, `gain` included."""
        return {**asdict(self), "gain": self.gain}


def fit_counts(counts: NDArray[np.int64]) -> CountFits | None:
    """Fit both distributions to counts of hand-offs, shape (cases,); None if there is no hand-off at all."""
    if not len(counts) or not counts.any():
        return None
    mean, frequency = float(counts.mean()), np.bincount(counts)
    low, high = np.log(_R_RANGE)
    # For a given r the best p is r / (r + mean), so that only r is left to search.
    best = minimize_scalar(lambda log_r: -_fit(frequency, np.exp(log_r), mean), bounds=(low, high), method="bounded")
    r = float(np.exp(best.x))
    return CountFits(
        mean=mean,
        r=r,
        p=r / (r + mean),
        geometric_p=1 / (1 + mean),
        log_likelihood_negative_binomial=_fit(frequency, r, mean),
        log_likelihood_geometric=_fit(frequency, 1.0, mean),
    )


def log_chance(handoffs: NDArray[np.int64], r: float, mean: float) -> NDArray[np.float64]:
    """Log of the negative binomial chance of each count, shape as given; r = 1 is the geometric."""
    ways = gammaln(handoffs + r) - gammaln(r) - gammaln(handoffs + 1)
    return np.asarray(ways - r * np.log1p(mean / r) + xlogy(handoffs, mean / (r + mean)), dtype=float)


def _fit(frequency: NDArray[np.int64], r: float, mean: float) -> float:
    return float(frequency @ log_chance(np.arange(len(frequency)), r, mean))
