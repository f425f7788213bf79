"""Where contracts are lived: something that takes rows and numbers of futures, and gives what was measured.

The model is one such thing; it lives each call as a sweep of its own in the folder, so that what was lived before a
kill is read again and the rest is lived.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import numpy as np

from experiments.choosing.choice import Choice, Row
from experiments.comparing.intervals import Floats
from experiments.sweeping.engines import Engine
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.found import points_in
from experiments.sweeping.sweep import Progress, State, sweep


class Lives(Protocol):
    """Lives contracts in futures. One future is the same luck for all of them, and nothing else decides what comes."""

    def contracts(self, name: str, rows: list[Row], first: int, futures: int) -> Floats:
        """Rows in so many futures from the number `first` on, shape (rows, futures, measures); NaN where one failed."""

    def today(self, name: str, first: int, futures: int) -> Floats:
        """The same of today's contract, shape (futures, measures)."""


class Companies:
    """Contracts lived in companies of the model, in sweeps below a folder."""

    def __init__(
        self,
        choice: Choice,
        folder: Path,
        where: Engine,
        progress: Progress | None = None,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`progress` is told how far all of it is, `say` what was mended in a folder."""
        self._choice, self._folder, self._where, self._progress, self._say = choice, folder, where, progress, say
        self.done = self.failed = 0
        """Futures lived and failed so far, those of an earlier run that are read again among them."""

    def contracts(self, name: str, rows: list[Row], first: int, futures: int) -> Floats:
        """See `Lives`. Raises RequestError or OSError as `sweep` does."""
        return self._lived(name, self._choice.experiment(name, rows, first, futures))

    def today(self, name: str, first: int, futures: int) -> Floats:
        """See `Lives`. Raises RequestError or OSError as `sweep` does."""
        found: Floats = self._lived(name, self._choice.of_today(name, first, futures))[0]
        return found

    def _lived(self, name: str, experiment: Experiment) -> Floats:
        folder = self._folder / name
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(experiment, folder, where=self._where, progress=self._tell, say=self._say)
        points, failed = points_in(folder, experiment)
        self.failed += failed
        self.done += sum(len(each) for each in points)
        return np.stack(points)[:, :, 0, :]

    def _tell(self, state: State) -> None:
        if self._progress is not None:
            done, failed = self.done + state.done, self.failed + state.failed
            self._progress(State(done, self._choice.most_units, failed, None, state.breaks))
