"""Reads a ticket log from a CSV file; what is wrong with the file is said in one line, with the row and what would do.

Accepted are commas, semicolons, tabs or bars between the columns, UTF-8 with or without a byte-order mark, and .gz.
"""

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from experiments.xray.order import Order
from experiments.xray.times import NotATimeError, Times, read_times
from sim.datafiles.mistakes import near
from sim.datafiles.reading import DataFileError, read_bytes
from sim.records.handoffs import SOLVED

MISSING = ("?", "-", "null", "n/a", "none", "nan")
"""Words that logs write where they know nothing; capitals or not."""

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_SOLVED_WORDS = ("completed", "solved", "resolved", "closed", "done", "fixed")
_LONGEST_FIELD = 10_000_000
_DELIMITERS = ",;\t|"


class LogError(DataFileError):
    """A log that cannot be read; its text is one line that names the file, the place and what would be right."""


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
) -> Log:
    """The log in a CSV file; its events have the columns case, time, group, division?, status?.

    `case`, `time`, … name the columns of the file. Times are dates, or numbers: hours. Dates are ISO 8601 (with an
    offset: turned into UTC; without one: taken as UTC), or such as 29/2/2016 01:23; `date_order` says in which order,
    else it is guessed, and `times` tells from what. Groups, divisions and statuses that are blank or a word for missing
    are blank in the table. A status that says solved in other words ("Resolved", "done", …) becomes "Completed".
    Raises LogError.
    """
    path = Path(path)
    named = {"case": case, "time": time, "group": group, "division": division, "status": status}
    wanted = {role: column for role, column in named.items() if column is not None}
    text = _decoded(path)
    delimiter = _delimiter(text)
    lines, values = _columns(path, _rows(path, text, delimiter), wanted)
    for role in ("case", "time"):
        _check_known(path, role, wanted[role], values[role], lines)
    for role in wanted.keys() - {"case", "time"}:
        values[role] = ["" if value.lower() in MISSING else value for value in values[role]]
    if not any(values["group"]):
        raise LogError(f"{path}: column {group!r} is blank in every row; it must say who holds the case")
    log = pd.DataFrame({role: pd.Series(column, dtype="str") for role, column in values.items()})
    log = log.where(log != "")
    if status is not None:
        log["status"] = _solved_as_completed(path, status, log["status"])
    try:
        moments, times = read_times(log["time"], date_order, decimal_commas=delimiter != ",")
    except NotATimeError as error:
        said = f"row {lines[error.at]}, column {time!r}: {_short(values['time'][error.at])} {error.problem}"
        raise LogError(f"{path}: {said}") from None
    return Log(log.assign(time=moments), times)


def _columns(
    path: Path, rows: Iterator[tuple[int, list[str]]], wanted: dict[str, str]
) -> tuple[list[int], dict[str, list[str]]]:
    """The number of each row of events, and the values of the wanted columns, by role."""
    _, header = next(rows, (0, []))
    if not header:
        raise LogError(f"{path}: the file is empty; it must have a row of column names and a row for each event")
    place = {role: _place(path, header, column) for role, column in wanted.items()}
    values: dict[str, list[str]] = {role: [] for role in wanted}
    lines: list[int] = []
    for line, row in rows:
        if len(row) != len(header):
            raise LogError(f"{path}: row {line} has {len(row)} columns; the first row names {len(header)}")
        lines.append(line)
        for role, index in place.items():
            values[role].append(row[index].strip())
    if not lines:
        raise LogError(f"{path}: there are column names but no events; each event needs a row below them")
    return lines, values


def _check_known(path: Path, role: str, column: str, values: list[str], lines: list[int]) -> None:
    """Refuse a blank, or a word for missing, where every event needs a value."""
    for line, value in zip(lines, values, strict=True):
        if not value or value.lower() in MISSING:
            said = f"{_short(value)} is not a {role} but a word for missing" if value else "is blank"
            raise LogError(f"{path}: row {line}, column {column!r}: {said}; every event needs a {role}")


def _short(value: str) -> str:
    """A value in quotes, of reasonable length."""
    return repr(value if len(value) <= 40 else value[:39] + "…")


def _solved_as_completed(path: Path, column: str, status: pd.Series) -> pd.Series:
    solved = status.str.lower().isin(_SOLVED_WORDS)
    if not solved.any():
        listed = ", ".join(repr(word) for word in status.dropna().unique()[:8]) or "only blanks"
        words = ", ".join(_SOLVED_WORDS)
        raise LogError(f"{path}: column {column!r} never says that a case is solved ({words}); it has {listed}")
    return status.mask(solved, SOLVED[0])


def _decoded(path: Path) -> str:
    """The text of the file, unpacked if need be."""
    raw = read_bytes(path, LogError)
    try:
        if raw.startswith(_GZIP):
            raw = gzip.decompress(raw)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise LogError(f"{path}: the compressed file is damaged; unpack it and try again") from None
    if raw.startswith(_ZIP):
        raise LogError(f"{path}: is a spreadsheet or a zip archive; export the sheet as CSV")
    if b"\0" in raw:
        raise LogError(f"{path}: is not a text file; export the log as CSV in UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise LogError(f"{path}: row {row} is not UTF-8 text; export the log as CSV in UTF-8") from None


def _delimiter(text: str) -> str:
    """What stands between the columns: the sign that the first row has most of."""
    return max(_DELIMITERS, key=text.lstrip("\r\n").partition("\n")[0].count)


def _rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank with its line number, counted from 1; the first is the header."""
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(field.strip() for field in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise LogError(f"{path}: row {reader.line_num} is not CSV ({error}); check its quotation marks") from None


def _place(path: Path, header: list[str], column: str) -> int:
    """Where a column is; an error names the nearest one there is."""
    names = [name.strip() for name in header]
    if names.count(column) == 1:
        return names.index(column)
    if column in names:
        raise LogError(f"{path}: column {column!r} is there {names.count(column)} times; its name must be unique")
    close = near(column, names, most=1)
    listed = ", ".join(map(repr, names[:12])) + (", …" if len(names) > 12 else "")
    hint = f"did you mean {close[0]!r}?" if close else f"there are {listed}"
    raise LogError(f"{path}: there is no column {column!r}; {hint}")
