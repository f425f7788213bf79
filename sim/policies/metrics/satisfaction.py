"""Satisfaction: the mean score, 0 to 10, that customers give when they are asked after a problem."""

from sim.compiled import rule
from sim.policies.metric import Metric, answers, problems
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
)

SCORE_SPREAD = 1.2
"""Standard deviation of scores between problems (days, hand-offs, tables), in points, besides customers' own spread and
the survey's noise: an assumption of the makers."""


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Mean of the answers; neutral where nobody answered."""
    return raw[Raw.SCORES] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] > 0.0 else NEUTRAL


@rule
def variance(heads: float, weeks: float, c: Row, p: Row) -> float:
    """That of the mean of so many answers, and of a score that drifts."""
    spread = p.score_noise * p.score_noise + c.survey_noise * c.survey_noise + SCORE_SPREAD * SCORE_SPREAD
    return spread / answers(heads, weeks, c) + p.felt_drift * p.felt_drift


@rule
def price_of_point(slope: float, heads: float, weeks: float, c: Row, p: Row) -> float:
    """A point for one of the problems in the mean; nothing where nobody asks."""
    if c.coverage <= 0.0:
        return 0.0
    return slope * (1.0 / problems(heads, weeks, c))
