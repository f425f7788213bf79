"""A slider's release to the first redrawn picture, against the echo of an empty slider with the same chart."""

import time

from playwright.sync_api import Page

from dashboard.benchmark.moves import ECHO_READY, ECHO_SLIDER, READY, SLIDER, Times, dragged, moved, place_of, sharp
from dashboard.benchmark.places import chromium, dashboard, echo
from dashboard.engine.sharpening import Engine
from dashboard.state.view import View


def measure(moves: int) -> str:
    """All figures of one user alone, as text."""
    lived = in_process()
    with dashboard() as address, echo() as empty, chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        opened = _opening(page, address)
        reloaded = [_opening(page, None) for _ in range(3)]
        first, sharpened = [], []
        for k in range(moves):
            first.append(moved(page, SLIDER, place_of(k)))
            sharpened.append(first[-1] + sharp(page))
        again = [moved(page, SLIDER, place_of(k % 2)) for k in range(10)]
        drags = [dragged(page, SLIDER, 100 + (k * 277) % 800, 100 + (k * 331 + 400) % 800) for k in range(moves)]
        page.goto(empty)
        page.wait_for_function(ECHO_READY)
        echoes = [moved(page, ECHO_SLIDER, place_of(k)) for k in range(moves)]
    one, other, repeated, whole = (
        Times(tuple(first)),
        Times(tuple(echoes)),
        Times(tuple(again)),
        Times(tuple(sharpened)),
    )
    released, rested = (Times(each) for each in zip(*drags, strict=True))
    return (
        f"echo of an empty slider        {other}\n"
        f"first picture after a jump     {one}: {one.middle / other.middle:.1f} times the echo\n"
        f"let go of after a drag         {released}: {released.middle / other.middle:.1f} times the echo\n"
        f"  from the last movement on    {rested}\n"
        f"repeated input                 {repeated}\n"
        f"sharpened to 20 futures        {whole}: {whole.middle / lived:.2f} times {lived:.0f} ms in process\n"
        f"first page usable              {opened:.1f} s; reloaded {min(reloaded):.1f} to {max(reloaded):.1f} s"
    )


def in_process() -> float:
    """Milliseconds that the futures of a question take that nobody has asked before, without a page."""
    engine, question = Engine(), View().question
    times = []
    for k in range(4):  # the first warms up
        begin = time.perf_counter()
        for _ in engine.sharpen(question.with_setting("choice.meaning", str(0.3 + 0.01 * k)), "bench", lambda: False):
            pass
        times.append(1_000 * (time.perf_counter() - begin))
    return sorted(times[1:])[1]


def _opening(page: Page, address: str | None) -> float:
    """Seconds until the first page can be used, opened or reloaded."""
    begin = time.perf_counter()
    if address is None:
        page.reload()
    else:
        page.goto(address)
    page.wait_for_function(READY, timeout=60_000)
    return time.perf_counter() - begin
