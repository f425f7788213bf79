"""Many futures of one company: every replicate warms up once and then goes on along each course, with the same luck.

A job is one replicate. Jobs are shared out over a `concurrent.futures.Executor`, and results arrive as they are ready.
The default runs threads, because the engine's loops release the GIL; any other executor gets tasks that can be pickled.
Rows depend on the job alone, so the number of workers and the order in which jobs end cannot change a bit.
"""

import hashlib
import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from queue import Empty, SimpleQueue
from threading import Event
from typing import overload

import numpy as np

from experiments.comparing.course import Course, course_to_toml
from experiments.comparing.playing import play
from experiments.comparing.warmups import PATIENCE, Stopped, Warmups, leave_if, warm
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.compiled import source_hash
from sim.policies.reading import policy_to_toml
from sim.simulation import week_rows

type Progress = Callable[[int, int], None]
"""Told how many replicates are done, and of how many."""

type Stop = Event | Callable[[], bool]
"""Says whether results are no longer wanted."""

type Reduce[R] = Callable[[np.ndarray], R]
"""What a worker makes of a job's rows, shape (courses, warm-up + weeks), dtype WEEK."""

_TASKS_A_WORKER = 4  # few enough to cost little, many enough to share out evenly and to show progress
_GLANCE = 0.05  # seconds between two looks at whether results are still wanted


@dataclass(frozen=True)
class Job:
    """One future of a company along each of its courses, for `weeks` after the switch.

    Raises RequestError if a course has a step that is never reached.
    """

    scenario: Scenario
    courses: tuple[Course, ...]
    seed: int
    replicate: int
    weeks: int

    def __post_init__(self) -> None:
        """Refuse steps after the last week before any work is done."""
        for course in self.courses:
            course.stretches(self.weeks)

    @property
    def key(self) -> str:
        """Hash of all that its result depends on, the model's sources among it (64 hex digits)."""
        policies = {policy for course in self.courses for policy in course.policies}
        content = [
            model(), self.scenario.model_dump_json(), [course_to_toml(course) for course in self.courses],
            sorted(map(policy_to_toml, policies)), self.seed, self.replicate, self.weeks,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def jobs_of(
    scenario: Scenario, courses: Sequence[Course], *, seed: int, replicates: Iterable[int], weeks: int
) -> list[Job]:
    """One job a replicate. Raises RequestError as Job does."""
    return [Job(scenario, tuple(courses), seed, replicate, weeks) for replicate in replicates]


def cores() -> int:
    """Processor cores that this program may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def live(job: Job, stop: Callable[[], bool] | None = None, warmups: Warmups | None = None) -> np.ndarray:
    """Rows of a job, shape (courses, warm-up + weeks), dtype WEEK. May raise Stopped."""
    if warmups is None:
        start = warm(job.scenario, job.seed, job.replicate, job.weeks, stop)
    else:
        start = warmups.fork(job.scenario, job.seed, job.replicate, stop)
    runs = []
    for course in job.courses:
        run = start.fork()
        for _ in play(run, course, job.weeks, PATIENCE):
            leave_if(stop)
        runs.append(run)
    return week_rows(runs)


@overload
def stream(
    jobs: Iterable[Job], *, executor: Executor | None = None, workers: int | None = None, stop: Stop | None = None,
    reduce: None = None, warmups: Warmups | None = None,
) -> Generator[tuple[Job, np.ndarray]]: ...  # fmt: skip
@overload
def stream[R](
    jobs: Iterable[Job], *, executor: Executor | None = None, workers: int | None = None, stop: Stop | None = None,
    reduce: Reduce[R], warmups: Warmups | None = None,
) -> Generator[tuple[Job, R]]: ...  # fmt: skip
def stream(
    jobs: Iterable[Job],
    *,
    executor: Executor | None = None,
    workers: int | None = None,
    stop: Stop | None = None,
    reduce: Reduce[object] | None = None,
    warmups: Warmups | None = None,
) -> Generator[tuple[Job, object]]:
    """Jobs and their results as they arrive: rows (see `live`), or what `reduce` makes of them in the worker.

    `workers` defaults to the cores of this machine. An `executor` of the caller's is left open; tasks for one that is
    no pool of threads (nor says that it is `in_process`) are pickled, `reduce` with them, and batched as for `workers`
    workers. `stop` ends the iterator early: jobs not yet begun are cancelled, threads end within a quarter of their
    company's life, processes at the end of their batch. Closing the iterator does the same (`contextlib.closing`).
    What a job raises is raised here, after the rest is cancelled. `warmups` keeps what was warmed up, for threads
    only. Raises RequestError for it otherwise.
    """
    given, workers = tuple(jobs), workers or cores()
    asked, closed = stop.is_set if isinstance(stop, Event) else stop, Event()
    shared = executor is None or isinstance(executor, ThreadPoolExecutor) or getattr(executor, "in_process", False)
    if warmups is not None and not shared:
        raise RequestError("warm-ups are kept in this process, and other processes cannot see them; leave out warmups=")
    left: Callable[[], bool] | None = (lambda: closed.is_set() or (asked is not None and asked())) if shared else None
    size = 1 if shared else max(1, -(-len(given) // (_TASKS_A_WORKER * workers)))
    pool = executor or ThreadPoolExecutor(max(1, min(workers, len(given))), thread_name_prefix="siloscope")
    task = partial(_live_batch, reduce, left, warmups)
    pending = {pool.submit(task, batch): batch for batch in _batches(given, size)}
    try:
        for done in _arriving(pending, asked):
            try:
                results = done.result()
            except Stopped:
                return
            yield from zip(pending.pop(done), results, strict=True)
    finally:
        closed.set()
        for each in pending:
            each.cancel()
        if executor is None:
            pool.shutdown(wait=False, cancel_futures=True)  # its threads end by themselves, see PATIENCE


def _arriving[T](tasks: Iterable[Future[T]], asked: Callable[[], bool] | None) -> Iterator[Future[T]]:
    """Tasks as they end, until all have or results are no longer wanted."""
    arrived: SimpleQueue[Future[T]] = SimpleQueue()
    count = 0
    for each in tuple(tasks):
        count += 1
        each.add_done_callback(arrived.put)
    while count and not (asked is not None and asked()):
        try:
            done = arrived.get(timeout=None if asked is None else _GLANCE)
        except Empty:
            continue
        count -= 1
        yield done


def _live_batch(
    reduce: Reduce[object] | None, stop: Callable[[], bool] | None, warmups: Warmups | None, batch: Sequence[Job]
) -> list[object]:
    """Results of several jobs; can be pickled if `stop` and `warmups` are None."""
    return [rows if reduce is None else reduce(rows) for rows in (live(job, stop, warmups) for job in batch)]


def _batches(jobs: Sequence[Job], size: int) -> Iterator[Sequence[Job]]:
    return (jobs[first : first + size] for first in range(0, len(jobs), size))


@cache
def model() -> str:
    """Hash of the model's sources as they were first read here: reading all of them takes as long as a short life."""
    return source_hash()
