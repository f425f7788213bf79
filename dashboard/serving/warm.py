"""What is made ready before the first user comes: the pages are loaded, and the first result is there."""

from dashboard.engine.sharpening import ENGINE
from dashboard.state.view import View


def warm() -> None:
    """Live the first page's futures; whoever opens it finds them remembered."""
    for _ in ENGINE.sharpen(View().question, "first page", lambda: False):
        pass
