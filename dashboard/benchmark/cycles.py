"""A page opened and closed again and again: what stays in the server's memory."""

import time
from itertools import count

import numpy as np
from playwright.sync_api import Browser

from dashboard.benchmark.moves import READY, SLIDER, moved, sharp
from dashboard.benchmark.places import chromium, dashboard
from dashboard.benchmark.server import state

WARMING = 20
"""Cycles until what is kept on purpose (lives and warm-ups that were lived) is there."""
AT_A_TIME = 10
"""Cycles between two looks at the memory."""
KEPT = 14
"""Seconds after which the server has forgotten a session that is gone."""


def measure(times: int) -> str:
    """Growth of memory a cycle, over so many cycles after the first ones, as text."""
    with dashboard() as address, chromium() as browser:
        numbers = count()
        sizes = [_size_after(address, browser, WARMING, numbers)]
        for _ in range(times // AT_A_TIME):
            sizes.append(_size_after(address, browser, AT_A_TIME, numbers))
    done = AT_A_TIME * np.arange(len(sizes))
    slope = np.polynomial.Polynomial.fit(done, sizes, 1).convert().coef[1]
    between = (sizes[-1] - sizes[0]) / done[-1]
    return (
        f"memory after {WARMING} cycles and each {AT_A_TIME} more: {', '.join(f'{size:.0f}' for size in sizes)} MB\n"
        f"growth {between:+.2f} MB a cycle from first to last, {slope:+.2f} by a line through all"
    )


def _size_after(address: str, browser: Browser, cycles: int, numbers: "count[int]") -> float:
    """MB after so many cycles more. The same ten questions again and again: no new life is lived after the first."""
    for _ in range(cycles):
        page = browser.new_page()
        page.goto(address)
        page.wait_for_function(READY, timeout=60_000)
        moved(page, SLIDER, 20 + (next(numbers) % 10) * 90)
        sharp(page)  # in the first cycles this fills the memory of lives and warm-ups
        page.close()
    time.sleep(KEPT)
    return state(address)["memory_mb"]
