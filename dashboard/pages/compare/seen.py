"""What a picture is a picture of, in words that the browser can put together too: it shows again what it has shown."""

from typing import Any

from dashboard.desk import Desk
from experiments.comparing.question import Question


def picture_of(desk: Desk, question: Question, hero: int) -> dict[str, Any]:
    """Where the sliders stand in `question`, and a name for all else on which its picture depends.

    The name is good as long as the server runs: a page does not outlive it.
    """
    view = desk.view
    options = tuple(sorted((key, value) for key, value in view.options.items() if key.startswith("compare.")))
    rest = hash((question.replace(settings=()), view.pinned, view.lang, options, hero))
    return {"page": str(rest), "settings": {key: _number(text) for key, text in question.settings}}


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
