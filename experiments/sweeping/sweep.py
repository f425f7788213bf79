"""Runs an experiment into a folder, and goes on where it was left, whatever ended it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from experiments.reporting.parts import Bullets, Paragraph
from experiments.reporting.render import fragment
from experiments.sweeping import claiming, parts
from experiments.sweeping import folder as folders
from experiments.sweeping.crew import Crew
from experiments.sweeping.engines import Engine, engine
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.journal import Journal, Written, locked
from experiments.sweeping.mishaps import told
from experiments.sweeping.planning import Plan
from experiments.sweeping.recalled import recall
from experiments.sweeping.saying import say as say_in_words
from experiments.sweeping.units import Lived, Task, all_failed, live_task

PART_UNITS, PART_SECONDS = 4_000, 5.0
"""A part is written when so many units have come, or so much time has gone by."""
TASK_SECONDS, MOST_A_TASK = 1.0, 200
"""What a task should take: long enough that sending costs nothing, short enough that little is lost."""


class State(NamedTuple):
    """How far a sweep is."""

    done: int
    most: int
    """Units in all if no point is decided early."""
    failed: int
    seconds_left: float | None
    breaks: int
    """How often workers died."""


type Progress = Callable[[State], None]


class Summary(NamedTuple):
    """What a sweep came to."""

    units: int
    failed: int
    undecided: int
    """Points whose difference is not known as well as was wished."""
    files: tuple[Path, ...]
    breaks: int
    seconds: float
    model_share: float
    """Of the workers' time, what was spent in living rather than in making numbers of it."""
    storing_seconds: float
    """Spent on writing results and journal, and on joining parts."""

    def _repr_html_(self) -> str:
        facts = {"units": self.units, "failed": self.failed, "undecided": self.undecided}
        said = say_in_words("summary", "en", **facts, seconds=f"{self.seconds:.1f}")
        return fragment((Paragraph(said), Bullets(tuple(path.name for path in self.files))))


def sweep(
    experiment: Experiment,
    folder: Path,
    *,
    where: Engine | None = None,
    progress: Progress | None = None,
    say: Callable[[str], None] = lambda _: None,
    retry_failed: bool = False,
) -> Summary:
    """Live what is not yet lived of an experiment, and write the results to `folder`.

    `say` is told, in a sentence, what was mended. Raises RequestError for a folder that holds something else, is full
    or cannot be written to; what was written before stays, and the same call goes on from there.
    """
    with told(folder):
        claiming.begin(folder)
    with told(folder), locked(folder), Journal(folder) as journal:
        if not any((folder / folders.PARTS).iterdir()):  # else it is made of the parts, which know what failed
            recall(folder, journal)
        claiming.claim(folder, journal, experiment)
        folders.mend(folder, journal, experiment, say)
        again = retry_failed and journal.counts()[1] > 0
        if again:
            journal.forget_failed()
        finished = folders.finished(folder, journal)
        if finished and not again:
            return _summary(experiment, journal, finished)
        run = _Run(experiment, folder, journal, where or engine(), progress)
        run.live()
        with run.storing():
            files = folders.finish(folder, journal, experiment)
        return _summary(experiment, journal, files, run)


class _Run:
    """One stretch of work at a sweep."""

    def __init__(
        self, experiment: Experiment, folder: Path, journal: Journal, where: Engine, progress: Progress | None
    ) -> None:
        self._experiment, self._folder, self._journal, self._progress = experiment, folder, journal, progress
        self._columns = folders.columns(experiment)
        self._part = max(journal.parts(), default=0)
        self._buffer: list[Lived] = []
        self._to_close: list[tuple[int, int, bool]] = []
        self._per_unit: float | None = None
        self._workers = where.workers
        self._before, self._failed = journal.counts()
        self._lived = 0
        self._begun = self._flushed = monotonic()
        self._busy = self._inside = self.storing_seconds = 0.0
        self._plan = Plan(experiment, set(journal.points()), self._remembered, self._closed, where.workers)
        self.crew = Crew(where, self._task, live_task, all_failed)

    @property
    def seconds(self) -> float:
        """Since it began."""
        return monotonic() - self._begun

    @property
    def model_share(self) -> float:
        """Of the workers' time, what was spent in living."""
        return self._inside / self._busy if self._busy else 1.0

    @contextmanager
    def storing(self) -> Iterator[None]:
        """What is done inside is storing."""
        begin = monotonic()
        try:
            yield
        finally:
            self.storing_seconds += monotonic() - begin

    def live(self) -> None:
        """Live all that is left; what has come is on the disk, however this ends."""
        try:
            with closing(self.crew.results()) as results:
                for done in results:
                    self._busy += done.seconds
                    self._inside += done.model_seconds
                    self._per_unit = done.seconds / len(done.lived) if done.seconds else self._per_unit
                    for lived in done.lived:
                        self._buffer.append(lived)
                        self._plan.learn(lived)
                        self._lived += 1
                        self._failed += bool(lived.error)
                    if len(self._buffer) >= PART_UNITS or monotonic() - self._flushed > PART_SECONDS:
                        self._store()
                    self._tell()
        finally:
            self._store()

    def _task(self) -> Task | None:
        size = 1 if self._per_unit is None else int(TASK_SECONDS / self._per_unit)
        left = self._experiment.many * self._experiment.replicates.most - self._before - self._lived
        fair = left // (4 * self._workers)  # at the end smaller ones, so that nobody waits for one slow worker
        return self._plan.task(max(1, min(size, fair, MOST_A_TASK)))

    def _store(self) -> None:
        with self.storing():
            self._flush()
        self._flushed = monotonic()

    def _flush(self) -> None:
        """Write what has come, and only then say that it is there."""
        if self._buffer:
            self._part += 1
            rows = parts.table(self._buffer, self._experiment.question.policies, self._columns)
            told = parts.write(folders.part_path(self._folder, self._part), rows)
            self._journal.wrote(
                self._part, told, [Written(each.place, each.replicate, bool(each.error)) for each in self._buffer]
            )
            self._buffer = []
        if self._to_close:
            self._journal.closed(self._to_close)
            self._to_close = []

    def _remembered(self, place: int) -> Iterable[Lived]:
        return folders.remembered(self._folder, self._journal, self._experiment, place)

    def _closed(self, place: int, replicates: int, decided: bool) -> None:
        self._to_close.append((place, replicates, decided))

    def _tell(self) -> None:
        if self._progress is None:
            return
        most = self._experiment.many * self._experiment.replicates.most
        done = self._before + self._lived
        left = (most - done) * self.seconds / self._lived if self._lived else None
        self._progress(State(done, most, self._failed, left, self.crew.breaks))


def _summary(experiment: Experiment, journal: Journal, files: Iterable[Path], run: _Run | None = None) -> Summary:
    units, failed = journal.counts()
    undecided = sum(not decided for _, decided in journal.points().values())
    took = (run.crew.breaks, run.seconds, run.model_share, run.storing_seconds) if run else (0, 0.0, 1.0, 0.0)
    return Summary(units, failed, undecided, tuple(files), *took)
