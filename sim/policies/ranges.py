"""Which numbers a term may hold, which are plausible, and which one begins with.

What may stand there is a law, and a policy file with another number is refused. What is plausible says how far a slider
runs. Money has its ranges from the kind of term; levels, and pay for each unit of a level, have them from the metric.
"""

from typing import NamedTuple

from sim.policies.kind import Key
from sim.policies.metric import Metric
from sim.policies.parts import Words
from sim.policies.vocabulary import Above

RICHEST_RATE = 0.6
"""A plausible rate pays at most so much of the salary at the level that is usual: an assumption of the makers."""


class Range(NamedTuple):
    """From `low` to `high` is allowed, within `likely` is plausible; `usual` is what a new term begins with."""

    low: float
    high: float
    likely: tuple[float, float]
    usual: float
    unit: Words


def bounds(key: Key, metric: Metric, above: Above | None) -> tuple[float, float]:
    """The least and the most that a number may be; a level's bounds are those of the metric."""
    if key.low is None or key.high is None:
        if above is None:
            return metric.low, metric.high
        # As far as the scale reaches, whatever the standing will be; below zero: that much worse will do.
        width = metric.high - metric.low
        return -width, width
    if key.signed and metric.lower_is_better:
        return -key.high, 0.0 - key.low
    return key.low, key.high


def range_of(key: Key, metric: Metric, above: Above | None) -> Range:
    """All that a slider for the number must know."""
    low, high = bounds(key, metric, above)
    if key.low is None or key.high is None:
        likely = metric.likely if above is None else metric.likely_better
        falls = metric.lower_is_better and above is None
        part = 1.0 - key.part if falls else key.part
        usual = _rounded(likely[0] + part * (likely[1] - likely[0]))
        return Range(low, high, likely, usual, metric.unit)
    if key.signed:
        rate = _richest(metric, above)
        likely = (-rate, 0.0) if metric.lower_is_better else (0.0, rate)
        return Range(low, high, likely, _rounded(0.5 * sum(likely)), key.unit)
    likely = key.likely or (low, high)
    return Range(low, high, likely, likely[0] if key.usual is None else key.usual, key.unit)


def _richest(metric: Metric, above: Above | None) -> float:
    """The most that one unit of a level plausibly pays: RICHEST_RATE at the middle of the likely levels."""
    low, high = metric.likely if above is None else metric.likely_better
    usual = max(abs(low + high) / 2.0, (high - low) / 4.0)
    return _rounded(RICHEST_RATE / usual)


def _rounded(value: float) -> float:
    """Two digits are enough for a slider's end."""
    return float(f"{value:.2g}")
