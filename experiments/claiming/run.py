"""Lives what is missing of a test, into a folder: draw by draw, so that all rules and sizes are always as far."""

from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

from experiments.claiming.asked import Asked
from experiments.claiming.folder import Folder, opened
from experiments.claiming.units import Lived, Task, Unit, all_failed, live_task, own_program
from experiments.sweeping.crew import Crew
from experiments.sweeping.engines import Engine, engine
from experiments.sweeping.sweep import Progress, State

PART_SECONDS = 10.0
"""A part is written when so much time has gone by."""


def units_of(asked: Asked) -> Iterator[Unit]:
    """All units of a test, in the order in which they are lived."""
    return (Unit(rule, size, draw) for draw in range(asked.draws) for size in asked.sizes for rule in asked.rules)


def run(asked: Asked, folder: Path, *, where: Engine | None = None, progress: Progress | None = None) -> int:
    """Live what is missing; returns how many units failed now.

    What has come is on the disk, however this ends; the same call goes on from there, and one with more draws, rules or
    sizes adds them. Raises RequestError for a folder that holds something else, is full or cannot be written to.
    """
    with opened(folder, asked.seed) as held:
        return _live(asked, held, where or engine(), progress)


def _live(asked: Asked, held: Folder, where: Engine, progress: Progress | None) -> int:
    every = list(units_of(asked))
    left = deque(held.missing(every))
    before, lived, failed = len(every) - len(left), 0, 0
    begun = written = monotonic()

    def next_task() -> Task | None:
        return Task((left.popleft(),), asked.seed, own_program()) if left else None

    crew = Crew(where, next_task, live_task, all_failed)
    buffer: list[Lived] = []
    try:
        with closing(crew.results()) as results:
            for done in results:
                buffer += done.lived
                lived += len(done.lived)
                failed += sum(each.failed for each in done.lived)
                if monotonic() - written > PART_SECONDS:
                    held.keep(buffer)
                    buffer, written = [], monotonic()
                if progress is not None:
                    seconds = (len(every) - before - lived) * (monotonic() - begun) / lived
                    progress(State(before + lived, len(every), failed, seconds, crew.breaks))
    finally:
        held.keep(buffer)
    return failed
