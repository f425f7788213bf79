"""Reads a column of times as real logs write them: ISO 8601, 29/2/2016 01:23 in any order, or numbers of some unit.

An order that had to be guessed is told with what gave it away; where the column does not tell, it is refused. What is
wrong with a value is a key of words.toml: "refused " and one of those below.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from experiments.xray.order import IN_WORDS, SECONDS, UNIT_IN_WORDS, Order, Unit
from experiments.xray.refusing import WordKey

HOURS = UNIT_IN_WORDS["h"]
AMBIGUOUS = "order unknown"
"""Why a column is refused whose dates may be day/month or month/day."""

_NO_TIME, _SHORT_YEAR = "no time", "short year"
_DECIMAL_COMMA = r"[+-]?\d+,\d+"
_THOUSANDS = r"[+-]?\d{1,3},\d{3}"
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_DATE = re.compile(
    r"(?P<first>\d{1,4})(?P<between>[-/.])(?P<second>\d{1,2})(?P=between)(?P<third>\d{1,4})"
    r"(?:(?:,?\s+|[Tt])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second_of_minute>\d\d(?:[.,]\d{1,9})?))?"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?\s*(?P<offset>[Zz]|[+-]\d\d:?\d\d)?)?"
)
_LATEST_MONTH, _NO_HOUR = 12, 99
_MOST_HOURS = 1_000_000
"""More than a century; hours since 1970 are half of it."""
_MOST_SECONDS = 9_000_000_000
"""Moments are kept in nanoseconds, which end in the year 2262."""
_SURELY_MILLISECONDS = 100_000_000_000
_SPREADSHEET_DAYS = (25_569, 73_050)
"""What 1970 and 2100 are in a spreadsheet, which counts days from 1900; a log of hours begins sooner."""
_BARE_DATE = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"


class Times(NamedTuple):
    """How a column was read: the unit of its numbers in words ("hours"), or the order of its dates; and, if that order
    was guessed, the text that told it."""

    read_as: str
    guessed_from: str | None = None


@dataclass
class NotATimeError(Exception):
    """The value at a place of the column, from 0, is wrong; `key` and `values` say why (see refusing.py)."""

    at: int
    key: str
    values: dict[str, object] = field(default_factory=dict)


def read_times(
    texts: "pd.Series[str]", order: Order | None, decimal_commas: bool, unit: Unit | None = None
) -> tuple[pd.Series, Times]:
    """Moments in UTC (a time without an offset is taken as UTC), or hours as numbers; and how they were read.

    The first value says which of the two, and whether dates begin or end with the year; all others must be like it.
    `decimal_commas` says whether 1,234 is a little more than one, `unit` what numbers count: hours stay as they are,
    working hours; all else is time by the calendar, counted from 1970 or from anywhere. Without a unit numbers are
    hours, and refused where they cannot be. `texts` are not blank, at least one. Raises NotATimeError.
    """
    numbers = _numbers(texts, decimal_commas)
    if not np.isnan(numbers.iloc[0]):
        _check(np.isfinite(numbers), _NO_TIME)
        if unit is None:
            _check_hours(texts, numbers)
        return _of_numbers(numbers, unit)
    if unit is not None:
        raise NotATimeError(0, "no number", {"unit": WordKey(f"unit {unit}")})
    parts = texts.str.extract(rf"\A{_DATE.pattern}\Z")
    if _is_year(parts["third"]).iloc[0] and not _is_year(parts["first"]).iloc[0]:
        return _year_last(texts, parts, order)
    if order is not None and order != "ymd":
        year_first = _is_year(parts["first"]).iloc[0]
        raise NotATimeError(0, "year first" if year_first else _no_time(texts.iloc[0]), _named(order))
    return _year_first(texts, parts), Times(IN_WORDS["ymd"])


def looks_like_time(text: str, decimal_commas: bool) -> bool:
    """Whether one value may be a moment or a number of hours, whatever the others of its column are.

    >>> looks_like_time("29/2/2016 01:23", False), looks_like_time("1,5", True), looks_like_time("Front desk", True)
    (True, True, False)
    """
    if decimal_commas and re.fullmatch(_DECIMAL_COMMA, text):
        return True
    found = _DATE.match(text)
    return bool(_NUMBER.fullmatch(text)) or (found is not None and 4 in (len(found["first"]), len(found["third"])))


def _check_hours(texts: "pd.Series[str]", numbers: pd.Series) -> None:
    """Refuse numbers of no given unit that cannot be hours, or are as likely something else."""
    sizes = numbers.abs().to_numpy()
    most = int(sizes.argmax())
    if texts.str.fullmatch(_BARE_DATE).all():
        raise NotATimeError(0, "bare date", {"date": re.sub(r"(....)(..)(..)", r"\1-\2-\3", texts.iloc[0])})
    if sizes[most] > _MOST_HOURS:
        looks: Unit = "ms" if sizes[most] > _SURELY_MILLISECONDS else "s"
        years = f"{sizes[most] / (24 * 365.25):.0f}"
        raise NotATimeError(most, "no hours", {"years": years, "looks": WordKey(f"unit {looks}"), "unit": looks})
    if numbers.between(*_SPREADSHEET_DAYS).all():
        raise NotATimeError(0, "hours or days")


def _of_numbers(numbers: pd.Series, unit: Unit | None) -> tuple[pd.Series, Times]:
    """Hours, or moments so many units after the beginning of 1970."""
    sizes = numbers.abs().to_numpy()
    most = int(sizes.argmax())
    if unit is None or unit == "h":
        return numbers, Times(HOURS)
    seconds = numbers * SECONDS[unit]
    if sizes[most] * SECONDS[unit] > _MOST_SECONDS:
        raise NotATimeError(most, "no moment", {"unit": WordKey(f"unit {unit}")})
    moments = pd.to_datetime(np.rint(seconds * 1e9).astype("int64"), unit="ns", utc=True)
    return moments, Times(UNIT_IN_WORDS[unit])


def _numbers(texts: "pd.Series[str]", decimal_commas: bool) -> pd.Series:
    """Numbers; NaN for what is none."""
    like = texts.str.fullmatch(_DECIMAL_COMMA)
    # Where columns are parted by commas too, 1,234 in quotes may be a thousand and a bit; 1,5 cannot.
    commas = like & (decimal_commas or bool((like & ~texts.str.fullmatch(_THOUSANDS)).any()))
    found: pd.Series = pd.to_numeric(texts.where(~commas, texts.str.replace(",", ".")), errors="coerce").astype(float)
    points = found.notna() & texts.str.contains(".", regex=False)
    if commas.any() and points.any():
        at = max(int(commas.to_numpy().argmax()), int(points.to_numpy().argmax()))
        raise NotATimeError(at, "mixed decimals")
    return found


def _year_first(texts: "pd.Series[str]", parts: pd.DataFrame) -> pd.Series:
    """ISO 8601, or the like with single digits: 2016/2/29 1:23."""
    found = _moments(texts)
    rest = found.isna() & _is_year(parts["first"])
    if rest.any():
        found = found.where(~rest, _moments(_iso(parts, ("first", "second", "third"))))
    if found.isna().any():
        at = int(found.isna().to_numpy().argmax())
        raise NotATimeError(at, _no_time(texts.iloc[at]))
    return found


def _year_last(texts: "pd.Series[str]", parts: pd.DataFrame, order: Order | None) -> tuple[pd.Series, Times]:
    """Dates such as 29/2/2016, in the order that was asked for or that the column tells."""
    example = texts.iloc[0]
    alike = _is_year(parts["third"]) & ~_is_year(parts["first"]) & (parts["between"] == parts["between"].iloc[0])
    _check(alike, "unlike first", {"first": repr(example)})
    if order == "ymd":
        raise NotATimeError(0, "year last", _named(order))
    guessed_from = None
    if order is None:
        order, guessed_from = _guessed(texts, parts)
    keys = ("third", "second", "first") if order == "dmy" else ("third", "first", "second")
    found = _moments(_iso(parts, keys))
    _check(found.notna(), "no time so", _named(order))
    return found, Times(IN_WORDS[order], guessed_from)


def _guessed(texts: "pd.Series[str]", parts: pd.DataFrame) -> tuple[Order, str]:
    """The only order that fits all dates of the column, and the first text that leaves no other."""
    day_first = (parts["first"].astype(int) > _LATEST_MONTH).to_numpy()
    month_first = (parts["second"].astype(int) > _LATEST_MONTH).to_numpy()
    if day_first.any() and month_first.any():
        before, at = sorted((int(day_first.argmax()), int(month_first.argmax())))
        raise NotATimeError(at, "two orders", {"before": repr(texts.iloc[before])})
    if not day_first.any() and not month_first.any():
        raise NotATimeError(0, AMBIGUOUS)
    order: Order = "dmy" if day_first.any() else "mdy"
    return order, texts.iloc[int((day_first | month_first).argmax())]


def _iso(parts: pd.DataFrame, keys: tuple[str, str, str]) -> "pd.Series[str]":
    """The parts of dates put together as ISO 8601; `keys` name the columns of year, month and day."""
    year, month, day = (parts[key] for key in keys)
    hour = pd.to_numeric(parts["hour"].fillna("0"))
    in_halves, afternoon = parts["half"].notna(), parts["half"].str.lower() == "p"
    twelve = (hour % 12 + 12 * afternoon).where(hour.between(1, 12), _NO_HOUR)  # 13 pm is no time
    hour = hour.where(~in_halves, twelve)
    clock = hour.astype(int).astype(str).str.zfill(2) + ":" + parts["minute"].fillna("00")
    seconds = parts["second_of_minute"].str.replace(",", ".").fillna("00")
    date = year + "-" + month.str.zfill(2) + "-" + day.str.zfill(2)
    return date + "T" + clock + ":" + seconds + parts["offset"].str.upper().fillna("")


def _moments(texts: "pd.Series[str]") -> pd.Series:
    return pd.to_datetime(texts, utc=True, format="ISO8601", errors="coerce")


def _is_year(part: "pd.Series[str]") -> "pd.Series[bool]":
    return part.str.len().eq(4)


def _no_time(text: str) -> str:
    """What is wrong with a text that is no time."""
    found = _DATE.fullmatch(text)
    return _SHORT_YEAR if found and len(found["first"]) <= 2 and len(found["third"]) <= 2 else _NO_TIME


def _named(order: Order) -> dict[str, object]:
    return {"order": WordKey(f"order {order}")}


def _check(good: "pd.Series[bool]", key: str, values: dict[str, object] | None = None) -> None:
    """Refuse the first value that is not good."""
    if not good.all():
        raise NotATimeError(int((~good).to_numpy().argmax()), key, values or {})
