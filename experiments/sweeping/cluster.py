"""A Dask cluster as an executor: a scheduler that is there, with its workers, or workers on this machine.

No code is sent: each machine has the same installation as this one, and a worker says what it has (see program.py).
A worker that dies is Dask's business, which gives its tasks to another; one that joins later is used as it comes.
"""

import logging
import signal
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from threading import current_thread, main_thread
from typing import Any

from experiments.errors import RequestError
from experiments.sweeping.program import program

LOCAL = "local"
PATIENCE = 10
"""Seconds that a scheduler, and its first worker, have to answer."""
_MUST_AGREE = ("distributed", "dask")


def workers_of(address: str) -> int:
    """How many units the cluster at an address lives at once: the threads of its workers. Raises RequestError."""
    with ExitStack() as stack:
        client = _joined(stack, address, 0)
        threads: dict[str, int] = client.nthreads()
        return max(1, sum(threads.values()))


@contextmanager
def connected(cluster: str, workers: int) -> Iterator[Executor]:
    """An executor on the cluster; "local" makes one of so many processes. Raises RequestError."""
    with ExitStack() as stack:  # what is raised inside, by whoever uses it, goes out as it is
        yield _joined(stack, cluster, workers).get_executor(pure=False)


def _joined(stack: ExitStack, cluster: str, workers: int) -> Any:
    """A client whose cluster answers, has workers, and has our program; closed with the stack."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise RequestError('--cluster needs Dask; install it with: pip install "siloscope[cluster]"') from None
    if cluster != LOCAL and "://" not in cluster:
        raise RequestError(f'--cluster {cluster}: give "local", or the address of a scheduler such as tcp://host:8786')
    try:
        where = cluster
        if cluster == LOCAL:
            with _deaf():
                where = stack.enter_context(
                    LocalCluster(
                        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1",
                        silence_logs=logging.ERROR,
                    )
                )  # fmt: skip
        client = stack.enter_context(Client(where, timeout=f"{PATIENCE}s"))
    except (OSError, TimeoutError, ValueError) as error:
        raise RequestError(f"--cluster {cluster}: no scheduler answers there ({error})") from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise RequestError(
            f"--cluster {cluster}: the scheduler has no workers; start one on each machine: dask worker {cluster}"
        ) from None
    _agree(client, cluster)
    return client


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes begun inside leave Ctrl-C to us; only the main thread can say so."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _agree(client: Any, cluster: str) -> None:
    """See that scheduler and workers have what we have. Raises RequestError with what differs."""
    versions = client.get_versions()
    ours = versions["client"]["packages"]
    for who, theirs in (("scheduler", versions["scheduler"]), *versions["workers"].items()):
        for package in _MUST_AGREE:
            has = theirs["packages"].get(package)
            if has != ours[package]:
                raise RequestError(
                    f"--cluster {cluster}: {who} has {package} {has}, and this program {ours[package]}; "
                    "install the same version of everything on each machine"
                )
    for who, found in client.run(program, on_error="return").items():
        if isinstance(found, BaseException):
            raise RequestError(
                f"--cluster {cluster}: worker {who} cannot load siloscope ({type(found).__name__}: {found}); "
                "install the same version on each machine"
            )
        if found != program():
            raise RequestError(
                f"--cluster {cluster}: worker {who} has another version of siloscope ({found}, and this program is "
                f"{program()}); results of two versions must not be mixed: install the same on each machine"
            )
