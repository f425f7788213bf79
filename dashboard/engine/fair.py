"""One pool of threads for everybody who looks: what somebody waits for goes first, and nobody gets two turns in a row.

Compiled runs release the interpreter's lock, so threads use all cores and share what is kept. A task is short (one
company's life), so the pool can turn to whoever is next; a long piece of work is many tasks. While somebody looks, work
in the background leaves them a core: a first picture is also drawn, by the server and by a browser on the same machine.
"""

import sys
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from enum import IntEnum
from threading import Condition, Thread
from time import monotonic
from typing import Any

from experiments.comparing.jobs import cores

PATIENCE = 0.0005
"""Seconds that a thread may keep the interpreter when another wants it (Python's own: 0.005): pages are drawn by one
thread while others compute, and would else wait ten times for each piece of Python between two compiled runs."""

LATELY = 3.0
"""Seconds after a first picture was asked for, in which maps leave a core to those who look."""
_GLANCE = 0.5  # seconds between two looks at whether that is over


class Urgency(IntEnum):
    """How much somebody waits for it."""

    GLANCE = 0  # the first picture after a move
    SHARPEN = 1  # more futures for a picture that is there
    BACKGROUND = 2  # maps and files


type _Task = tuple[Urgency, Future[Any], Callable[[], Any]]


class Fair:
    """Threads that take tasks by urgency, and among equals by turns of their owners."""

    def __init__(self, workers: int | None = None) -> None:
        """`workers` defaults to the cores of this machine. Threads are started with the first task."""
        self._workers = workers or cores()
        sys.setswitchinterval(PATIENCE)
        self._queues: dict[Urgency, OrderedDict[str, deque[_Task]]] = {each: OrderedDict() for each in Urgency}
        self._behind = 0  # threads that do background work
        self._looked = -LATELY  # when somebody asked for a first picture
        self._wake = Condition()
        self._threads: list[Thread] = []

    def lane(self, owner: str, urgency: Urgency) -> "Lane":
        """An executor whose tasks are this owner's, of this urgency."""
        return Lane(self, owner, urgency)

    @property
    def waiting(self) -> int:
        """Tasks that nobody has taken up yet."""
        with self._wake:
            return sum(len(tasks) for queue in self._queues.values() for tasks in queue.values())

    def put(self, owner: str, urgency: Urgency, run: Callable[[], Any]) -> Future[Any]:
        """Put a task in its owner's queue."""
        future: Future[Any] = Future()
        with self._wake:
            self._queues[urgency].setdefault(owner, deque()).append((urgency, future, run))
            if urgency is Urgency.GLANCE:
                self._looked = monotonic()
            if len(self._threads) < self._workers:
                thread = Thread(target=self._work, name=f"siloscope-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._wake.notify()
        return future

    def _work(self) -> None:
        while True:
            urgency, future, run = self._next()
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(run())
                except BaseException as error:  # whoever asked gets it, and the thread lives on
                    future.set_exception(error)
            del future, run  # a waiting thread keeps no results alive
            if urgency is Urgency.BACKGROUND:
                with self._wake:
                    self._behind -= 1

    def _next(self) -> _Task:
        with self._wake:
            while True:
                for urgency, queue in self._queues.items():
                    if queue and not (urgency is Urgency.BACKGROUND and self._leaves_room()):
                        self._behind += urgency is Urgency.BACKGROUND
                        return self._taken(queue)
                self._wake.wait(_GLANCE if self._queues[Urgency.BACKGROUND] else None)

    def _taken(self, queue: OrderedDict[str, deque[_Task]]) -> _Task:
        owner, tasks = queue.popitem(last=False)
        task = tasks.popleft()
        if tasks:
            queue[owner] = tasks  # at the end of the line
        return task

    def _leaves_room(self) -> bool:
        """Whether background work has all the threads that it may have, while somebody looks."""
        return self._behind >= max(1, self._workers - 1) and monotonic() - self._looked < LATELY


class Lane(Executor):
    """One owner's way into the pool. Its tasks see the memory of this process (see `stream` in jobs.py)."""

    in_process = True

    def __init__(self, pool: Fair, owner: str, urgency: Urgency) -> None:
        """See `Fair.lane`."""
        self._pool, self._owner, self._urgency = pool, owner, urgency

    def submit[R](self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """Put a task in line."""
        return self._pool.put(self._owner, self._urgency, lambda: fn(*args, **kwargs))
