"""Opens a log: from the bytes of a file to its text, what parts its columns, and its rows. Nothing is written anywhere.

Accepted are commas, semicolons, tabs or bars between the columns, UTF-8 with or without a byte-order mark, UTF-16 with
one (a spreadsheet's "Unicode text"), and gzip.
"""

import codecs
import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from experiments.given.unpacking import GZIP, MOST_PIECES, CannotUnpackError, unpacked
from experiments.xray.refusing import Count, LogRefusal

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP = b"PK\x03\x04"
_LONGEST_FIELD = 10_000_000
_DELIMITERS = ",;\t|"
_GUESSED_FROM, _GUESSED_ROWS = 100_000, 50
"""Signs and rows from which the separator is guessed."""

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "pipe": "|", "space": " "}
"""Signs between columns that have a name."""


class Limits(NamedTuple):
    """How large a log may be; None: as large as it is."""

    bytes: int | None = None
    """Also of what comes out of a packed one."""
    rows: int | None = None
    columns: int | None = None
    line: int | None = None
    """Signs."""


NO_LIMITS = Limits()
UPLOAD = Limits(bytes=50_000_000, rows=1_000_000, columns=200, line=100_000)
"""What somebody may send to a server. Measured: 900,000 rows take half a minute and 1.2 GB."""


FILE = Limits(bytes=200_000_000, rows=4_000_000, columns=1_000, line=1_000_000)
"""What is read of a file of one's own: in the same measure, two minutes and 5 GB."""


@dataclass(frozen=True)
class Opened:
    """The text of a log, by the name that errors give it."""

    source: str
    text: str
    delimiter: str
    limits: Limits = NO_LIMITS

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that is not blank with its line number, counted from 1; the first is the header. LogRefusal."""
        csv.field_size_limit(_LONGEST_FIELD)
        reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True)
        known = 0
        try:
            for row in reader:
                if any(field.strip() for field in row):
                    known += 1
                    self._check_size(known, row)
                    yield reader.line_num, row
        except csv.Error as error:
            raise LogRefusal(self.source, "no csv", row=reader.line_num, error=error) from None

    @property
    def sha256(self) -> str:
        """Of its text, by which a log is known again, also when it is packed otherwise."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def header(self) -> list[str]:
        """The names of the columns; empty if the file is. Raises LogRefusal."""
        return [name.strip() for name in next(self.rows(), (0, []))[1]]

    def first_rows(self, most: int) -> list[list[str]]:
        """The first rows below the header, of whatever width they are. Raises LogRefusal."""
        return [row for _, row in islice(self.rows(), 1, most + 1)]

    def _lines(self) -> Iterator[str]:
        """The lines with their ends, none longer than allowed."""
        for number, line in enumerate(io.StringIO(self.text, newline=""), start=1):
            if self.limits.line is not None and len(line) > self.limits.line:
                raise LogRefusal(self.source, "long line", row=number, most=Count(self.limits.line))
            yield line

    def _check_size(self, known: int, row: list[str]) -> None:
        if self.limits.columns is not None and len(row) > self.limits.columns:
            raise LogRefusal(self.source, "many columns", columns=Count(len(row)), most=Count(self.limits.columns))
        if self.limits.rows is not None and known > self.limits.rows + 1:
            raise LogRefusal(self.source, "many rows", most=Count(self.limits.rows))


def opened(raw: bytes, source: str, limits: Limits = NO_LIMITS, separator: str | None = None) -> Opened:
    """The log in the bytes of a file, which `source` names in errors; `separator` is a sign, or guessed. LogRefusal."""
    if limits.bytes is not None and len(raw) > limits.bytes:
        raise LogRefusal(source, "large", most=_megabytes(limits.bytes))
    text = _decoded(_unpacked(raw, source, limits.bytes), source)
    return Opened(source, text, separator or _delimiter(text), limits)


def separator_of(given: str, source: str) -> str:
    """The sign that is meant by a sign or by its name. Raises LogRefusal.

    >>> separator_of("tab", "log.csv"), separator_of(";", "log.csv")
    ('\\t', ';')
    """
    sign = SEPARATORS.get(given.lower(), "\t" if given == "\\t" else given)
    if len(sign) != 1 or sign in '"\r\n\0' or sign.isalnum():
        raise LogRefusal(source, "separator", given=repr(given[:40]), known=", ".join(SEPARATORS))
    return sign


def _unpacked(raw: bytes, source: str, most: int | None) -> bytes:
    """What is in the file, or in the file that it packs (gzip), up to the size allowed: a small one may hold a huge."""
    if not raw.startswith(GZIP):
        return raw
    try:
        return unpacked(raw, most)
    except CannotUnpackError as error:
        told = {} if most is None else {"most": _megabytes(most)}
        raise LogRefusal(source, error.key, **told, pieces=Count(MOST_PIECES)) from None


def _decoded(raw: bytes, source: str) -> str:
    if raw.startswith(_ZIP):
        raise LogRefusal(source, "spreadsheet")
    if raw.startswith(_UTF_16):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            raise LogRefusal(source, "no text") from None
    if b"\0" in raw:
        raise LogRefusal(source, "no text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LogRefusal(source, "no utf-8", row=raw.count(b"\n", 0, error.start) + 1) from None


def _delimiter(text: str) -> str:
    """What stands between the columns: the sign that parts the first rows into most columns, as many in each of them.

    Where no sign does so, rows differ in width, and it is the one that the first row has most of.
    """
    start = text[:_GUESSED_FROM].lstrip("\r\n")
    lines = [*islice(io.StringIO(start, newline=""), _GUESSED_ROWS)]
    return max(_DELIMITERS, key=lambda sign: (_even_width(lines, sign), start.partition("\n")[0].count(sign)))


def _even_width(lines: list[str], sign: str) -> int:
    """Into how many columns a sign parts all the rows; 0 if not into the same number. The last may be cut off."""
    try:
        rows = [row for row in csv.reader(lines, delimiter=sign) if row]
    except csv.Error:
        return 0
    widths = {len(row) for row in (rows[:-1] if len(rows) > 2 else rows)}
    return widths.pop() if len(widths) == 1 else 0


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"
