"""Where units are lived, behind one interface: `concurrent.futures.Executor`.

serial: in this process; cores: processes that live long, so that rules are loaded once; dask: an existing engine for
several machines (see cluster.py). The same experiment gives the same bytes on each.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from multiprocessing import get_context
from typing import Any, NamedTuple

from experiments.comparing.jobs import cores
from experiments.comparing.workers import begin_worker


class Engine(NamedTuple):
    """An executor that can be had again when it broke, and how many units it lives at once."""

    name: str
    workers: int
    start: Callable[[], AbstractContextManager[Executor]]


def engine(workers: int | None = None, cluster: str | None = None) -> Engine:
    """The engine that was asked for: 1 worker is this process, more are processes, `cluster` is a Dask cluster.

    `cluster` is "local" or the address of a scheduler, "tcp://host:8786"; `workers` is then how many units are lived at
    once there, by default as many as the cluster has threads now. Raises RequestError.
    """
    many = workers or cores()
    if cluster is not None:
        # Loaded only where it is wanted: Dask is an extra.
        from experiments.sweeping.cluster import LOCAL, connected, workers_of

        there = workers or (many if cluster == LOCAL else workers_of(cluster))
        return Engine("dask", there, lambda: connected(cluster, there))
    if many == 1:
        return Engine("serial", 1, lambda: nullcontext(Here()))
    return Engine("cores", many, lambda: _processes(many))


class Here(Executor):
    """Lives everything in this process, when it is asked for."""

    def submit[R](self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """Do it now."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin_worker)
    try:
        yield pool
    finally:
        # Whoever leaves wants nothing more of them. Left alone a worker would live its task to the end; and where one
        # was killed while it held the lock of their queue, the others would wait for ever, and we for them.
        for worker in tuple((pool._processes or {}).values()):  # in the open from Python 3.14 on: terminate_workers
            worker.terminate()
        pool.shutdown(cancel_futures=True)
