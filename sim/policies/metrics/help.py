"""Help given: hours given at other divisions' tables, per head per month."""

from sim.compiled import rule
from sim.policies.metric import Metric, a_month, drift_of_plan
from sim.policies.parts import Words
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="help given", nl="gegeven hulp"),
    unit=Words(en="hours per head per month", nl="uren per persoon per maand"),
    meaning=Words(
        en="hours given to other divisions",
        nl="uren die aan andere afdelingen zijn gegeven",
    ),
    low=0.0,
    high=200.0,
    likely=(0.0, 20.0),
    likely_better=(0.0, 10.0),
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Hours of help per head per month."""
    return a_month(raw[Raw.HELP], heads, weeks)


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """A Poisson number, of about one hour per head per month."""
    return a_month(1.0, heads, weeks)


@rule
def drift(c: Row, p: Row) -> float:
    """As of other metrics relative to what is usual."""
    return drift_of_plan(p)


@rule
def moved_by_help(heads: float, weeks: float, c: Row, p: Row) -> float:
    """One hour more."""
    return a_month(1.0, heads, weeks)
