"""The journal of a folder: which units are lived, and in which part they are. It is SQLite, which survives a kill.

A unit is done once its part is on the disk and the journal says so, in this order. A part that the journal does not
know was written just before a kill; a part that is gone or has changed sends its units back. No clock is asked.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from experiments.errors import RequestError
from experiments.sweeping import mishaps

FORMAT = 1
"""Of the folder. A program that writes another one raises it, and says what it can read."""
FILE, LOCK = "journal.sqlite", "lock.sqlite"
_MOMENT = 0.2  # seconds that somebody who only looks may be in the way

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (part INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, units INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS units (
  point INTEGER NOT NULL, replicate INTEGER NOT NULL, part INTEGER NOT NULL, failed INTEGER NOT NULL,
  PRIMARY KEY (point, replicate)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS units_of_part ON units (part);
CREATE TABLE IF NOT EXISTS points (point INTEGER PRIMARY KEY, replicates INTEGER NOT NULL, decided INTEGER NOT NULL);
"""


class Written(NamedTuple):
    """A unit in a part."""

    place: int
    replicate: int
    failed: bool


class Journal:
    """The journal of one folder, in one process. Raises RequestError for a folder that cannot be used."""

    def __init__(self, folder: Path, kept: bool = True) -> None:
        """Open it, or begin it; where the folder cannot be written to, only to read. Not `kept`: in memory only."""
        self._folder = folder
        with self._told():
            if not kept:
                self._base = sqlite3.connect(":memory:", isolation_level=None)
                self._base.executescript(_TABLES)
                return
            if _to_read_only(folder):
                where = f"{(folder / FILE).absolute().as_uri()}?immutable=1"
                self._base = sqlite3.connect(where, uri=True, isolation_level=None)
                self._check_format()
                return
            self._base = sqlite3.connect(folder / FILE, timeout=5.0, isolation_level=None)
            self._check_format()
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = FULL")
            self._base.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave it in one file."""
        self._base.close()

    def _check_format(self) -> None:
        """See that it is of a kind that we read, before anything in it is touched."""
        if self._one("SELECT 1 FROM sqlite_master WHERE name = 'meta'") is None:
            return
        kind = self.about("format")
        if kind is not None and kind != str(FORMAT):
            self.close()
            raise RequestError(
                f"{self._folder}: was written in format {kind}, and this program reads {FORMAT}; "
                "go on with the version that began it, or name a new folder"
            )

    def about(self, key: str) -> str | None:
        """What is noted of the folder as a whole."""
        found = self._one("SELECT value FROM meta WHERE key = ?", key)
        return None if found is None else str(found[0])

    def note(self, **values: str) -> None:
        """Note something of the folder as a whole."""
        with self._changing() as base:
            base.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def wrote(self, part: int, sha256: str, units: Iterable[Written]) -> None:
        """A part is on the disk. All of it is noted or nothing."""
        rows = [(each.place, each.replicate, part, int(each.failed)) for each in units]
        with self._changing() as base:
            base.execute("INSERT INTO parts VALUES (?, ?, ?)", (part, sha256, len(rows)))
            base.executemany("INSERT INTO units VALUES (?, ?, ?, ?)", rows)

    def lost(self, part: int) -> int:
        """A part is gone, or is not what was written: its units are to be lived again. Returns how many."""
        with self._changing() as base:
            many = base.execute("DELETE FROM units WHERE part = ?", (part,)).rowcount
            base.execute("DELETE FROM points")  # they are closed anew from what is left
            base.execute("DELETE FROM parts WHERE part = ?", (part,))
        return many

    def forget_failed(self) -> int:
        """Failed units are to be lived again. Their rows stay in their parts, and are passed over."""
        with self._changing() as base:
            base.execute("DELETE FROM points")
            return base.execute("DELETE FROM units WHERE failed").rowcount

    def restore(self, units: Iterable[Written], points: Iterable[tuple[int, int, bool]], **values: str) -> None:
        """All of a finished sweep at once, or nothing; its units are in no part any more."""
        with self._changing() as base:
            rows = ((each.place, each.replicate, 0, int(each.failed)) for each in units)
            base.executemany("INSERT INTO units VALUES (?, ?, ?, ?)", rows)
            base.executemany("INSERT INTO points VALUES (?, ?, ?)", points)
            base.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def closed(self, points: Iterable[tuple[int, int, bool]]) -> None:
        """Points need no more futures: their places, how many each has, and whether that decided it."""
        with self._changing() as base:
            base.executemany("INSERT OR REPLACE INTO points VALUES (?, ?, ?)", points)

    def points(self) -> dict[int, tuple[int, bool]]:
        """Closed points: how many futures they have, and whether that decided them."""
        with self._told():
            rows = self._base.execute("SELECT point, replicates, decided FROM points")
            return {place: (many, bool(decided)) for place, many, decided in rows}

    def undecided(self) -> int:
        """How many closed points are not known as well as was wished."""
        found = self._one("SELECT count(*) FROM points WHERE NOT decided")
        return 0 if found is None else int(found[0])

    def parts(self) -> dict[int, str]:
        """The parts that are known, each with its sha256."""
        with self._told():
            return dict(self._base.execute("SELECT part, sha256 FROM parts ORDER BY part"))

    def of_point(self, place: int) -> dict[int, int]:
        """The replicates of a point that are done, each with its part."""
        with self._told():
            return dict(self._base.execute("SELECT replicate, part FROM units WHERE point = ?", (place,)))

    def parts_of(self, low: int, high: int) -> list[int]:
        """The parts that hold units of points from `low` to below `high`."""
        with self._told():
            rows = self._base.execute(
                "SELECT DISTINCT part FROM units WHERE point >= ? AND point < ? ORDER BY part", (low, high)
            )
            return [part for (part,) in rows]

    def where(self, low: int, high: int) -> dict[tuple[int, int], int]:
        """The part of each unit of points from `low` to below `high`."""
        with self._told():
            rows = self._base.execute(
                "SELECT point, replicate, part FROM units WHERE point >= ? AND point < ?", (low, high)
            )
            return {(place, replicate): part for place, replicate, part in rows}

    def counts(self) -> tuple[int, int]:
        """How many units are done, and how many of these failed."""
        found = self._one("SELECT count(*), coalesce(sum(failed), 0) FROM units")
        return (0, 0) if found is None else (found[0], found[1])

    def _one(self, text: str, *values: object) -> tuple[Any, ...] | None:
        with self._told():
            found: tuple[Any, ...] | None = self._base.execute(text, values).fetchone()
            return found

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite finds wrong, in words that help."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _in_words(self._folder, error) from None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes away from a folder; the lock goes with the process, however it ends.

    Raises RequestError if another process has it.
    """
    try:
        with closing(sqlite3.connect(folder / LOCK, timeout=_MOMENT, isolation_level=None)) as base:
            base.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise RequestError(
                f"{folder}: another process is at work in this folder; wait for it, or name another folder"
            ) from None
        raise _in_words(folder, error) from None


def at_work(folder: Path) -> bool:
    """Whether a process has the folder for itself now. It is only looked at, so nobody is kept out by it."""
    if not (folder / LOCK).exists():
        return False
    try:
        with closing(sqlite3.connect(f"{(folder / LOCK).absolute().as_uri()}?mode=ro", uri=True, timeout=0.0)) as base:
            base.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    return False


def _to_read_only(folder: Path) -> bool:
    """Whether a journal lies closed where nothing may be written: SQLite would else want to write to read it."""
    there = folder / FILE
    return there.exists() and not os.access(folder, os.W_OK) and not there.with_name(FILE + "-wal").exists()


def _in_words(folder: Path, error: sqlite3.DatabaseError) -> RequestError:
    text = str(error)
    if place := mishaps.of_base(folder, error):
        return place
    if "malformed" in text or "not a database" in text:
        return RequestError(
            f"{folder / FILE}: is damaged ({text}); remove this file, and run the command that began it again: "
            "what was written is taken up"
        )
    return RequestError(f"{folder / FILE}: {text}")
