"""Opens a log: from the bytes of a file to its text, what parts its columns, and its rows. Nothing is written anywhere.

Accepted are commas, semicolons, tabs or bars between the columns, UTF-8 with or without a byte-order mark, and gzip.
"""

import csv
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from experiments.xray.refusing import LogRefusal

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_GZIP_WRAPPED = zlib.MAX_WBITS | 16
_LONGEST_FIELD = 10_000_000
_DELIMITERS = ",;\t|"


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
                raise LogRefusal(self.source, "long line", row=number, most=f"{self.limits.line:,}")
            yield line

    def _check_size(self, known: int, row: list[str]) -> None:
        if self.limits.columns is not None and len(row) > self.limits.columns:
            raise LogRefusal(self.source, "many columns", columns=f"{len(row):,}", most=self.limits.columns)
        if self.limits.rows is not None and known > self.limits.rows + 1:
            raise LogRefusal(self.source, "many rows", most=f"{self.limits.rows:,}")


def opened(raw: bytes, source: str, limits: Limits = NO_LIMITS) -> Opened:
    """The log in the bytes of a file, which `source` names in errors. Raises LogRefusal."""
    if limits.bytes is not None and len(raw) > limits.bytes:
        raise LogRefusal(source, "large", most=_megabytes(limits.bytes))
    text = _decoded(_unpacked(raw, source, limits.bytes), source)
    return Opened(source, text, _delimiter(text), limits)


def _unpacked(raw: bytes, source: str, most: int | None) -> bytes:
    """What is in the file, or in the file that it packs (gzip), up to the size allowed: a small one may hold a huge."""
    if not raw.startswith(_GZIP):
        return raw
    parts, size = [], 0
    try:
        while raw:
            machine = zlib.decompressobj(_GZIP_WRAPPED)
            parts.append(machine.decompress(raw, 0 if most is None else most - size + 1))
            size += len(parts[-1])
            if most is not None and size > most:
                raise LogRefusal(source, "large inside", most=_megabytes(most))
            if not machine.eof:
                raise LogRefusal(source, "damaged")
            raw = machine.unused_data.lstrip(b"\0")  # a packed file may have several parts, and zeros at its end
    except zlib.error:
        raise LogRefusal(source, "damaged") from None
    return b"".join(parts)


def _decoded(raw: bytes, source: str) -> str:
    if raw.startswith(_ZIP):
        raise LogRefusal(source, "spreadsheet")
    if b"\0" in raw:
        raise LogRefusal(source, "no text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LogRefusal(source, "no utf-8", row=raw.count(b"\n", 0, error.start) + 1) from None


def _delimiter(text: str) -> str:
    """What stands between the columns: the sign that the first row has most of."""
    return max(_DELIMITERS, key=text.lstrip("\r\n").partition("\n")[0].count)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"
