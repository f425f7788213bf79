"""An engine whose workers stay between sweeps: many small ones, one after the other, begin their workers once."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack, contextmanager

from experiments.sweeping.engines import Engine


@contextmanager
def kept(where: Engine) -> Iterator[Engine]:
    """The engine with workers that live as long as the block; new ones come only where the old ones died."""
    with ExitStack() as stack:
        held: list[Executor] = []

        @contextmanager
        def start() -> Iterator[Executor]:
            if not held or not _alive(held[-1]):
                stack.close()
                held[:] = [stack.enter_context(where.start())]
            yield held[-1]

        yield Engine(where.name, where.workers, start)


def _alive(executor: Executor) -> bool:
    """Whether it still takes work."""
    try:
        executor.submit(int).result()
    except (BrokenExecutor, RuntimeError, ConnectionError):
        return False
    return True
