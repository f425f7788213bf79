"""The stage on which films are played: a Vue component, put together from small files."""

from collections.abc import Callable, Mapping
from pathlib import Path

from dashboard.look.assembled import assembled
from dashboard.look.plain import component

SCRIPTS = (
    "film.js", "ledger.js", "places.js", "figures.js", "backdrop.js", "travelling.js", "streams.js", "drawing.js",
    "clock.js", "scenes.js", "telling.js",
)  # fmt: skip
TEMPLATE = assembled(Path(__file__).with_name("stage.vue"), SCRIPTS, ["watch.css"])


@component("stage.vue")
def Stage(
    template: str,
    films: list[Mapping[str, object]],
    letters: list[str],
    places: list[int],
    dashes: list[str],
    words: Mapping[str, str],
    lang: str,
    start_hour: float,
    event_ask_story: Callable[[object], None],
    event_ask_why: Callable[[object], None],
    event_at: Callable[[object], None],
) -> None:
    """Draws and plays `films`; `template` is TEMPLATE. What is asked of the server are stories and reasons."""
