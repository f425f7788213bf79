"""Something that a page asks for and gets when it is ready: worked out in a thread, dropped when no longer wanted."""

from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import NamedTuple

import solara

from experiments.comparing.warmups import Stopped

type Stop = Callable[[], bool]

type Work[R] = Callable[[Stop], Iterator[R]]
"""Gives what there is so far, the answer last; leaves (Stopped, if it likes) when `stop` says so.

A ValueError is a mistake of the question; its text is for the user.
"""


class Answer[K, R](NamedTuple):
    """What there is so far: `key` is the question that `value` answers, which may still be the one before."""

    key: K | None = None
    value: R | None = None
    pending: bool = False
    mistake: str = ""


def use_answer[K, R](
    key: K | None, work: Work[R], remembered: Callable[[K], Answer[K, R] | None] = lambda _: None
) -> Answer[K, R]:
    """The answer to `key` in a component; None asks nothing. A new key stops the work on the old one.

    What is there stays until there is something newer. What is `remembered` is there at once, and needs no work unless
    more is pending; it is asked for each new key while the page is drawn, so it must be quick.
    """
    found, set_found = solara.use_state(Answer[K, R]())
    shown = solara.use_ref(Answer[K, R]())
    known = solara.use_memo(lambda: None if key is None else remembered(key), [key])

    def follow() -> Callable[[], None]:
        stop = Event()
        if key is not None and (known is None or known.pending):
            Thread(target=_work, args=(key, work, stop, set_found), name="siloscope-page", daemon=True).start()
        return stop.set

    solara.use_effect(follow, [key])
    if key is None:
        return Answer()
    if known is not None and (not known.pending or found.key != key):
        shown.current = known
    elif found.key == key:
        shown.current = found
    last = shown.current
    return last if last.key == key else Answer(last.key, last.value, pending=True)


def _work[K, R](key: K, work: Work[R], stop: Event, tell: Callable[[Answer[K, R]], None]) -> None:
    last, mistake = None, ""
    try:
        for last in work(stop.is_set):
            if stop.is_set():
                return
            tell(Answer(key, last, pending=True))
    except Stopped:
        return
    except ValueError as error:
        last, mistake = None, str(error)
    if not stop.is_set():
        tell(Answer(key, last, mistake=mistake))
