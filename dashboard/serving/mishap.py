"""What is shown where a page could not be drawn: a plain sentence, and the menu stays. The traceback is for the log."""

import logging
from collections.abc import Callable
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.look.plain import component
from dashboard.pages.facts import PageFacts
from dashboard.serving.words import say

LOG = logging.getLogger(__name__)


@component("mishap.vue")
def MishapView(words: dict[str, str], event_again: Callable[[Any], None]) -> None:
    """Says that the page could not be drawn, and offers to try again; see mishap.vue."""


@solara.component
def Guarded(desk: Desk, page: PageFacts) -> None:
    """A page, or the apology for it."""
    error, clear = solara.use_exception()

    def note() -> None:
        if error is not None:
            LOG.error("page %s could not be drawn", page.name, exc_info=error)

    solara.use_effect(note, [error])
    if error is None:
        page.draw(desk)
        return
    words = {key: say(key, desk.lang) for key in ("broken_title", "broken", "again", "begin")}
    MishapView(words=words, event_again=lambda _: clear())
