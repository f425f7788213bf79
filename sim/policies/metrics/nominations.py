"""Nominations: how often colleagues nominate somebody, per head per month. They do so for help at a table."""

from sim.compiled import rule
from sim.policies.metric import A_MONTH, Metric, a_month, drift_of_plan
from sim.policies.parts import Words
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="nominations", nl="nominaties"),
    unit=A_MONTH,
    meaning=Words(
        en="how often colleagues nominate somebody",
        nl="hoe vaak collega's iemand nomineren",
    ),
    low=0.0,
    high=1000.0,
    likely=(0.0, 2.0),
    likely_better=(0.0, 1.0),
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Nominations per head per month."""
    return a_month(raw[Raw.NOMINATIONS], heads, weeks)


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """A Poisson number, of about one per head per month."""
    return a_month(1.0, heads, weeks)


@rule
def drift(c: Row, p: Row) -> float:
    """As of other metrics relative to what is usual."""
    return drift_of_plan(p)


@rule
def moved_by_help(heads: float, weeks: float, c: Row, p: Row) -> float:
    """One nomination for the hours of a whole table: the meeting, and a part worked on together."""
    return a_month(1.0 / (p.meeting_hours + c.plan_hours / p.synergy), heads, weeks)
