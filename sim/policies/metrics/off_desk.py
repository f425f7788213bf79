"""Problems off the desk: how many problems left the desk, solved or passed on, as a share of the plan."""

from sim.compiled import rule
from sim.policies.metric import SHARE_OF_PLAN, Metric, drift_of_plan, problems
from sim.policies.parts import Words
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="problems off the desk", nl="problemen van het bureau"),
    unit=SHARE_OF_PLAN,
    meaning=Words(
        en="problems that left the desk, solved or not",
        nl="problemen die van het bureau zijn, opgelost of niet",
    ),
    low=0.0,
    high=10.0,
    likely=(0.5, 1.5),
    likely_better=(0.0, 0.5),
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Problems off the desk over the parts that the plan expects."""
    return raw[Raw.OFF_DESK] / (c.plan_problems * c.plan_parts * heads * weeks)


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """Parts at plan come as a Poisson number."""
    return 1.0 / (max(problems(heads, weeks, c), 1.0) * c.plan_parts)


@rule
def drift(c: Row, p: Row) -> float:
    """As of other metrics relative to plan."""
    return drift_of_plan(p)


@rule
def moved_by_desk(heads: float, weeks: float, c: Row, p: Row) -> float:
    """One problem more."""
    return 1.0 / (problems(heads, weeks, c) * c.plan_parts)
