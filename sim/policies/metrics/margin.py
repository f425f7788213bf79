"""Margin: the margin on sales less the wages of the hours spent on problems, per head, as a share of the plan."""

from sim.compiled import rule
from sim.policies.metric import SHARE_OF_PLAN, Metric, drift_of_plan
from sim.policies.parts import Words
from sim.policies.wage import wage
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="margin", nl="marge"),
    unit=SHARE_OF_PLAN,
    meaning=Words(
        en="sales less costs per head; 1.0 is the plan",
        nl="verkoop min kosten per persoon; 1,0 is het plan",
    ),
    low=-10.0,
    high=10.0,
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Margin on sales less wages, over what the plan expects of it."""
    return (p.margin_rate * raw[Raw.SALES] - wage(p) * raw[Raw.WORK]) / (c.plan_margin * heads * weeks)


@rule
def variance(heads: float, weeks: float, c: Row, p: Row) -> float:
    """As of sales; but a margin is what is left of them, so the same doubt is a larger share of it."""
    stretch = p.margin_rate * c.plan_sales / c.plan_margin
    noise = p.sale_value / (c.plan_sales * heads * weeks) * (stretch * stretch)
    return noise + drift_of_plan(p) * (stretch * stretch)


@rule
def price_of_hour(slope: float, heads: float, weeks: float, c: Row, p: Row) -> float:
    """An hour of selling brings a sale with its usual chance."""
    return slope * p.margin_rate * (p.sale_chance * p.sale_value) / (c.plan_margin * heads * weeks)


@rule
def price_of_work(slope: float, heads: float, weeks: float, c: Row, p: Row) -> float:
    """An hour spent on a problem costs a wage."""
    return -slope * wage(p) / (c.plan_margin * heads * weeks)
