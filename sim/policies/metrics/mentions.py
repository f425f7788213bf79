"""Mentions: how often customers who are asked name somebody with praise, per head per month."""

from sim.compiled import rule
from sim.policies.metric import A_MONTH, Metric, a_month, drift_of_plan
from sim.policies.parts import Words
from sim.scale import HIGHEST, MIDDLE
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="mentions by customers", nl="vermeldingen door klanten"),
    unit=A_MONTH,
    meaning=Words(
        en="how often customers name somebody with praise",
        nl="hoe vaak klanten iemand met lof noemen",
    ),
    low=0.0,
    high=1000.0,
    likely=(0.0, 4.0),
    likely_better=(0.0, 2.0),
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Mentions per head per month."""
    return a_month(raw[Raw.MENTIONS], heads, weeks)


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """A Poisson number, of about one per head per month."""
    return a_month(1.0, heads, weeks)


@rule
def drift(c: Row, p: Row) -> float:
    """As of other metrics relative to what is usual."""
    return drift_of_plan(p)


@rule
def moved_by_point(heads: float, weeks: float, c: Row, p: Row) -> float:
    """Over the top half of the scale a point makes praise likelier by an even step, if the customer is asked."""
    return a_month(c.coverage * p.mention_likely / (HIGHEST - MIDDLE), heads, weeks)
