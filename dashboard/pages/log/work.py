"""Work in the background of a page: begun when something is asked for, stopped when it is no longer wanted."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Event, Thread

import solara

from experiments.comparing.warmups import Stopped

type Stop = Callable[[], bool]
type Tell = Callable[[float], None]

_LEAST = 0.02  # share of the work that is worth another drawing


@dataclass(frozen=True)
class Work[R]:
    """How far a piece of work is: a share of it, and in the end its result or why there is none."""

    key: Hashable = None
    share: float = 0.0
    result: R | None = None
    refused: Exception | None = None


def use_work[R](key: Hashable, do: Callable[[Stop, Tell], R]) -> Work[R]:
    """The work that belongs to `key`; None: there is nothing to do. Another key stops what was begun.

    `do` runs in a thread, asks `stop`, and tells which share is done; what it raises is kept.
    """
    nothing: Work[R] = Work()
    found, tell_page = solara.use_state(nothing)

    def begin() -> Callable[[], None] | None:
        if key is None:
            tell_page(nothing)
            return None
        stop = Event()
        tell_page(Work(key))
        Thread(target=_run, args=(key, do, stop, tell_page), name="siloscope-log", daemon=True).start()
        return stop.set

    solara.use_effect(begin, [key])
    return found if found.key == key else Work(key)


def _run[R](key: Hashable, do: Callable[[Stop, Tell], R], stop: Event, tell_page: Callable[[Work[R]], None]) -> None:
    last = 0.0

    def tell(share: float) -> None:
        nonlocal last
        if share >= last + _LEAST and not stop.is_set():
            last = share
            tell_page(Work(key, share))

    try:
        done: Work[R] = Work(key, 1.0, do(stop.is_set, tell))
    except Stopped:
        return
    except ValueError as error:  # a log or a course that cannot be used says so
        done = Work(key, 1.0, refused=error)
    if not stop.is_set():
        tell_page(done)
