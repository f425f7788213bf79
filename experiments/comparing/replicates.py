"""Many futures of one company: every replicate warms up once and then goes on under each policy, with the same luck.

Work is shared out by replicate over a `concurrent.futures.Executor`. The default runs threads, because the engine's
loops release the GIL; any other executor gets tasks that can be pickled. The rows depend on seed and replicate only, so
the number of workers and the order in which tasks end cannot change a bit.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from functools import partial
from threading import Event

import numpy as np

from sim.company.scenario import Scenario
from sim.policies import Policy
from sim.simulation import Simulation, week_rows

type Progress = Callable[[int, int], None]
"""Told how many replicates are done, and of how many."""

type Batch = Callable[[Sequence[int]], np.ndarray]

_PATIENCE = 13  # weeks lived between two looks at whether anybody still waits for the result
_TASKS_A_WORKER = 4  # few enough to cost little, many enough to share out evenly and to show progress


class Stopped(Exception):
    """The result is no longer wanted."""


def cores() -> int:
    """Processor cores that this program may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def live_replicate(
    scenario: Scenario,
    policies: Sequence[Policy],
    seed: int,
    replicate: int,
    weeks: int,
    stop: Callable[[], bool] | None = None,
) -> np.ndarray:
    """Rows of one future under each policy, shape (policies, warm-up + weeks), dtype WEEK. May raise Stopped."""
    warmup = scenario.run.warmup_weeks
    start = Simulation(scenario, seed=seed, replicate=replicate, weeks=warmup + weeks)
    _live_weeks(start, warmup, stop)
    runs = []
    for policy in policies:
        run = start.fork()
        run.adopt(policy)
        _live_weeks(run, weeks, stop)
        run.close_books()
        runs.append(run)
    return week_rows(runs)


def live_batch(
    scenario: Scenario,
    policies: Sequence[Policy],
    seed: int,
    weeks: int,
    stop: Callable[[], bool] | None,
    replicates: Sequence[int],
) -> np.ndarray:
    """Rows of several futures, shape (policies, replicates, warm-up + weeks); can be pickled if `stop` is None."""
    return np.stack([live_replicate(scenario, policies, seed, r, weeks, stop) for r in replicates], axis=1)


def live_replicates(
    scenario: Scenario,
    policies: Sequence[Policy],
    *,
    seed: int,
    replicates: int,
    weeks: int,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> np.ndarray:
    """Rows of futures 0 … replicates - 1 under each policy, shape (policies, replicates, warm-up + weeks), dtype WEEK.

    `workers` defaults to the cores of this machine. An `executor` of the caller's is left open; tasks for it are
    batched as for `workers` workers. What a task raises is raised here, after tasks not yet begun are cancelled.
    """
    workers = workers or cores()
    if executor is not None:
        batch: Batch = partial(live_batch, scenario, policies, seed, weeks, None)
        size = max(1, -(-replicates // (_TASKS_A_WORKER * workers)))
        return _gather(executor, batch, replicates, size, progress)
    stop = Event()
    batch = partial(live_batch, scenario, policies, seed, weeks, stop.is_set)
    pool = ThreadPoolExecutor(min(workers, replicates), thread_name_prefix="siloscope")
    try:
        return _gather(pool, batch, replicates, 1, progress)
    finally:
        # After an error or Ctrl-C the threads end by themselves within a few weeks of their company's life.
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


def _gather(pool: Executor, batch: Batch, replicates: int, size: int, progress: Progress | None) -> np.ndarray:
    tasks: dict[Future[np.ndarray], range] = {}
    for first in range(0, replicates, size):
        these = range(first, min(first + size, replicates))
        tasks[pool.submit(batch, these)] = these
    done = 0
    try:
        for task in as_completed(tasks):
            task.result()
            done += len(tasks[task])
            if progress is not None:
                progress(done, replicates)
    except BaseException:
        for task in tasks:
            task.cancel()
        raise
    return np.concatenate([task.result() for task in tasks], axis=1)


def _live_weeks(run: Simulation, weeks: int, stop: Callable[[], bool] | None) -> None:
    if stop is None:
        run.live_weeks(weeks)
        return
    for week in range(0, weeks, _PATIENCE):
        if stop():
            raise Stopped
        run.live_weeks(min(_PATIENCE, weeks - week))
