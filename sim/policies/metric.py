"""What a metric must declare next to its rules, and the plan that its levels are measured by."""

from dataclasses import dataclass

from sim.calendar import WEEKS_A_MONTH
from sim.compiled import rule
from sim.policies.parts import Words
from sim.tables import Row


@dataclass(frozen=True)
class Metric:
    """What a reader must know of a metric: `low` and `high` bound the levels that a policy file may name.

    The likely ranges are assumptions of the makers: they say how far a slider runs, and forbid nothing.
    """

    label: Words
    unit: Words
    meaning: Words
    low: float
    high: float
    likely: tuple[float, float]  # between which the level of a company lies that one could meet
    likely_better: tuple[float, float]  # improvements that a contract could plausibly ask for, above a reference
    lower_is_better: bool = False
    surveyed: bool = False  # customers are asked for it, so it comes in with the survey's delay

    @property
    def sign(self) -> float:
        """+1 if a higher level is better, -1 if a lower one is."""
        return -1.0 if self.lower_is_better else 1.0


SHARE_OF_PLAN = Words(en="share of plan", nl="deel van het plan")
SCORE_SPREAD = 1.2
"""Standard deviation of scores between problems (days, hand-offs, tables), in points, besides customers' own spread and
the survey's noise: an assumption of the makers."""

A_MONTH = Words(en="per head per month", nl="per persoon per maand")


@rule
def problems(heads: float, weeks: float, c: Row) -> float:
    """Problems that the plan expects of so many people in so many weeks."""
    return c.plan_problems * heads * weeks


@rule
def answers(heads: float, weeks: float, c: Row) -> float:
    """Answers of customers that come with them, at least one."""
    return max(c.coverage * c.plan_problems * heads * weeks, 1.0)


@rule
def spread_of_answers(c: Row, p: Row) -> float:
    """Variance of one answer of a customer around the mean of all (points squared)."""
    return p.score_noise * p.score_noise + c.survey_noise * c.survey_noise + SCORE_SPREAD * SCORE_SPREAD


@rule
def a_share_of(heads: float, weeks: float, c: Row) -> float:
    """How far one more of something, for one problem, moves a mean over the answers; nothing where nobody asks.

    Of twice as many answers each counts half, so the share of problems that are asked about does not matter.
    """
    return 1.0 / problems(heads, weeks, c) if c.coverage > 0.0 else 0.0


@rule
def a_month(count: float, heads: float, weeks: float) -> float:
    """A count of so many people in so many weeks, per head per month.

    >>> a_month(18.0, 3.0, 13.0)
    2.0
    """
    return count / (heads * (weeks / WEEKS_A_MONTH))


@rule
def drift_of_plan(p: Row) -> float:
    """Variance that people reckon with for a level relative to plan, when all of the period is still to come."""
    return p.felt_drift_sales * p.felt_drift_sales
