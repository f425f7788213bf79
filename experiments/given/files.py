"""Reads what a user gives: a regular file, or what comes in on standard input ("-"); never more than it may be.

What kind of file may be read, and in which encoding, is one rule for the whole program: see sim/datafiles/reading.py.
"""

import sys
from pathlib import Path
from typing import IO
from weakref import WeakKeyDictionary

from experiments.errors import RequestError
from experiments.given.refusing import Refusal
from sim.datafiles.reading import DataFileError, read_bytes, read_text

STANDARD_INPUT = "-"
_come_in: WeakKeyDictionary[IO[bytes], bytes | None] = WeakKeyDictionary()
"""What a standard input had in it, for a command that looks at it twice; None where that was too much to keep."""
TOML, TABLE = 2_000_000, 100_000_000
"""Bytes that a file of settings, and a table of points, may have at most; a million points are less than that."""


def text_in(path: Path, most: int | None = TOML) -> str:
    """The text in a file of at most so many bytes (None: one of ours, of any size). Raises RequestError."""
    if str(path) == STANDARD_INPUT:
        limit = TOML if most is None else most
        return text_of(_standard_input(limit), name_of(path), limit)
    try:
        return read_text(path, DataFileError, most)
    except DataFileError as error:
        raise RequestError(str(error)) from None


def text_of(raw: bytes, source: str, most: int) -> str:
    """The text of a file that came in as bytes, on standard input or from a browser. Raises Refusal."""
    if len(raw) > most:
        raise Refusal("large", source=source, most=f"{most:,}")
    try:
        return raw.decode("utf-8-sig")  # some editors begin a file with an invisible mark
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise Refusal("no text", source=source, reason=problem.reason, line=line) from None


def bytes_in(path: Path, error: type[DataFileError], most: int) -> bytes:
    """What is in a file, or comes in on standard input, of at most so many bytes. Raises `error`, or Refusal."""
    if str(path) != STANDARD_INPUT:
        return read_bytes(path, error, most)
    raw = _standard_input(most)
    if len(raw) > most:
        raise Refusal("large", source=name_of(path), most=f"{most:,}")
    return raw


def name_of(path: Path) -> str:
    """What messages call a file."""
    return "standard-input" if str(path) == STANDARD_INPUT else str(path)


def _standard_input(most: int) -> bytes:
    """What comes in until its end, for which whoever names "-" waits; one byte too many tells that it is too much."""
    if sys.stdin is None or sys.stdin.closed:
        raise Refusal("no standard input")
    stream = sys.stdin.buffer
    if stream not in _come_in:
        try:
            raw = stream.read(most + 1)
        except OSError as problem:
            raise Refusal("unread standard input", error=problem.strerror or problem) from None
        _come_in[stream] = raw if len(raw) <= TOML else None
        return raw
    kept = _come_in[stream]
    if kept is None:
        raise Refusal("standard input twice")
    return kept
