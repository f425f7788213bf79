"""The words of a pay contract: for whom, over how long, and how a term is kept in a table.

The codes are the whole numbers that the compiled rules see; a policy file writes the same names in lower case. What is
measured: `sim/policies/metrics`; how it pays: `sim/policies/terms`.
"""

from enum import IntEnum
from typing import Protocol

import numpy as np


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


class Above(IntEnum):
    """Where a term counts from. A policy file leaves the key out where a threshold is a level itself."""

    NOWHERE = 0  # a level itself
    START = 1  # the level when the contract started
    LAST = 2  # the level that the last period ended at: a ratchet (Weitzman 1980)


class Role(IntEnum):
    """Who has the contract."""

    EMPLOYEE = 0
    MANAGER = 1


class Attribution(IntEnum):
    """In whose score a problem counts: its owner's, that of the last to work on it, of all who touched it."""

    OWNER = 0
    LAST = 1
    ALL = 2


MONTHS: dict[Period, int] = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
"""Months of salary that a period holds."""

TERM = np.dtype(
    [
        ("kind", "i4"),  # code of the kind: its place among the files of sim/policies/terms
        ("metric", "i4"),  # code of the metric: its place among the files of sim/policies/metrics
        ("scope", "i4"),  # Scope
        ("above", "i4"),  # Above: from which reference the levels that the kinds are handed are counted
        ("period", "i4"),  # Period
        ("role", "i4"),  # Role
        ("gates", "i4"),  # 1: the term is a condition on all variable pay of the role; 0: it pays
        ("ranked", "i4"),  # 1: it compares with rivals
        ("winners", "f8"),  # below 1: share of the field that wins (at least one person); from 1: how many win
        ("amount", "f8"),  # euro at stake over the period (0 for a gate; below 0 for a fine)
        ("threshold", "f8"),  # in the metric's unit: a level, or the level less the reference (see below)
        ("cap", "f8"),  # likewise
        ("sign", "f8"),  # +1: a higher level is better, -1: a lower one is
    ],
    align=True,
)
"""One row of a contract; a table of them is viewed as `np.recarray`, so that a rule reads `term.amount`.

A term above a reference (`above` not 0) is about a change: the kinds are handed the level less the reference, and for
them threshold and cap are such differences too. A policy file gives these as improvements; a row holds sign times the
improvement (two days fewer: -2), so that what the kinds ask, sign · (value - threshold) ≥ 0, holds as it stands.
"""


class TermRow(Protocol):
    """One row of a `TERM` table as rules see it (types only; see `TERM` for the meaning of the columns)."""

    kind: int
    metric: int
    scope: int
    above: int
    period: int
    role: int
    gates: int
    ranked: int
    winners: float
    amount: float
    threshold: float
    cap: float
    sign: float


def word(code: IntEnum) -> str:
    """How a policy file spells a code: `word(Scope.SELF)` is `"self"`."""
    return code.name.lower()
