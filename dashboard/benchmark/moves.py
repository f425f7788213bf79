"""Moves of a slider in a page, timed in the browser: from its release to the first redrawn picture."""

from statistics import median
from typing import NamedTuple

import numpy as np
from playwright.sync_api import Page

MOST_SECONDS = 20
"""A move that has no picture by then is lost."""
READY = "document.querySelector('.silo-chart[aria-label]') && !document.querySelector('.findings[aria-busy=\"true\"]')"
"""Whether the first page can be used, and is sharp."""
LEVER = "choice.meaning"
"""A slider of the company: it moves every policy, and its warm-up has to be lived again."""
SLIDER = f'input[id="l-{LEVER}"]'
ECHO_READY, ECHO_SLIDER = "document.querySelector('.silo-chart canvas')", '.lever input[type="range"]'
_STANDS = """const levers = document.querySelector(".levers"), shown = document.querySelector(".curves .silo-seen");
  const name = (each) => {
    const { page, settings } = JSON.parse(each.dataset.picture);
    return JSON.stringify([page, Object.entries(settings).sort()]);
  };
  const isThere = () => name(levers) === name(shown);
  const began = levers && levers.dataset.picture;
  const watch = (seer, where, what) => where.forEach((each) => seer.observe(each, { attributeFilter: [what] }));"""
"""The sliders carry the name of where they stand, and the picture that of what it shows."""
WATCH = f"""([place, value]) => new Promise((done) => {{
  const slider = document.querySelector(place), chart = document.querySelector(".silo-chart");
  {_STANDS}
  const {{ top, bottom }} = chart.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) chart.scrollIntoView({{ block: "center" }}); // what is out of sight is not drawn
  const begin = performance.now();
  const seen = new MutationObserver(() => {{
    if (levers && (levers.dataset.picture === began || !isThere())) return;
    seen.disconnect();
    requestAnimationFrame(() => done(performance.now() - begin));
  }});
  if (levers) watch(seen, [levers, shown], "data-picture");
  else watch(seen, [chart], "aria-label");
  setTimeout(() => {{ seen.disconnect(); done(-1); }}, {1_000 * MOST_SECONDS});
  slider.value = value;
  slider.dispatchEvent(new Event("input"));
  slider.dispatchEvent(new Event("change"));
}})"""
# The name of a picture changes with its numbers, right after it is drawn. The echo has none: there the chart's words
# for those who cannot see it do.

_LISTEN = f"""([place]) => {{
  const slider = document.querySelector(place);
  {_STANDS}
  slider.closest("details").open = true;
  slider.scrollIntoView({{ block: "nearest" }});
  const seen = (window.siloMove = {{ last: 0, go: 0, there: 0 }});
  slider.oninput = () => {{ seen.last = performance.now(); seen.there = 0; }};
  slider.onchange = () => {{ seen.go = performance.now(); }};
  if (window.siloWatch) window.siloWatch.disconnect();
  window.siloWatch = new MutationObserver(() => {{
    if (seen.there || levers.dataset.picture === began || !isThere()) return;
    requestAnimationFrame(() => {{ if (isThere()) seen.there = seen.there || performance.now(); }});
  }});
  watch(window.siloWatch, [levers, shown], "data-picture");
  const box = slider.getBoundingClientRect();
  return [box.x, box.y + box.height / 2, box.width];
}}"""

STEPS, STEP_MS, AIM_MS = 16, 20, 80
"""A drag: so many movements of the mouse, so far apart; and how long a hand rests on its aim before it lets go."""


class Times(NamedTuple):
    """Milliseconds of a number of moves."""

    moves: tuple[float, ...]

    @property
    def middle(self) -> float:
        """Half of them took no longer."""
        return median(self.moves)

    @property
    def p95(self) -> float:
        """19 in 20 took no longer."""
        return float(np.percentile(self.moves, 95))

    def __str__(self) -> str:
        return f"median {self.middle:.0f} ms, p95 {self.p95:.0f} ms, most {max(self.moves):.0f} ms ({len(self.moves)})"


def place_of(move: int) -> int:
    """Where the slider goes with the k-th move: back and forth, and to no place twice in 900 moves."""
    return 30 + (move * 331) % 940


def moved(page: Page, slider: str, value: int) -> float:
    """Milliseconds from the release of a slider at `value` (of 1,000) to the first picture; -1 if none came."""
    return float(page.evaluate(WATCH, [slider, value]))


def dragged(page: Page, slider: str, start: int, end: int) -> tuple[float, float]:
    """Milliseconds from the release of a dragged slider, and from its last movement, to the picture of where it is.

    The first is 0 where the picture was there before the release. Values are of 1,000.
    """
    left, top, width = page.evaluate(_LISTEN, [slider])

    def at(value: float) -> float:
        return float(left + 8 + (width - 16) * value / 1000)

    page.mouse.move(at(start), top)
    page.mouse.down()
    for step in range(1, STEPS + 1):
        page.mouse.move(at(start + (end - start) * step / STEPS), top)
        page.wait_for_timeout(STEP_MS)
    page.wait_for_timeout(AIM_MS)
    page.mouse.up()
    page.wait_for_function("window.siloMove.go && window.siloMove.there", timeout=20_000)
    seen = page.evaluate("window.siloMove")
    return max(0.0, seen["there"] - seen["go"]), seen["there"] - seen["last"]


def sharp(page: Page) -> float:
    """Milliseconds until nothing is computed any more."""
    return float(
        page.evaluate("""() => new Promise((done) => {
      const begin = performance.now();
      const look = () => document.querySelector('.findings[aria-busy="true"]') ? setTimeout(look, 5)
                                                                           : done(performance.now() - begin);
      look();
    })""")
    )
