"""Many who look at once: how long each waits, whether all keep their own state, and what it takes of the machine.

Some have a real browser, which shares the cores with the server; the others are callers, who speak to the server as
a browser does and draw nothing. How much of the wait is the browser's is told by the same browsers before the echo,
where nothing is computed.
"""

import asyncio
import time

from dashboard.benchmark.callers import calling
from dashboard.benchmark.moves import ECHO_READY, ECHO_SLIDER, LEVER, READY, SLIDER
from dashboard.benchmark.places import dashboard, echo, many_tabs
from dashboard.benchmark.server import Watched, state
from dashboard.benchmark.visitors import Crowd, looking, visit

FLOOR_MINUTES = 1.0
"""How long the crowd moves the echo's slider, at most."""
KEPT = 25
"""Seconds after which the server has forgotten who left."""
BROWSERS, CALLERS = "in browsers", "of callers"


def measure(visitors: int, real: int, minutes: float, pause: float) -> str:
    """All figures of a crowd, `real` of them with a browser, as text."""
    errors: list[str] = []
    with dashboard() as address:
        before = state(address)
        with Watched(address) as seen:
            crowds = asyncio.run(_before_the_dashboard(address, visitors, real, minutes, pause, errors))
        time.sleep(KEPT)
        after = state(address)
    lines = [f"{visitors} visitors, each moving every {pause:g} s, for {minutes:g} minutes; {real} with a browser"]
    if real:
        with echo() as empty:
            floor = asyncio.run(_before_the_echo(empty, real, min(minutes, FLOOR_MINUTES), pause))
        lines.append(f"echo of an empty slider   {floor}")
    lines += [f"first picture, {kind:11s} {crowd}" for kind, crowd in crowds.items() if crowd.times or crowd.lost]
    said = "".join(f"; {each}" for each in errors[:3])
    return "\n".join([
        *lines,
        f"of another {sum(each.mixed for each in crowds.values())}; errors in pages {len(errors)}{said}; "
        f"sessions {seen.sessions} at most, {after['sessions']:.0f} when all have left",
        f"memory of the server {before['memory_mb']:.0f} MB before, {seen.memory:.0f} at most, "
        f"{after['memory_mb']:.0f} when all have left",
    ])  # fmt: skip


async def _before_the_dashboard(
    address: str, visitors: int, real: int, minutes: float, pause: float, errors: list[str]
) -> dict[str, Crowd]:
    async with many_tabs() as browser:
        with_browser = looking(browser, address, READY, SLIDER, errors)
        kinds = {BROWSERS: (with_browser, real), CALLERS: (calling(address, LEVER), visitors - real)}
        return await visit(kinds, minutes, pause)


async def _before_the_echo(address: str, real: int, minutes: float, pause: float) -> Crowd:
    async with many_tabs() as browser:
        kinds = {BROWSERS: (looking(browser, address, ECHO_READY, ECHO_SLIDER, []), real)}
        return (await visit(kinds, minutes, pause))[BROWSERS]
