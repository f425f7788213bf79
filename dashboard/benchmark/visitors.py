"""Many visitors before one server, each moving a slider when its time has come, whatever the others do."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

from playwright.async_api import Browser, Page

from dashboard.benchmark.moves import MOST_SECONDS, WATCH, Times

_WAIT = 120_000  # milliseconds that a page may take to open while all the others do


class Visitor(Protocol):
    """One who has a page of its own open."""

    @property
    def where(self) -> str:
        """The address that the page shows."""

    async def move(self, place: int) -> float:
        """Milliseconds from letting go of the slider at `place` (of 1,000) to the first picture; -1 if none came."""


type Opening = Callable[[str], AbstractAsyncContextManager[Visitor]]
"""Opens the page of a query, for as long as the block lasts."""


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

    def __str__(self) -> str:
        moves = len(self.times) + self.lost
        seen = str(Times(tuple(self.times))) if self.times else "none"
        return f"{seen}; {self.lost} of {moves} without a picture in {MOST_SECONDS} s, {self.late} late"


async def visit(kinds: dict[str, tuple[Opening, int]], minutes: float, pause: float) -> dict[str, Crowd]:
    """Let so many of each kind open a page; move each one's slider every `pause` seconds. What happened, by kind.

    Each has luck of its own: what one has seen, nobody else has.
    """
    crowds = {kind: Crowd() for kind in kinds}
    async with AsyncExitStack() as open_pages:
        all_of_them = [(kind, opening) for kind, (opening, many) in kinds.items() for _ in range(many)]
        there = [
            (
                crowds[kind],
                f"bench.page={k}",
                await open_pages.enter_async_context(opening(f"bench.page={k}&seed={k + 2}")),
            )
            for k, (kind, opening) in enumerate(all_of_them)
        ]
        begin = time.monotonic() + 1.0
        async with asyncio.TaskGroup() as group:
            for k, (crowd, mine, visitor) in enumerate(there):
                first = begin + pause * k / len(there)
                group.create_task(_moves(visitor, mine, k, crowd, first, begin + 60 * minutes, pause))
    return crowds


async def _moves(
    visitor: Visitor, mine: str, number: int, crowd: Crowd, due: float, until: float, pause: float
) -> None:  # fmt: skip
    luck, value = random.Random(number), 500
    while due < until:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        value = (value + luck.randrange(50, 900) - 20) % 960 + 20  # never where it stands
        took = await visitor.move(value)
        if took < 0:
            crowd.lost += 1
        else:
            crowd.times.append(took)
        crowd.mixed += mine not in visitor.where
        due += pause
        while due < time.monotonic():
            crowd.late += 1
            due += pause


class Looking:
    """A visitor with a real browser."""

    def __init__(self, page: Page, slider: str) -> None:
        """`slider` is the slider's selector."""
        self._page, self._slider = page, slider

    @property
    def where(self) -> str:
        """As Visitor has it."""
        return self._page.url

    async def move(self, place: int) -> float:
        """As Visitor has it."""
        return float(await self._page.evaluate(WATCH, [self._slider, place]))


def looking(browser: Browser, address: str, ready: str, slider: str, errors: list[str]) -> Opening:
    """Visitors with pages of a browser, each apart from the others.

    `ready` says in a page that it can be used; what a page says went wrong is added to `errors`.
    """

    @asynccontextmanager
    async def opened(query: str) -> AsyncIterator[Visitor]:
        page = await (await browser.new_context(viewport={"width": 1280, "height": 800})).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(f"{address}/?{query}")
        await page.wait_for_function(ready, timeout=_WAIT)
        try:
            yield Looking(page, slider)
        finally:
            await page.goto("about:blank")  # a page that is left says so; one that is killed does not

    return opened
