"""The words of a pay contract: what is measured, for whom, over how long, and how a term is kept in a table.

Every metric's level is *per head or a mean*, so that one policy fits a company of any size. The codes are
the whole numbers that the compiled rules see; a policy file writes the same names in lower case.
"""

from enum import IntEnum
from typing import NamedTuple, Protocol

import numpy as np


class Metric(IntEnum):
    """What is counted; see `METRICS` for units and meaning."""

    SALES = 0
    MARGIN = 1
    SATISFACTION = 2
    NPS = 3
    OFF_DESK = 4
    DAYS = 5
    MENTIONS = 6
    NOMINATIONS = 7
    HELP = 8


class Scope(IntEnum):
    """Whose level counts: one's own, or that of the division, unit or company one belongs to."""

    SELF = 0
    DIVISION = 1
    UNIT = 2
    COMPANY = 3


class Period(IntEnum):
    """How long a term runs before it is settled; see `sim/calendar.py`."""

    MONTH = 0
    QUARTER = 1
    YEAR = 2


class Role(IntEnum):
    """Who has the contract."""

    EMPLOYEE = 0
    MANAGER = 1


class Attribution(IntEnum):
    """In whose score a problem counts: its owner's, that of the last to work on it, of all who touched it."""

    OWNER = 0
    LAST = 1
    ALL = 2


class MetricFacts(NamedTuple):
    """What a reader must know of a metric: `low` and `high` bound the levels that a policy file may name."""

    label: str
    unit: str
    meaning: str
    low: float
    high: float
    lower_is_better: bool = False

    @property
    def sign(self) -> float:
        """+1 if a higher level is better, -1 if a lower one is."""
        return -1.0 if self.lower_is_better else 1.0


METRICS: dict[Metric, MetricFacts] = {
    Metric.SALES: MetricFacts("sales", "share of plan", "what was sold per head; 1.0 is the plan", 0.0, 10.0),
    Metric.MARGIN: MetricFacts("margin", "share of plan", "sales less costs per head; 1.0 is the plan", -10.0, 10.0),
    Metric.SATISFACTION: MetricFacts(
        "satisfaction", "points 0-10", "mean score that surveyed customers give", 0.0, 10.0
    ),
    Metric.NPS: MetricFacts(
        "net promoter score", "points -100 to 100", "share of promoters less share of detractors", -100.0, 100.0
    ),
    Metric.OFF_DESK: MetricFacts(
        "problems off the desk", "share of plan", "problems that left the desk, solved or not", 0.0, 10.0
    ),
    Metric.DAYS: MetricFacts(
        "days to solve", "working days", "mean working days from arrival to solution; lower is better", 0.0, 250.0, True
    ),
    Metric.MENTIONS: MetricFacts(
        "mentions by customers", "per head per month", "how often customers name somebody with praise", 0.0, 1000.0
    ),
    Metric.NOMINATIONS: MetricFacts(
        "nominations", "per head per month", "how often colleagues nominate somebody", 0.0, 1000.0
    ),
    Metric.HELP: MetricFacts("help given", "hours per head per month", "hours given to other divisions", 0.0, 200.0),
}

MONTHS: dict[Period, int] = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
"""Months of salary that a period holds."""

TERM = np.dtype(
    [
        ("kind", "i4"),  # code of the kind: its place among the files of sim/policies/terms
        ("metric", "i4"),  # Metric
        ("scope", "i4"),  # Scope
        ("period", "i4"),  # Period
        ("role", "i4"),  # Role
        ("gates", "i4"),  # 1: the term is a condition on all variable pay of the role; 0: it pays
        ("winners", "f8"),  # below 1: share of the field that wins (at least one person); from 1: how many win
        ("amount", "f8"),  # euro at stake over the period (0 for a gate)
        ("threshold", "f8"),  # level, in the metric's unit
        ("cap", "f8"),  # level, in the metric's unit
        ("sign", "f8"),  # +1: a higher level is better, -1: a lower one is
    ],
    align=True,
)
"""One row of a contract, 64 bytes; a table of them is viewed as `np.recarray`, so that a rule reads `term.amount`."""


class TermRow(Protocol):
    """One row of a `TERM` table as rules see it (types only; see `TERM` for the meaning of the columns)."""

    kind: int
    metric: int
    scope: int
    period: int
    role: int
    gates: int
    winners: float
    amount: float
    threshold: float
    cap: float
    sign: float


def word(code: IntEnum) -> str:
    """How a policy file spells a code: `word(Metric.OFF_DESK)` is `"off_desk"`."""
    return code.name.lower()
