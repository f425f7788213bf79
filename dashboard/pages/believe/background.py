"""Draws a map in the background, behind everything that somebody waits for, and tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event, Thread
from time import monotonic

import solara

from dashboard.engine.fair import Urgency
from dashboard.engine.sharpening import ENGINE
from experiments.believing.asked import Asked
from experiments.believing.belief_map import BeliefMap
from experiments.believing.drawing import drawn
from experiments.believing.lives import Lives

LIVES = Lives()
"""What was lived for any map of anybody: kept by content, so nobody sees another's question in it."""
EVERY = 0.5
"""Seconds between two pictures."""


@dataclass(frozen=True)
class Drawing:
    """How far a map is: `left` in seconds, None if not known."""

    found: BeliefMap | None = None
    running: bool = False
    stopped: bool = False
    left: float | None = None
    mistake: str = ""


def use_map(asked: Asked | None, owner: str) -> tuple[Drawing, Callable[[], None], Callable[[], None]]:
    """The map while it is drawn, and how to stop and to go on. It stops when another is asked, or nobody looks."""
    drawing, set_drawing = solara.use_state(Drawing(running=asked is not None))
    times, set_times = solara.use_state(0)
    halt = solara.use_ref(Event())

    def begin() -> Callable[[], None]:
        stop = Event()
        halt.current = stop
        set_drawing(Drawing(running=asked is not None))
        if asked is not None:
            Thread(target=_work, args=(asked, owner, stop, set_drawing), daemon=True, name="siloscope-map").start()
        return stop.set

    solara.use_effect(begin, [asked, times])

    def stop() -> None:
        halt.current.set()
        set_drawing(lambda now: replace(now, running=False, stopped=True, left=None) if now.running else now)

    return drawing, stop, lambda: set_times(times + 1)


def _work(asked: Asked, owner: str, stop: Event, show: Callable[[Drawing], None]) -> None:
    lane = ENGINE.pool.lane(owner, Urgency.BACKGROUND)
    began = shown = monotonic()
    try:
        for found in drawn(asked, lives=LIVES, executor=lane, stop=stop):
            now = monotonic()
            if stop.is_set():
                return
            if found.finished or now - shown >= EVERY:
                show(Drawing(found, running=not found.finished, left=found.left(now - began)))
                shown = now
    except Exception as error:  # the page says it; a thread that dies in silence would leave it waiting
        if not stop.is_set():
            show(Drawing(mistake=str(error) or type(error).__name__))
