"""Net promoter score: among the customers who are asked, the share of promoters less that of detractors, in points."""

import math

from sim.compiled import rule
from sim.normal import density
from sim.policies.metric import Metric, a_share_of, answers, spread_of_answers
from sim.policies.parts import Words
from sim.scale import DETRACTOR, PROMOTER
from sim.tables import Raw, Row

METRIC = Metric(
    label=Words(en="net promoter score", nl="promotorscore (NPS)"),
    unit=Words(en="points -100 to 100", nl="punten -100 tot 100"),
    meaning=Words(
        en="share of promoters less share of detractors",
        nl="aandeel promotors min aandeel criticasters",
    ),
    low=-100.0,
    high=100.0,
    likely=(-20.0, 60.0),
    likely_better=(0.0, 50.0),
    surveyed=True,
)

ANSWER_SPREAD = 80.0
"""Standard deviation of one answer on the promoter scale of -100, 0, 100; 82 if a third each promote, detract and do
neither. An assumption of the makers."""


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Promoters less detractors per hundred answers; 0 where nobody answered."""
    return 100.0 * raw[Raw.PROMOTERS] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] > 0.0 else 0.0


@rule
def noise(heads: float, weeks: float, c: Row, p: Row) -> float:
    """That of the mean of so many answers."""
    return ANSWER_SPREAD * ANSWER_SPREAD / answers(heads, weeks, c)


@rule
def a_point(c: Row, p: Row) -> float:
    """Balance that a point for every customer is worth where customers stand now: those who pass one of the two marks.

    >>> from types import SimpleNamespace as Of
    >>> c = Of(satisfaction=7.5, survey_noise=0.5)
    >>> print(round(a_point(c, Of(score_noise=1.0)), 1))
    40.4
    """
    sd = math.sqrt(spread_of_answers(c, p))
    passing = density((PROMOTER - c.satisfaction) / sd) + density((DETRACTOR - c.satisfaction) / sd)
    return 100.0 * passing / sd


@rule
def drift(c: Row, p: Row) -> float:
    """That of a score that drifts."""
    drifts = a_point(c, p) * p.felt_drift
    return drifts * drifts


@rule
def moved_by_point(heads: float, weeks: float, c: Row, p: Row) -> float:
    """A point for one of the problems in the mean; nothing where nobody asks."""
    return a_point(c, p) * a_share_of(heads, weeks, c)
