"""What a picture is a picture of, in words that the browser can put together too: it shows again what it has shown."""

from typing import Any

from dashboard.desk import Desk
from dashboard.engine.comparing import Found
from experiments.comparing.question import Question

NONE: dict[str, Any] = {"page": "", "settings": {}}
"""Of a picture that is still that of a question before."""


def picture_of(desk: Desk, question: Question, hero: int) -> dict[str, Any]:
    """Where the sliders stand in `question`, and a name for all else on which its picture depends.

    A picture on a page carries it, and so do the sliders: where both say the same, the picture is of where they stand.
    The name is good as long as the server runs: a page does not outlive it.
    """
    view = desk.view
    options = tuple(sorted((key, value) for key, value in view.options.items() if key.startswith("compare.")))
    rest = hash((question.replace(settings=()), view.pinned, view.lang, options, hero))
    return {"page": str(rest), "settings": {key: _number(text) for key, text in question.settings}}


def seen_in(desk: Desk, found: Found, hero: int) -> dict[str, Any]:
    """What the picture of `found` is a picture of; NONE while it is that of a question before."""
    return picture_of(desk, found.question, hero) if found.futures else NONE


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
