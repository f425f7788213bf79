"""Net promoter score: among the customers who are asked, the share of promoters less that of detractors, in points."""

from sim.compiled import rule
from sim.policies.metric import Metric, answers, problems
from sim.policies.parts import Words
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
)

A_POINT = 30.0
"""Promoter balance that one point of satisfaction is worth, rounded down: from a mean of 5 to one of 9.5 the balance
climbs by 30 a point where scores have a standard deviation of 2, and by 37 where it is 1.2; around 7.5 by 35 to 47."""

ANSWER_SPREAD = 80.0
"""Standard deviation of one answer on the promoter scale of -100, 0, 100; 82 if a third each promote, detract and do
neither. An assumption of the makers."""


@rule
def level(raw: Row, heads: float, weeks: float, c: Row, p: Row) -> float:
    """Promoters less detractors per hundred answers; 0 where nobody answered."""
    return 100.0 * raw[Raw.PROMOTERS] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] > 0.0 else 0.0


@rule
def variance(heads: float, weeks: float, c: Row, p: Row) -> float:
    """That of the mean of so many answers, and of a score that drifts."""
    noise = ANSWER_SPREAD * ANSWER_SPREAD / answers(heads, weeks, c)
    return noise + (A_POINT * p.felt_drift) * (A_POINT * p.felt_drift)


@rule
def price_of_point(slope: float, heads: float, weeks: float, c: Row, p: Row) -> float:
    """A point for one of the problems in the mean; nothing where nobody asks."""
    if c.coverage <= 0.0:
        return 0.0
    return slope * (A_POINT / problems(heads, weeks, c))
