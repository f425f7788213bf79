"""In which order day, month and year of a date stand. Apart from times.py, so that help need not load tables."""

from typing import Literal

Order = Literal["dmy", "mdy", "ymd"]

IN_WORDS: dict[Order, str] = {"dmy": "day/month/year", "mdy": "month/day/year", "ymd": "year/month/day"}
