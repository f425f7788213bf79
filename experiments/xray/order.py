"""How times are written: the order of a date, the unit of a number. Apart from times.py: help need not load tables."""

from typing import Literal

Order = Literal["dmy", "mdy", "ymd"]

Unit = Literal["s", "ms", "min", "h", "d"]

SECONDS: dict[Unit, float] = {"s": 1.0, "ms": 0.001, "min": 60.0, "h": 3_600.0, "d": 86_400.0}
"""Of each unit of numbers."""

UNIT_IN_WORDS: dict[Unit, str] = {"s": "seconds", "ms": "milliseconds", "min": "minutes", "h": "hours", "d": "days"}

IN_WORDS: dict[Order, str] = {"dmy": "day/month/year", "mdy": "month/day/year", "ymd": "year/month/day"}
