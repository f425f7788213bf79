"""Reads data files: regular files only, no larger than they can sensibly be, text in UTF-8, TOML."""

import tomllib
from pathlib import Path
from typing import Any


class DataFileError(ValueError):
    """A data file cannot be used; the message is one line that names the file, the place and what would be right."""


def read_bytes(path: Path, error: type[DataFileError], most: int | None = None) -> bytes:
    """What is in a file of at most so many bytes (None: of any size). Raises `error`.

    Pipes and devices are refused: reading them may never end.
    """
    try:
        if not path.is_file():
            raise error(f"{path}: {_what_it_is(path)}, so it cannot be read")
        if most is not None and path.stat().st_size > most:
            raise error(f"{path}: is larger than {most:,} bytes, the most that such a file may have")
        return path.read_bytes()
    except OSError as problem:
        raise error(f"{path}: cannot be read: {problem.strerror or problem}") from None


def read_text(path: Path, error: type[DataFileError], most: int | None = None) -> str:
    """The text in a file, in UTF-8 with or without a byte-order mark. Raises `error`."""
    try:
        return read_bytes(path, error, most).decode("utf-8-sig")  # some editors begin a file with an invisible mark
    except UnicodeDecodeError as problem:
        raise error(f"{path}: is no text in UTF-8: {problem.reason} at byte {problem.start}") from None


def parse_toml(text: str, source: str, error: type[DataFileError]) -> dict[str, Any]:
    """The values in a text in TOML; `source` names it in messages. Raises `error`."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise error(f"{source}: not readable as TOML: brackets are nested too deep") from None
    except ValueError as problem:
        raise error(f"{source}: not readable as TOML: {problem}") from None


def _what_it_is(path: Path) -> str:
    """What stands there instead of a regular file."""
    if path.is_dir():
        return "is a folder"
    return "is no regular file" if path.exists() else "there is no such file"
