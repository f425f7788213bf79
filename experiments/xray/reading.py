"""Reads a ticket log from a CSV file; what is wrong with the file is said in one line, with the row and what would do.

opening.py has the file and its rows, times.py its dates, refusing.py the words.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from experiments.given.files import bytes_in, name_of
from experiments.showing.printable import printable
from experiments.xray.opening import FILE, Opened, opened, separator_of
from experiments.xray.order import Order, Unit
from experiments.xray.refusing import LogError, LogRefusal, short
from experiments.xray.times import NotATimeError, Times, read_times
from sim.datafiles.mistakes import near
from sim.records.handoffs import SOLVED

__all__ = ["MISSING", "SOLVED_WORDS", "Columns", "Log", "LogError", "log_in", "read_log"]

MISSING = ("?", "-", "null", "n/a", "none", "nan")
"""Words that logs write where they know nothing; capitals or not."""

SOLVED_WORDS = ("completed", "solved", "resolved", "closed", "done", "fixed")
"""Statuses that say solved; small letters or capitals."""

DUTCH_SOLVED_WORDS = ("opgelost", "afgesloten", "gesloten", "afgehandeld", "voltooid", "gereed")
"""The same in Dutch."""


_TELL_EVERY = 20_000  # rows


class Columns(NamedTuple):
    """Which column of a file says what: their names as in its first row."""

    case: str
    time: str
    group: str
    division: str | None = None
    status: str | None = None

    @property
    def named(self) -> dict[str, str]:
        """The columns that are there, by role."""
        return {role: column for role, column in self._asdict().items() if column is not None}


class Log(NamedTuple):
    """A log: the table that `handoffs.py` measures, and how its times were read."""

    events: pd.DataFrame
    times: Times


def read_log(
    path: Path | str,
    case: str,
    time: str,
    group: str,
    division: str | None = None,
    status: str | None = None,
    date_order: Order | None = None,
    *,
    unit: Unit | None = None,
    separator: str | None = None,
    tell: Callable[[float], None] = lambda share: None,
) -> Log:
    """The log in a CSV file (see `log_in`); `case`, `time`, … name its columns, `-` is standard input.

    `separator` stands between the columns: a sign, or its name ("tab"); guessed unless given. Raises LogError, and
    RequestError where nothing comes in on standard input.
    """
    file = open_log(path, separator)
    return log_in(file, Columns(case, time, group, division, status), date_order, tell, unit)


def open_log(path: Path | str, separator: str | None = None) -> Opened:
    """The file of a log, opened; arguments and errors as in `read_log`."""
    source = name_of(Path(path))
    sign = None if separator is None else separator_of(separator, source)
    return opened(bytes_in(Path(path), LogError, FILE.bytes or 0), source, FILE, sign)


def log_in(
    file: Opened,
    columns: Columns,
    date_order: Order | None = None,
    tell: Callable[[float], None] = lambda share: None,
    unit: Unit | None = None,
) -> Log:
    """The log in an opened file; its events have the columns case, time, group, division?, status?.

    Times are dates, or numbers of `unit` (see `read_times`; hours unless given).
    Dates are ISO 8601 (with an offset: turned into UTC; without one: taken as UTC),
    or such as 29/2/2016 01:23; `date_order` says in which order, else it is guessed, and `times` tells from what.
    Groups, divisions and statuses that are blank or a word for missing are blank in the table. A status that says
    solved in other words ("Resolved", "done", …) becomes "Completed". `tell` hears which share of the file is read.
    Raises LogRefusal.
    """
    wanted = columns.named
    lines, values = _values(file, wanted, tell)
    for role in ("case", "time"):
        _check_known(file, role, wanted[role], values[role], lines)
    for role in wanted.keys() - {"case", "time"}:
        values[role] = ["" if value.lower() in MISSING else value for value in values[role]]
    if not any(values["group"]):
        raise LogRefusal(file.source, "no group", column=repr(columns.group))
    log = pd.DataFrame({role: pd.Series(column, dtype="str") for role, column in values.items()})
    log = log.where(log != "")
    if columns.status is not None:
        log["status"] = _solved_as_completed(file, columns.status, log["status"])
    try:
        moments, times = read_times(log["time"], date_order, decimal_commas=file.delimiter != ",", unit=unit)
    except NotATimeError as error:
        place = {"row": lines[error.at], "column": repr(columns.time), "value": short(values["time"][error.at])}
        raise LogRefusal(file.source, error.key, **place, **error.values) from None
    return Log(log.assign(time=moments), times)


def _values(
    file: Opened, wanted: dict[str, str], tell: Callable[[float], None]
) -> tuple[list[int], dict[str, list[str]]]:
    """The number of each row of events, and the values of the wanted columns, by role."""
    rows = file.rows()
    _, header = next(rows, (0, []))
    if not header:
        raise LogRefusal(file.source, "empty")
    place = {role: _place(file, header, column) for role, column in wanted.items()}
    values: dict[str, list[str]] = {role: [] for role in wanted}
    lines: list[int] = []
    last = file.text.count("\n") + 1
    for line, row in rows:
        if len(lines) % _TELL_EVERY == 0:
            tell(line / last)
        if len(row) != len(header):
            raise LogRefusal(file.source, "ragged", row=line, found=len(row), named=len(header))
        lines.append(line)
        for role, index in place.items():
            values[role].append(printable(row[index]).strip())
    if not lines:
        raise LogRefusal(file.source, "no events")
    return lines, values


def _check_known(file: Opened, role: str, column: str, values: list[str], lines: list[int]) -> None:
    """Refuse a blank, or a word for missing, where every event needs a value."""
    for line, value in zip(lines, values, strict=True):
        if not value or value.lower() in MISSING:
            key = f"missing {role}" if value else f"blank {role}"
            raise LogRefusal(file.source, key, row=line, column=repr(column), value=short(value))


def _solved_as_completed(file: Opened, column: str, status: pd.Series) -> pd.Series:
    solved = status.str.lower().isin([*SOLVED_WORDS, *DUTCH_SOLVED_WORDS])
    if not solved.any():
        listed = ", ".join(repr(word) for word in status.dropna().unique()[:8])
        key = "never solved" if listed else "no status"
        raise LogRefusal(file.source, key, column=repr(column), words=", ".join(SOLVED_WORDS), listed=listed)
    return status.mask(solved, SOLVED[0])


def _place(file: Opened, header: list[str], column: str) -> int:
    """Where a column is; an error names the nearest one there is."""
    names = [name.strip() for name in header]
    if names.count(column) == 1:
        return names.index(column)
    if column in names:
        raise LogRefusal(file.source, "column twice", column=repr(column), times=names.count(column))
    close = near(column, names, most=1)
    if close:
        raise LogRefusal(file.source, "column mistyped", column=repr(column), near=repr(close[0]))
    listed = ", ".join(map(repr, names[:12])) + (", …" if len(names) > 12 else "")
    raise LogRefusal(file.source, "no column", column=repr(column), listed=listed)
