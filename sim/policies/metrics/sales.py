"""Sales: what was sold per head, as a share of the plan.

An hour of selling brings a sale with a known chance, so it moves the level by the sale expected of it. Sales come by
chance one at a time, as in a Poisson process: the variance of what is sold is that of their number times value squared.
"""

from sim.compiled import rule
from sim.policies.metric import SHARE_OF_PLAN, Metric, drift_of_plan
from sim.policies.parts import Words
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="sales", nl="verkoop"),
    unit=SHARE_OF_PLAN,
    meaning=Words(
        en="what was sold per head; 1.0 is the plan",
        nl="wat er per persoon is verkocht; 1,0 is het plan",
    ),
    low=0.0,
    high=10.0,
    likely=(0.5, 1.5),
    likely_better=(0.0, 0.5),
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Sales over what the plan expects."""
    return raw[Raw.SALES] / (c.plan_sales * heads * weeks)


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """Sales at plan come as a Poisson number of sales."""
    return p.sale_value / (c.plan_sales * heads * weeks)


@rule
def drift(c: Row, p: Row) -> float:
    """As of other metrics relative to plan."""
    return drift_of_plan(p)


@rule
def moved_by_hour(heads: float, weeks: float, c: Row, p: Row) -> float:
    """An hour of selling brings a sale with its usual chance, where there is anything to sell."""
    return p.selling * p.sale_chance * p.sale_value / (c.plan_sales * heads * weeks)
