"""Reads a ticket log from a CSV file; what is wrong with the file is said in one line, with the row and what would do.

Accepted are commas, semicolons or tabs between the columns, UTF-8 with or without a mark at its beginning, and .gz.
"""

import csv
import difflib
import gzip
import io
import math
import zlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from sim.records.handoffs import SOLVED

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_SOLVED_WORDS = ("completed", "solved", "resolved", "closed", "done", "fixed")
_LONGEST_FIELD = 10_000_000
_NO_DATE = "is not a time; write it like 2026-01-31T14:05:00+01:00, or as a number of hours"


class LogError(ValueError):
    """A log that cannot be read; its text is one line that names the file, the place and what would be right."""


def read_log(
    path: Path | str, case: str, time: str, group: str, division: str | None = None, status: str | None = None
) -> pd.DataFrame:
    """The log in a CSV file as the table that `handoffs.py` measures: columns case, time, group, division?, status?.

    `case`, `time`, … name the columns of the file. Times are ISO 8601 (with an offset: turned into UTC; without one:
    taken as UTC), or numbers: hours. Blank groups, divisions and statuses stay blank. A status that says solved in
    other words ("Resolved", "done", …) becomes "Completed". Raises LogError.
    """
    path = Path(path)
    named = {"case": case, "time": time, "group": group, "division": division, "status": status}
    wanted = {role: column for role, column in named.items() if column is not None}
    rows = _rows(path, _decoded(path))
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
    for role in ("case", "time"):
        if "" in values[role]:
            at = lines[values[role].index("")]
            raise LogError(f"{path}: row {at}, column {wanted[role]!r}: is blank; every event needs a {role}")
    if not any(values["group"]):
        raise LogError(f"{path}: column {group!r} is blank in every row; it must say who holds the case")
    log = pd.DataFrame({role: pd.Series(column, dtype="str") for role, column in values.items()})
    log = log.where(log != "")
    if status is not None:
        log["status"] = _solved_as_completed(path, status, log["status"])
    return log.assign(time=_times(path, time, values["time"], lines))


def _solved_as_completed(path: Path, column: str, status: "pd.Series") -> "pd.Series":
    solved = status.str.lower().isin(_SOLVED_WORDS)
    if not solved.any():
        listed = ", ".join(repr(word) for word in status.dropna().unique()[:8]) or "only blanks"
        words = ", ".join(_SOLVED_WORDS)
        raise LogError(f"{path}: column {column!r} never says that a case is solved ({words}); it has {listed}")
    return status.mask(solved, SOLVED[0])


def _decoded(path: Path) -> str:
    """The text of the file, unpacked if need be."""
    try:
        raw = path.read_bytes()
        if raw.startswith(_GZIP):
            raw = gzip.decompress(raw)
    except FileNotFoundError:
        raise LogError(f"{path}: there is no such file") from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise LogError(f"{path}: the compressed file is damaged; unpack it and try again") from None
    except OSError as error:
        raise LogError(f"{path}: cannot be read ({error.strerror})") from None
    if raw.startswith(_ZIP):
        raise LogError(f"{path}: is a spreadsheet or a zip archive; export the sheet as CSV")
    if b"\0" in raw:
        raise LogError(f"{path}: is not a text file; export the log as CSV in UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise LogError(f"{path}: row {row} is not UTF-8 text; export the log as CSV in UTF-8") from None


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank with its line number, counted from 1; the first is the header."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
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
    lower = {name.lower(): name for name in reversed(names)}
    near = difflib.get_close_matches(column.lower(), lower, n=1, cutoff=0.6)
    listed = ", ".join(map(repr, names[:12])) + (", …" if len(names) > 12 else "")
    hint = f"did you mean {lower[near[0]]!r}?" if near else f"there are {listed}"
    raise LogError(f"{path}: there is no column {column!r}; {hint}")


def _times(path: Path, column: str, texts: list[str], lines: list[int]) -> "pd.Series":
    """Moments in UTC, or hours where every value is a number."""
    series = pd.Series(texts, dtype="str")
    found: pd.Series = pd.to_numeric(series, errors="coerce").astype(float)
    if found.notna().iloc[0]:
        wrong = ~found.map(math.isfinite)
    else:
        found = pd.to_datetime(series, utc=True, format="ISO8601", errors="coerce")
        wrong = found.isna()
    if wrong.any():
        index = int(wrong.to_numpy().argmax())
        shown = texts[index] if len(texts[index]) <= 40 else texts[index][:39] + "…"
        raise LogError(f"{path}: row {lines[index]}, column {column!r}: {shown!r} {_NO_DATE}")
    return found
