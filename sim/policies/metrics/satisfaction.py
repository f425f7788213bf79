"""Satisfaction: the mean score, 0 to 10, that customers give when they are asked after a problem."""

from sim.compiled import rule
from sim.policies.metric import Metric, a_share_of, answers, spread_of_answers
from sim.policies.parts import Words
from sim.scale import NEUTRAL
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="satisfaction", nl="tevredenheid"),
    unit=Words(en="points 0-10", nl="punten 0-10"),
    meaning=Words(
        en="mean score that surveyed customers give",
        nl="gemiddelde score van klanten die ernaar gevraagd zijn",
    ),
    low=0.0,
    high=10.0,
    likely=(6.0, 9.0),
    likely_better=(0.0, 2.0),
    surveyed=True,
)


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Mean of the answers; neutral where nobody answered."""
    return raw[Raw.SCORES] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] > 0.0 else NEUTRAL


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """That of the mean of so many answers."""
    return spread_of_answers(c, p) / answers(heads, weeks, c)


@rule
def drift(c: Row, p: Row) -> float:
    """That of a score that drifts."""
    return p.felt_drift * p.felt_drift


@rule
def moved_by_point(heads: float, weeks: float, c: Row, p: Row) -> float:
    """A point for one of the problems in the mean; nothing where nobody asks."""
    return a_share_of(heads, weeks, c)
