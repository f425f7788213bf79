"""Where things stand: what level of a metric people expect at the end of a period, and how unsure they are.

A level is a mean or per head (see policies/vocabulary.py). What has been counted so far is known; the rest of the
period is expected to go on at the running pace of the division, unit or company. Doubt (a standard deviation) comes
from the noise of what is still to be counted and from a drift that people reckon with; both end with the period.
"""

import math

from sim.calendar import WEEKS_A_MONTH
from sim.compiled import rule
from sim.policies.vocabulary import Metric
from sim.tables import COUNTS, Raw, Row

PROMOTER_SPREAD = 80.0  # sd of one answer on the promoter scale of -100, 0, 100
SCORE_SPREAD = 1.2  # sd of scores between problems, besides customers' own spread and the survey's noise
NO_NEWS = 7.5  # satisfaction expected where nobody ever answered
LEAST_DOUBT = 1e-6


@rule
def level(raw: Row, metric: int, heads: float, weeks: float, c: Row, p: Row) -> float:
    """The level of a metric that raw counts over `weeks` by `heads` people amount to."""
    months = weeks / WEEKS_A_MONTH
    if metric == Metric.SALES:
        return raw[Raw.SALES] / (c.plan_sales * heads * weeks)
    if metric == Metric.MARGIN:
        return (p.margin_rate * raw[Raw.SALES] - wage(p) * raw[Raw.WORK]) / (c.plan_margin * heads * weeks)
    if metric == Metric.SATISFACTION:
        return raw[Raw.SCORES] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] > 0.0 else NO_NEWS
    if metric == Metric.NPS:
        return 100.0 * raw[Raw.PROMOTERS] / raw[Raw.ANSWERS] if raw[Raw.ANSWERS] > 0.0 else 0.0
    if metric == Metric.OFF_DESK:
        return raw[Raw.OFF_DESK] / (c.plan_problems * c.plan_parts * heads * weeks)
    if metric == Metric.DAYS:
        return raw[Raw.DAYS] / raw[Raw.SOLVED] if raw[Raw.SOLVED] > 0.0 else 0.0
    if metric == Metric.MENTIONS:
        return raw[Raw.MENTIONS] / (heads * months)
    if metric == Metric.NOMINATIONS:
        return raw[Raw.NOMINATIONS] / (heads * months)
    return raw[Raw.HELP] / (heads * months)


@rule
def wage(p: Row) -> float:
    """What an hour of an employee's work costs (euro)."""
    return p.employee_salary * 12.0 / (52.0 * 40.0)


@rule
def doubt(metric: int, heads: float, weeks: float, left: float, c: Row, p: Row) -> float:
    """Standard deviation of the level at the end of the period, with the share `left` of it still to come."""
    if left <= 0.0:
        return 0.0
    answers = max(c.coverage * c.plan_problems * heads * weeks, 1.0)
    problems = max(c.plan_problems * heads * weeks, 1.0)
    months = weeks / WEEKS_A_MONTH
    drift = p.felt_drift_sales * p.felt_drift_sales
    if metric == Metric.SALES or metric == Metric.MARGIN:
        noise = p.sale_value / (c.plan_sales * heads * weeks)
        if metric == Metric.MARGIN:
            stretch = p.margin_rate * c.plan_sales / c.plan_margin
            noise *= stretch * stretch
            drift *= stretch * stretch
    elif metric == Metric.SATISFACTION:
        spread = p.score_noise * p.score_noise + c.survey_noise * c.survey_noise + SCORE_SPREAD * SCORE_SPREAD
        noise = spread / answers
        drift = p.felt_drift * p.felt_drift
    elif metric == Metric.NPS:
        noise = PROMOTER_SPREAD * PROMOTER_SPREAD / answers
        drift = (30.0 * p.felt_drift) * (30.0 * p.felt_drift)  # a point moves the promoter balance by some thirty
    elif metric == Metric.OFF_DESK:
        noise = 1.0 / (problems * c.plan_parts)
    elif metric == Metric.DAYS:
        noise = 4.0 / problems
        drift = 1.0
    else:
        noise = 1.0 / (heads * months)
    return math.sqrt((noise + drift) * left) + LEAST_DOUBT


@rule
def foreseen(
    books: Row, pace: Row, pace_heads: float, heads: float, weeks: float, left: float, metric: int, seen: Row,
    c: Row, p: Row,
) -> float:  # fmt: skip
    """The level expected at the end: counted so far, and the running pace for what is left. `seen` is scratch space."""
    share = heads / pace_heads * weeks * left
    for k in range(COUNTS):
        seen[k] = books[k] + pace[k] * share
    return level(seen, metric, heads, weeks, c, p)


@rule
def total(books: Row, period: int, k: int) -> float:
    """A raw count over the open month, quarter or year: later books hold the months that are closed."""
    if period == 0:
        return books[0, k]
    return books[0, k] + books[period, k]
