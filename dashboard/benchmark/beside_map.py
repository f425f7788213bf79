"""One user's long map in the background, and another who moves a slider: how much longer the other waits."""

import time

from playwright.sync_api import Page, ViewportSize

from dashboard.benchmark.moves import READY, SLIDER, Times, moved, place_of
from dashboard.benchmark.places import chromium, dashboard

RUNS = ".belief-progress progress"
"""What the page of the map shows while the map is drawn."""
_REST = 0.4
"""Seconds between a picture and the next move."""


def measure(moves: int) -> str:
    """Times of moves before, while and after a map is drawn, as text; all in one run, in one browser."""
    with dashboard() as address, chromium() as browser:
        size: ViewportSize = {"width": 1440, "height": 900}
        page = browser.new_page(viewport=size)
        page.goto(address)
        page.wait_for_function(READY, timeout=60_000)
        alone = _moves(page, 0, moves // 2)
        other = browser.new_context(viewport=size).new_page()
        other.goto(f"{address}/believe")
        other.wait_for_selector(RUNS, timeout=60_000)
        begun = _share(other)
        beside = _moves(page, moves // 2, moves)
        ended = _share(other)
        other.context.close()
        time.sleep(1.0)
        alone += _moves(page, moves // 2 + moves, moves - moves // 2)
    one, two = Times(tuple(alone)), Times(tuple(beside))
    return (
        f"first picture without a map  {one}\n"
        f"first picture beside a map   {two}: {two.middle / one.middle:.2f} times\n"
        f"meanwhile the map came from {begun:.0%} to {ended:.0%}"
    )


def _moves(page: Page, first: int, count: int) -> list[float]:
    times = []
    for k in range(first, first + count):
        times.append(moved(page, SLIDER, place_of(k)))
        time.sleep(_REST)
    return times


def _share(page: Page) -> float:
    """How much of the map is drawn; all of it once nothing is drawn any more."""
    return float(page.evaluate(f"(document.querySelector('{RUNS}') || {{ value: 1 }}).value"))
