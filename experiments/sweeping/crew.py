"""Tasks spread over an engine whose workers may die: what was with them is lived again, and nobody is waited for.

A dead worker takes the whole pool with it, so nobody can tell which task killed it. A task that was there a few times
is therefore lived alone; if it breaks the pool then as well, it is halved, and a single unit that does has failed.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import ExitStack
from typing import Any, Protocol, Self

from experiments.errors import RequestError
from experiments.sweeping.engines import Engine

AHEAD = 2
"""Tasks in line for each worker, so that none is idle while results are written."""
SUSPECT, GUILTY = 3, 3
"""Breaks that a task may be there for before it is lived alone; and how often a unit alone may break the pool."""


class Several(Protocol):
    """A task: a named tuple with units among its fields, of which it can be given fewer."""

    @property
    def units(self) -> tuple[Any, ...]:
        """What is to be lived."""

    def _replace(self, *, units: tuple[Any, ...]) -> Self: ...


class Crew[Task: Several, Done]:
    """Lives tasks on an engine; `next_task` gives the next one, or None if there is none now.

    `live` is called where the work is done and must be found there by its name; `failed` makes the result of a task of
    one unit that could not be lived, and is told why.
    """

    def __init__(
        self,
        engine: Engine,
        next_task: Callable[[], Task | None],
        live: Callable[[Task], Done],
        failed: Callable[[Task, str], Done],
    ) -> None:
        self._engine, self._next_task, self._live, self._failed = engine, next_task, live, failed
        self._again: deque[tuple[Task, int]] = deque()
        self._pending: dict[Future[Done], tuple[Task, int]] = {}
        self._stack = ExitStack()
        self._executor: Executor | None = None
        self.breaks = 0
        """How often workers died."""

    def results(self) -> Generator[Done]:
        """What comes back, as it comes; ends when there is no task left. Close it to stop early."""
        try:
            while True:
                self._fill()
                if not self._pending:
                    return
                done, _ = wait(self._pending, return_when=FIRST_COMPLETED)
                broken = False
                for future in done:
                    task, times = self._pending.pop(future)
                    try:
                        found = future.result()
                    except (BrokenExecutor, CancelledError, ConnectionError):
                        broken = True
                        self._again.append((task, times + 1))
                    except RequestError:  # no unit's fault: the worker is of another version
                        raise
                    except Exception as error:  # it could not be sent, or an engine gave it up: live it piece by piece
                        yield from self._apart(task, times + 1, f"{type(error).__name__}: {error}")
                    else:
                        yield found
                if broken:
                    self._restart()
        finally:
            for future in self._pending:
                future.cancel()
            self._stack.close()

    def _fill(self) -> None:
        while len(self._pending) < AHEAD * self._engine.workers:
            if self._again:
                task, times = self._again[0]
                if times >= SUSPECT:
                    if self._pending:
                        return  # it has to be alone
                    self._again.popleft()
                    self._submit(*self._halved(task, times))
                    return
                self._again.popleft()
            elif any(times >= SUSPECT for _, times in self._pending.values()):
                return
            else:
                given = self._next_task()
                if given is None:
                    return
                task, times = given, 0
            self._submit(task, times)

    def _halved(self, task: Task, times: int) -> tuple[Task, int]:
        """A suspect's first half; the other waits. A single unit stays whole."""
        if len(task.units) == 1:
            return task, times
        half = len(task.units) // 2
        self._again.append((task._replace(units=task.units[half:]), SUSPECT))
        return task._replace(units=task.units[:half]), SUSPECT

    def _submit(self, task: Task, times: int) -> None:
        if len(task.units) == 1 and times >= SUSPECT + GUILTY:
            error = f"the worker that lived it died, {times} times"
            future: Future[Done] = Future()
            future.set_result(self._failed(task, error))
            self._pending[future] = task, times
            return
        try:
            future = self._started().submit(self._live, task)
        except (BrokenExecutor, RuntimeError):  # it broke before the task was in
            self._again.append((task, times))
            self._restart()
            return
        self._pending[future] = task, times

    def _apart(self, task: Task, times: int, error: str) -> Iterator[Done]:
        if len(task.units) == 1 and times >= GUILTY:
            yield self._failed(task, error)
        elif len(task.units) == 1:
            self._again.append((task, times))
        else:
            self._again.extend((task._replace(units=(unit,)), 0) for unit in task.units)

    def _started(self) -> Executor:
        if self._executor is None:
            self._executor = self._stack.enter_context(self._engine.start())
        return self._executor

    def _restart(self) -> None:
        """Take everything that was with the dead back, and begin with a new pool."""
        self.breaks += 1
        for task, times in self._pending.values():
            self._again.append((task, times + 1))
        self._pending.clear()
        self._stack.close()
        self._executor = None
