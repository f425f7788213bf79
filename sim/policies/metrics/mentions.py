"""Mentions: how often customers who are asked name somebody with praise, per head per month."""

from sim.calendar import WEEKS_A_MONTH
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
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Mentions per head per month."""
    return a_month(raw[Raw.MENTIONS], heads, weeks)


@rule
def variance(heads: float, weeks: float, c: Row, p: Row) -> float:
    """A Poisson number, of about one per head per month."""
    return a_month(1.0, heads, weeks) + drift_of_plan(p)


@rule
def price_of_point(slope: float, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Over the top half of the scale a point makes praise likelier by an even step; nothing where nobody asks."""
    if c.coverage <= 0.0:
        return 0.0
    likelier = c.coverage * p.mention_likely / (HIGHEST - MIDDLE)
    return slope * (likelier / (heads * weeks / WEEKS_A_MONTH))
