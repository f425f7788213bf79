"""Rate: so many euro per unit of the metric (commission, profit share, a sum per mention by a customer).

Everyone under it gets `amount` per 1.0 of the metric's level at the end of the period: pay = amount · level. The
expected pay is amount · mean, and the price of the level is `amount` whatever the standing is, certain or not.
It is linear all the way: a level below zero (margin) is a debt on the statement. A rate cannot stand on a metric of
which less is better, because it would pay for more of it.
Source: MODEL.md section 4; Holmström & Milgrom 1991 (EVIDENCE.md T2).
"""

from sim.compiled import rule
from sim.policies.kind import Key, Kind
from sim.policies.metrics import METRICS
from sim.policies.vocabulary import TermRow

KIND = Kind(
    keys={
        "share": Key("pay per 1.0 of the level, as a share of the role's standard salary over the period", 0.0, 10.0)
    },
    linear=True,
    metrics=tuple(name for name, metric in METRICS.items() if not metric.lower_is_better),
)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """Euro for the level that was reached."""
    return term.amount * value


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Euro expected: a linear pay does not care how sure people are."""
    return term.amount * mean


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """That of the level, at so much euro each."""
    return abs(term.amount) * sd
