"""Work that would hold up everybody: done in a process of its own, one piece at a time.

Python's own work (tables, charts, files) holds the interpreter's lock, and all pages would wait for it.
"""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import Any

from experiments.comparing.workers import begin_worker


@cache
def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=begin_worker)


def aside[R](work: Callable[..., R], *args: Any) -> Future[R]:
    """Have `work`, a function at the top of its module, done elsewhere; its arguments and result are pickled."""
    return _process().submit(work, *args)
