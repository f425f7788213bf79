"""What a page says of itself. A folder of this room with a PAGE is a page; nothing else has to know of it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from dashboard.desk import Desk
from experiments.showing.words import Words


@dataclass(frozen=True)
class PageFacts:
    """A page: its folder's name, its place in the menu, and what draws it.

    The address is the name with - for _; that of the first page is empty. Its words.toml has `title` and `menu`.
    """

    name: str
    place: int
    draw: Callable[[Desk], Any]
    words: Words

    @property
    def path(self) -> str:
        """Its address, without slashes."""
        return "" if self.name == FIRST else self.name.replace("_", "-")


FIRST = "compare"


def words_beside(file: str) -> Words:
    """The words of a page: `words_beside(__file__)`."""
    return Words(Path(file).with_name("words.toml"))


def pages() -> tuple[PageFacts, ...]:
    """All pages in the order of the menu."""
    found = [
        import_module(f"dashboard.pages.{each.name}").PAGE
        for each in iter_modules([str(files("dashboard.pages"))])
        if each.ispkg
    ]
    return tuple(sorted(found, key=lambda page: page.place))
