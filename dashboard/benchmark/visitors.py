"""Many browsers before one server, each moving a slider when its time has come, whatever the others do."""

import asyncio
import random
import time
from dataclasses import dataclass, field

from playwright.async_api import Browser, Page

from dashboard.benchmark.moves import MOST_SECONDS, WATCH, Times
from dashboard.benchmark.places import many_tabs

_WAIT = 120_000  # milliseconds that a page may take to open while all the others do


@dataclass
class Crowd:
    """What happened to all of them."""

    times: list[float] = field(default_factory=list)
    """Milliseconds from a release to its first picture."""
    lost: int = 0
    """Moves without a picture in MOST_SECONDS."""
    late: int = 0
    """Moves that were due before the one before them had its picture."""
    mixed: int = 0
    """Moves after which a page had another's state."""
    errors: list[str] = field(default_factory=list)
    """What the pages said went wrong."""

    def __str__(self) -> str:
        moves = len(self.times) + self.lost
        seen = str(Times(tuple(self.times))) if self.times else "none"
        return f"{seen}; {self.lost} of {moves} without a picture in {MOST_SECONDS} s, {self.late} late"


def visit(address: str, ready: str, slider: str, browsers: int, minutes: float, pause: float) -> Crowd:
    """Open so many pages of an address, each a browser of its own; move each one's slider every `pause` seconds.

    `ready` says in a page that it can be used; `slider` is its selector.
    """
    return asyncio.run(_visit(address, ready, slider, browsers, minutes, pause))


async def _visit(address: str, ready: str, slider: str, browsers: int, minutes: float, pause: float) -> Crowd:
    crowd = Crowd()
    async with many_tabs() as browser:
        pages = [await _opened(browser, f"{address}/?bench.page={k}", ready, crowd) for k in range(browsers)]
        begin = time.monotonic() + 1.0
        async with asyncio.TaskGroup() as group:
            for k, page in enumerate(pages):
                first = begin + pause * k / browsers
                group.create_task(_move(page, k, slider, first, begin + 60 * minutes, pause, crowd))
        for page in pages:
            await page.goto("about:blank")  # a page that is left says so; one that is killed does not
    return crowd


async def _opened(browser: Browser, address: str, ready: str, crowd: Crowd) -> Page:
    page = await (await browser.new_context(viewport={"width": 1280, "height": 800})).new_page()
    page.on("pageerror", lambda error: crowd.errors.append(str(error)))
    await page.goto(address)
    await page.wait_for_function(ready, timeout=_WAIT)
    return page


async def _move(
    page: Page, number: int, slider: str, due: float, until: float, pause: float, crowd: Crowd
) -> None:  # fmt: skip
    luck, value = random.Random(number), 500
    while due < until:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        value = (value + luck.randrange(50, 900) - 20) % 960 + 20  # never where it stands
        took = float(await page.evaluate(WATCH, [slider, value]))
        if took < 0:
            crowd.lost += 1
        else:
            crowd.times.append(took)
        crowd.mixed += f"bench.page={number}" not in page.url
        due += pause
        while due < time.monotonic():
            crowd.late += 1
            due += pause
