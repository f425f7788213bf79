"""Measures a log, a large one in a process of its own: so it neither holds up this one nor leaves its memory full.

What is read stays in memory. A process that is no longer wanted is ended.
"""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import BoundedSemaphore

from experiments.comparing.warmups import Stopped
from experiments.xray.figures import Xray, xray
from experiments.xray.opening import Opened
from experiments.xray.order import Order, Unit
from experiments.xray.reading import Columns, log_in
from experiments.xray.refusing import LogRefusal

type Tell = Callable[[float], None]

SMALL = 1_000_000
"""Signs; what is smaller is measured in less than the second that a process needs to start."""
_AT_A_TIME = BoundedSemaphore(2)  # processes, however many people wait
_GLANCE = 0.1  # seconds between two looks at whether anybody still waits
_READ = 0.6  # share of the work that is reading


def measured(
    file: Opened,
    columns: Columns,
    order: Order | None,
    stop: Callable[[], bool],
    tell: Tell = lambda share: None,
    unit: Unit | None = None,
) -> Xray:
    """The X-ray of an opened log; `tell` hears which share is done. Raises LogRefusal, Stopped."""
    if len(file.text) <= SMALL:
        return _measure(file, columns, order, unit, tell)
    while not _AT_A_TIME.acquire(timeout=_GLANCE):
        if stop():
            raise Stopped
    try:
        return _in_a_process(file, columns, order, unit, stop, tell)
    finally:
        _AT_A_TIME.release()


def _measure(file: Opened, columns: Columns, order: Order | None, unit: Unit | None, tell: Tell) -> Xray:
    log = log_in(file, columns, order, lambda share: tell(_READ * share), unit)
    try:
        return xray(log)
    except ValueError as error:  # what the measures refuse in a log that could be read
        raise LogRefusal(file.source, "not measurable", error=error) from None


def _in_a_process(
    file: Opened, columns: Columns, order: Order | None, unit: Unit | None, stop: Callable[[], bool], tell: Tell
) -> Xray:
    context = get_context("spawn")  # a fork would copy locks that other threads hold
    ours, theirs = context.Pipe()
    child = context.Process(target=_child, args=(theirs, file, columns, order, unit), daemon=True)
    child.start()
    theirs.close()
    try:
        while True:
            if stop():
                raise Stopped
            if not ours.poll(_GLANCE):
                continue
            said = ours.recv()
            if isinstance(said, float):
                tell(said)
            elif isinstance(said, Xray):
                return said
            else:
                raise LogRefusal(file.source, said[0], **said[1])
    except EOFError:  # it was ended from outside, most likely for want of memory
        raise LogRefusal(file.source, "memory") from None
    finally:
        child.kill()
        child.join()
        ours.close()


def _child(pipe: Connection, file: Opened, columns: Columns, order: Order | None, unit: Unit | None) -> None:
    try:
        pipe.send(_measure(file, columns, order, unit, pipe.send))
    except LogRefusal as refusal:
        pipe.send((refusal.key, refusal.values))
    except MemoryError:
        pipe.send(("memory", {}))
