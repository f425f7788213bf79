"""Reads what a user gives: a regular file, or what comes in on standard input ("-"); never more than it may be.

What kind of file may be read, and in which encoding, is one rule for the whole program: see sim/datafiles/reading.py.
"""

import sys
from pathlib import Path

from experiments.errors import RequestError
from experiments.given.refusing import Refusal
from sim.datafiles.reading import DataFileError, read_bytes, read_text

STANDARD_INPUT = "-"
TOML, TABLE = 2_000_000, 100_000_000
"""Bytes that a file of settings, and a table of points, may have at most; a million points are less than that."""


def text_in(path: Path, most: int | None = TOML) -> str:
    """The text in a file of at most so many bytes (None: one of ours, of any size). Raises RequestError."""
    try:
        if str(path) == STANDARD_INPUT:
            return _standard_input(TOML if most is None else most).decode("utf-8-sig")
        return read_text(path, DataFileError, most)
    except UnicodeDecodeError as problem:
        raise Refusal("standard input no text", reason=problem.reason, place=problem.start) from None
    except DataFileError as error:
        raise RequestError(str(error)) from None


def bytes_in(path: Path, error: type[DataFileError], most: int) -> bytes:
    """What is in a file, or comes in on standard input, of at most so many bytes. Raises `error`, or Refusal."""
    return _standard_input(most) if str(path) == STANDARD_INPUT else read_bytes(path, error, most)


def name_of(path: Path) -> str:
    """What messages call a file."""
    return "standard-input" if str(path) == STANDARD_INPUT else str(path)


def _standard_input(most: int) -> bytes:
    """What comes in until its end: whoever names "-" waits for it."""
    if sys.stdin is None or sys.stdin.closed:
        raise Refusal("no standard input")
    try:
        raw = sys.stdin.buffer.read(most + 1)
    except OSError as problem:
        raise Refusal("unread standard input", error=problem.strerror or problem) from None
    if len(raw) > most:
        raise Refusal("much standard input", most=f"{most:,}")
    return raw
