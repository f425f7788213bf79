"""The one palette, and the style of all pages.

Policies are told apart by a letter, a dash and a colour, so that colour is never the only sign.

The colours stay apart for colour-blind readers (after Okabe & Ito, and Tol), and stand out from a white page and, in
their second form, from a dark one.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple


class Look(NamedTuple):
    """One policy's line: colour on a light and on a dark page, dash (lengths of line and gap), width."""

    light: str
    dark: str
    dash: tuple[int, ...]
    width: float


LOOKS = (
    Look("#5e5e5e", "#bdbdbd", (), 2.5),
    Look("#c94f00", "#ff9a52", (9, 4), 2.5),
    Look("#00835f", "#3fd6a7", (2, 3), 3.0),
    Look("#0067a5", "#62b8ff", (), 4.0),
    Look("#a0348f", "#f09be0", (10, 3, 2, 3), 2.5),
    Look("#7a6300", "#e3c63d", (5, 3), 2.5),
    Look("#7b2d26", "#f0a49b", (14, 4), 2.5),
    Look("#00707c", "#5fd3e0", (4, 2, 1, 2), 2.5),
)
INK, SOFT, GRID = "#262626", "#767676", "#e2e2e2"
"""Colours of words, of axes and of grid lines in the charts of the page."""

BLUE, ORANGE, GREEN, BLACK, WHITE = "#0072B2", "#D55E00", "#009E73", "#000000", "#FFFFFF"
"""Colours of series that are no policies (Okabe & Ito)."""
ASIDE, RULE, FAINT, SUBTITLE = "#9A9A9A", "#777", "#E4E4E4", "#555"
"""Colours beside them: of what is there to compare with, of lines at a value, of grid lines, of words below a title."""


def look(place: int) -> Look:
    """Look of the policy at that place of the comparison, from 0."""
    return LOOKS[place % len(LOOKS)]


def letter(place: int) -> str:
    """Its letter.

    >>> letter(0), letter(3), letter(26)
    ('A', 'D', 'AA')
    """
    again, first = divmod(place, 26)
    return chr(ord("A") + first) * (again + 1)


def colour_class(place: int) -> str:
    """Name of the style class that has the policy's colour as --mine."""
    return f"c{place % len(LOOKS)}"


def colours(dark: bool = False) -> str:
    """The palette as style properties, --c0 and so on, for a light or a dark page."""
    return " ".join(f"--c{place}: {each.dark if dark else each.light};" for place, each in enumerate(LOOKS))


def css() -> str:
    """Style rules that colour charts and keys for light and dark pages."""
    mine = {f"c{place}": each.light for place, each in enumerate(LOOKS)}
    names = mine | {"ink": INK, "soft": SOFT, "grid": GRID}  # the colours of these are in base.css
    rules = [
        f'.chart [{what}="{colour}"] {{ {what}: var(--{name}); }}'
        for name, colour in names.items() for what in ("stroke", "fill")
    ]  # fmt: skip
    keys = [f".c{place} {{ --mine: var(--c{place}); }}" for place in range(len(LOOKS))]
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {colours(dark=True)} }} }}"
    return "\n".join((f":root {{ {colours()} }}", night, *rules, *keys))


@cache
def page_style() -> str:
    """The style of a page: what all our pages share, and the colours."""
    return Path(__file__).with_name("base.css").read_text(encoding="utf-8") + css()
