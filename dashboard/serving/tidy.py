"""Keeps the server's memory from growing with each session that comes and goes, and gives it back when people leave.

What a session held is free when it ends. But the C library has a store of memory for nearly each thread, and what is
free in one is of no use to the others: the stores grew by 1.3 MB a session while what was in use stayed the same.
"""

import asyncio
import ctypes
import sys
from collections.abc import Callable, Set

from starlette.concurrency import run_in_threadpool

STORES = 2
"""Stores of memory for all threads."""
_ARENA_MAX = -8  # from the GNU C library's malloc.h
EVERY = 10.0
"""Seconds between two looks at whether somebody has left."""


async def tidy(sessions: Callable[[], Set[str]], free: Callable[[], None] | None = None, every: float = EVERY) -> None:
    """Look after memory until cancelled; `sessions` names those who are in, `free` gives back what they left.

    Once more at the look after that: what a session held is collected some seconds after it has ended.
    """
    before, has_left = sessions(), False
    while True:
        await asyncio.sleep(every)
        now = sessions()
        had_left, has_left = has_left, bool(before - now)
        if has_left or had_left:
            await run_in_threadpool(free or give_back)
        before = now


def keep_together() -> None:
    """Let all threads share a few stores; call it before they begin. A C library that has no such stores is left alone.

    Python has its own store for small objects, so threads seldom wait for each other here.
    """
    choose = _of_c_library("mallopt")
    if choose is not None:
        choose(_ARENA_MAX, STORES)


def give_back() -> None:
    """Return pages that nothing is in; a C library that cannot is left alone."""
    trim = _of_c_library("malloc_trim")
    if trim is not None:
        trim(0)


def _of_c_library(name: str) -> Callable[..., int] | None:
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
