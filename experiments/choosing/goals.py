"""What is wanted of a contract, and what it must not do: goals, and limits on measures.

A limit is a number, or says how far one may go from today's contract: "today - 2 %", "today + 0.1", "today". A contract
keeps it if the 95 % interval of what there is to spare lies above nothing.
"""

import re
from dataclasses import dataclass

import numpy as np

from experiments.comparing.intervals import Floats
from experiments.errors import RequestError
from sim.datafiles.mistakes import short
from sim.datafiles.spelling import spelled

MORE, LESS = "more", "less"
LEAST, MOST = "at_least", "at_most"
_TODAY = re.compile(r"\s*today\s*(?:([+-])\s*(\d+(?:\.\d+)?)\s*(%?))?\s*")


@dataclass(frozen=True, slots=True)
class Goal:
    """A measure of which there should be more, or less."""

    measure: str
    way: str = MORE

    @property
    def sign(self) -> int:
        """+1 if more is better, -1 if less is."""
        return 1 if self.way == MORE else -1


@dataclass(frozen=True, slots=True)
class Limit:
    """A measure that may not fall below, or rise above, an amount: of its own, or counted from today's contract.

    `side` is at_least or at_most. With `of_today` the amount is a difference, with `in_percent` one in hundredths of
    the size of today's mean.
    """

    measure: str
    side: str
    amount: float
    of_today: bool = False
    in_percent: bool = False

    @property
    def text(self) -> str:
        """As a file writes it."""
        if not self.of_today:
            return spelled(self.amount)
        return f'"{self.said}"'

    @property
    def said(self) -> str:
        """The amount in words: today - 2 %.

        >>> Limit("profit", "at_least", -2.0, of_today=True, in_percent=True).said
        'today - 2 %'
        """
        if not self.of_today:
            return f"{self.amount:g}"
        if not self.amount:
            return "today"
        amount = repr(abs(self.amount)).removesuffix(".0")
        return f"today {'-' if self.amount < 0 else '+'} {amount}{' %' if self.in_percent else ''}"

    def spare(self, values: Floats, today: Floats) -> Floats:
        """How far each future is on the right side, negative on the wrong one.

        `values`, shape (…, futures), are the measure under a contract, `today`, shape (futures,), under today's.
        """
        bound: Floats | float = self.amount
        if self.of_today:
            size = abs(float(np.nanmean(today))) / 100.0 if self.in_percent and np.isfinite(today).any() else 1.0
            bound = today + self.amount * size
        found: Floats = values - bound if self.side == LEAST else bound - values
        return found


def limit_of(measure: str, side: str, given: object) -> Limit:
    """The limit that a file says: a number, or a text that begins with "today". Raises RequestError."""
    if isinstance(given, int | float) and not isinstance(given, bool) and np.isfinite(given):
        return Limit(measure, side, float(given))
    found = _TODAY.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        raise RequestError(
            f'limits {measure} {side} = {short(given)} must be a number, or counted from today: "today - 2 %"'
        )
    sign, amount, percent = found.groups()
    value = float(f"{sign}{amount}") if amount else 0.0
    return Limit(measure, side, value, of_today=True, in_percent=bool(percent))
