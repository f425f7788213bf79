"""A bank of simulated logs: each draw of the parameters with the figures of one log, in parts on the disk.

A draw depends on its number alone, so a part is known by which draws are in it: it is there, whole, or it is lived. A
larger bank begins with the smaller one. Parts that cannot be read are put aside and lived again.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from experiments.calibrating.figures import COLUMNS, Floats
from experiments.calibrating.setting import Setting
from experiments.errors import RequestError
from experiments.given.files import text_in
from experiments.sweeping import parts
from experiments.sweeping.claiming import difference, holds_others
from experiments.sweeping.engines import Engine
from experiments.sweeping.journal import LOCK, locked
from experiments.sweeping.mishaps import told
from experiments.sweeping.sweep import Progress, State

SETTING = "bank.json"
PART_DRAWS = 20
"""Draws in a part: some seconds of work, which is what a kill costs."""
_BREAKS_MOST = 5


class Bank(NamedTuple):
    """What was drawn, shape (draws, dimensions), and the figures that came of it, shape (draws, figures)."""

    drawn: Floats
    figures: Floats
    failed: int
    """Draws that could not be lived; they are in no row."""


def bank(
    setting: Setting,
    draws: int,
    folder: Path,
    where: Engine,
    progress: Progress | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Bank:
    """The bank of a folder with so many draws (rounded up to whole parts); what is not there yet is lived.

    Raises RequestError for a folder that holds another bank or cannot be written to, or OSError.
    """
    places = range(-(-draws // PART_DRAWS))
    with told(folder), _claimed(folder, setting):
        missing = [place for place in places if not _whole(folder, place, say)]
        _Work(setting, folder, where, len(places), len(missing), progress).live(missing)
        rows = pa.concat_tables([parts.read(_path(folder, place)) for place in places])
    values = np.stack([rows[name].to_numpy() for name in rows.column_names], axis=-1)[:draws]
    lived = values[:, 0] == 1.0
    split = 1 + len(setting.dimensions)
    return Bank(values[lived, 1:split], values[lived, split:], int((~lived).sum()))


def live_part(setting: Setting, place: int) -> Floats:
    """The draws of a part, shape (PART_DRAWS, 1 + dimensions + figures): whether it could be lived, and its numbers."""
    found = np.full((PART_DRAWS, 1 + len(setting.dimensions) + len(COLUMNS)), np.nan)
    for row in range(PART_DRAWS):
        draw = place * PART_DRAWS + row
        values = setting.draw(draw)
        found[row, 1 : 1 + len(values)] = values
        try:
            found[row, 1 + len(values) :] = setting.figures(values, draw)
            found[row, 0] = 1.0
        except ValueError:  # a company that cannot be: one draw among many
            found[row, 0] = 0.0
    return found


class _Work:
    """One stretch of work at a bank."""

    def __init__(
        self, setting: Setting, folder: Path, where: Engine, whole: int, missing: int, progress: Progress | None
    ) -> None:
        self._setting, self._folder, self._where, self._progress = setting, folder, where, progress
        self._whole, self._before, self._done, self._breaks = whole, whole - missing, 0, 0
        self._begun = monotonic()

    def live(self, missing: list[int]) -> None:
        """Live the missing parts; each is on the disk as soon as it has come. A pool that breaks is begun again."""
        left = dict.fromkeys(missing)
        while left:
            try:
                with self._where.start() as executor:
                    for place, values in self._results(executor, list(left)):
                        self._store(place, values)
                        del left[place]
            except BrokenExecutor:
                self._breaks += 1
                if self._breaks > _BREAKS_MOST:
                    raise RequestError(
                        f"workers died {self._breaks} times, most likely for want of memory; "
                        "run the same command again with fewer --workers"
                    ) from None

    def _results(self, executor: Executor, places: list[int]) -> Iterator[tuple[int, Floats]]:
        """Parts as they come, so many under way that no worker is idle."""
        waiting = iter(places)
        pending: dict[Future[Floats], int] = {}
        try:
            while True:
                while len(pending) < 2 * self._where.workers and (place := next(waiting, None)) is not None:
                    pending[executor.submit(live_part, self._setting, place)] = place
                if not pending:
                    return
                for future in wait(pending, return_when=FIRST_COMPLETED).done:
                    yield pending.pop(future), future.result()
        finally:
            for future in pending:
                future.cancel()

    def _store(self, place: int, values: Floats) -> None:
        names = ("lived", *(each.key for each in self._setting.dimensions), *COLUMNS)
        parts.write(_path(self._folder, place), pa.table(dict(zip(names, values.T, strict=True))))
        self._done += 1
        if self._progress is not None:
            left = (self._whole - self._before - self._done) * (monotonic() - self._begun) / self._done
            self._progress(
                State((self._before + self._done) * PART_DRAWS, self._whole * PART_DRAWS, 0, left, self._breaks)
            )


@contextmanager
def _claimed(folder: Path, setting: Setting) -> Iterator[None]:
    """Make the folder this setting's, or see that it is, and keep other processes away from it."""
    if holds_others(folder, SETTING, (LOCK,)):
        raise RequestError(f"{folder}: holds other things than a bank of ours; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        path = folder / SETTING
        if path.exists() and (was := text_in(path, None)) != setting.text:
            raise RequestError(
                f"{folder}: holds the simulated logs of another calibration ({difference(was, setting.text)}); "
                "name a new folder for this one"
            )
        if not path.exists():
            parts.write_text(path, setting.text)
        yield


def _path(folder: Path, place: int) -> Path:
    return folder / f"draws-{place:05d}.parquet"


def _whole(folder: Path, place: int, say: Callable[[str], None]) -> bool:
    """Whether a part is there and can be read; one that cannot is put aside."""
    path = _path(folder, place)
    if not path.exists():
        return False
    try:
        if parts.read(path).num_rows == PART_DRAWS:
            return True
    except RequestError:
        pass
    path.replace(path.with_name(f"{path.name}.broken"))
    say(f"{path.name} is damaged, and kept as {path.name}.broken; its draws are lived again")
    return False
