"""What may be wrong with the place where a sweep writes, in words that help its user."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from experiments.errors import RequestError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_ROOM = 100_000  # bytes; where there is less, an error of input and output means that the disk is full
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def full(folder: Path) -> RequestError:
    """There is no room on the disk."""
    return RequestError(
        f"{folder}: the disk is full; make room and run the same command again, nothing that was written is lost"
    )


def closed(folder: Path) -> RequestError:
    """It may not be written to."""
    return RequestError(f"{folder}: cannot be written to; name a folder of your own, or get the right to write there")


def damaged(path: Path, why: str) -> RequestError:
    """A file of results cannot be read."""
    return RequestError(
        f"{path}: is damaged or gone ({why}); run the sweep's own command again, which lives again what is missing"
    )


def of_base(folder: Path, error: sqlite3.DatabaseError) -> RequestError | None:
    """What SQLite found wrong with the place of a file of its own; None if the place is no fault of it."""
    text = str(error)
    if "full" in text or ("disk I/O" in text and shutil.disk_usage(folder).free < _ROOM):
        return full(folder)
    if "readonly" in text or "unable to open" in text:
        return closed(folder)
    return None


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Say what the system found wrong with a folder; what is no fault of the folder goes on as it is."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise full(folder) from error
        if error.errno in _CLOSED:
            raise closed(folder) from error
        raise
