"""Workers that stay between sweeps: begun once, begun anew where they died, and gone at the end."""

from collections.abc import Iterator
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

import pytest

from experiments.sweeping.engines import Engine, Here
from experiments.sweeping.kept import kept


def counted(log: list[str], mortal: list[bool]) -> Engine:
    """An engine that notes when workers begin and end; while `mortal` says so, they are dead."""

    class Mortal(Here):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            if mortal and mortal.pop():
                raise BrokenProcessPool
            return super().submit(fn, *args, **kwargs)

    @contextmanager
    def start() -> Iterator[Executor]:
        log.append("begin")
        yield Mortal()
        log.append("end")

    return Engine("counted", 3, start)


def test_workers_begin_once_and_end_with_the_block() -> None:
    log: list[str] = []
    with kept(counted(log, [])) as held:
        assert (held.name, held.workers) == ("counted", 3)
        for _ in range(3):
            with held.start() as executor:
                assert executor.submit(int, "7").result() == 7
        assert log == ["begin"]
    assert log == ["begin", "end"]


def test_dead_workers_are_replaced() -> None:
    log: list[str] = []
    mortal: list[bool] = []
    with kept(counted(log, mortal)) as held:
        with held.start() as one:
            pass
        mortal.append(True)
        with held.start() as other:
            assert other is not one
        assert log == ["begin", "end", "begin"]
    assert log == ["begin", "end", "begin", "end"]


def test_what_goes_wrong_ends_the_workers_too() -> None:
    log: list[str] = []
    with pytest.raises(KeyboardInterrupt), kept(counted(log, [])) as held, held.start():
        raise KeyboardInterrupt
    assert log[0] == "begin"
