"""Days: mean working days from a problem's arrival to its solution. Lower is better."""

from sim.compiled import rule
from sim.policies.metric import Metric, problems
from sim.policies.parts import Words
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="days to solve", nl="dagen tot een oplossing"),
    unit=Words(en="working days", nl="werkdagen"),
    meaning=Words(
        en="mean working days from arrival to solution; lower is better",
        nl="gemiddeld aantal werkdagen van binnenkomst tot oplossing; minder is beter",
    ),
    low=0.0,
    high=250.0,
    likely=(0.5, 10.0),
    likely_better=(0.0, 2.0),
    lower_is_better=True,
)

DAYS_SPREAD = 2.0
"""Standard deviation of the days to solve between problems, in working days: an assumption of the makers."""

DAYS_DRIFT = 1.0
"""Doubt about a period's mean when all of it is still to come (sd, working days): an assumption of the makers."""


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Mean over the solved problems; 0 where none is."""
    return raw[Raw.DAYS] / raw[Raw.SOLVED] if raw[Raw.SOLVED] > 0.0 else 0.0


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """That of the mean of so many problems."""
    return DAYS_SPREAD * DAYS_SPREAD / max(problems(heads, weeks, c), 1.0)


@rule
def drift(c: Row, p: Row) -> float:
    """A standard deviation of DAYS_DRIFT."""
    return DAYS_DRIFT * DAYS_DRIFT


@rule
def moved_by_day(heads: float, weeks: float, c: Row, p: Row) -> float:
    """A day less for one of the problems in the mean."""
    return -1.0 / problems(heads, weeks, c)
