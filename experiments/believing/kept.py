"""Lives in a file beside the results to come: a map whose drawing was killed goes on from there."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from experiments.believing.lives import Life, Lives
from experiments.errors import RequestError
from experiments.sweeping.mishaps import of_base

_TABLES = """
CREATE TABLE IF NOT EXISTS names (place INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS lives (
  course TEXT NOT NULL, future INTEGER NOT NULL, names INTEGER NOT NULL, numbers BLOB NOT NULL,
  PRIMARY KEY (course, future)
) WITHOUT ROWID;
"""
_NUMBER = np.dtype("<f8")


@contextmanager
def kept_beside(folder: Path) -> Iterator[Lives]:
    """Lives that stay in `FOLDER.lives` until the folder holds what was made of them. Of one thread.

    Raises RequestError if that file cannot be read, and OSError.
    """
    path = folder.with_name(f"{folder.name}.lives")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _told(path):
        base = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        with _told(path):
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")  # what a cut of power takes is lived again
            base.executescript(_TABLES)
        yield _KeptLives(base, path)
    finally:
        base.close()


def forget_beside(folder: Path) -> None:
    """The folder has it all: what was kept beside it goes."""
    folder.with_name(f"{folder.name}.lives").unlink(missing_ok=True)


class _KeptLives(Lives):
    """Lives that are in a file, too. The key of a life says which model it comes from: another one finds nothing."""

    def __init__(self, base: sqlite3.Connection, path: Path) -> None:
        super().__init__()
        self._base, self._path = base, path

    def get(self, course: str, future: int) -> Life | None:
        """As Lives has it."""
        life = super().get(course, future)
        if life is not None:
            return life
        asked = (
            "SELECT names.names, numbers FROM lives JOIN names ON names.place = lives.names "
            "WHERE course = ? AND future = ?"
        )
        with _told(self._path):
            row = self._base.execute(asked, (course, future)).fetchone()
        if row is None:
            return None
        names = tuple((window, measure) for window, measure in json.loads(row[0]))
        life = Life(names, np.frombuffer(row[1], _NUMBER))
        super().keep(course, future, life)
        return life

    def keep(self, course: str, future: int, life: Life) -> None:
        """As Lives has it."""
        super().keep(course, future, life)
        names = json.dumps(life.names)
        with _told(self._path), self._base:
            self._base.execute("BEGIN")
            self._base.execute("INSERT OR IGNORE INTO names (names) VALUES (?)", (names,))
            self._base.execute(
                "INSERT OR REPLACE INTO lives SELECT ?, ?, place, ? FROM names WHERE names = ?",
                (course, future, life.values.astype(_NUMBER).tobytes(), names),
            )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what is wrong with the file in words that help."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if place := of_base(path.parent, error):
            raise place from None
        raise RequestError(
            f"{path}: is no file of lives that can be used ({error}); two commands may use it at once, or it is "
            "damaged: wait for the other, or delete it, and its futures are lived again"
        ) from None
