"""Margin: what is left of all that customers buy when the people are paid, per head, as a share of the margin planned.

It is the account of a division (or unit, or company): the margin on its sales and on what its customers buy again, less
the wages of all hours that its people are there, selling or not. The plan that it is measured by is the margin on the
sales that are planned, which does not vanish when there is more to do.

What people sell moves it at once. A satisfied customer moves it hardly within a period: what is bought again follows
the satisfaction of the whole market with half a year's delay (Banker, Potter & Srinivasan 2000).
"""

from sim.calendar import HOURS_A_WEEK
from sim.compiled import rule
from sim.policies.metric import Metric, drift_of_plan
from sim.policies.parts import Words
from sim.policies.wage import wage
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="margin", nl="marge"),
    unit=Words(en="share of the margin on planned sales", nl="deel van de marge op de geplande verkoop"),
    meaning=Words(
        en="margin on all that customers buy, less all wages, per head; 1.0 is the margin on planned sales",
        nl="marge op alles wat klanten kopen, min alle lonen, per persoon; 1,0 is de marge op geplande verkoop",
    ),
    low=-10.0,
    high=10.0,
    likely=(0.0, 2.0),
    likely_better=(0.0, 1.0),
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Margin less wages, over the margin on planned sales."""
    margin = p.margin_rate * (raw[Raw.SALES] + raw[Raw.BOUGHT])
    return (margin - wage(p) * HOURS_A_WEEK * heads * weeks) / (c.plan_margin * heads * weeks)


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """As of sales, which it is measured by."""
    return p.sale_value / (c.plan_sales * heads * weeks)


@rule
def drift(c: Row, p: Row) -> float:
    """As of other metrics relative to plan."""
    return drift_of_plan(p)


@rule
def moved_by_hour(heads: float, weeks: float, c: Row, p: Row) -> float:
    """An hour of selling brings a sale with its usual chance; its wage is paid in any case."""
    return p.selling * p.margin_rate * (p.sale_chance * p.sale_value) / (c.plan_margin * heads * weeks)
