"""Columns beside each other as far as the terminal is wide; the rest stands in tables below, and none is squeezed."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

type Column = tuple[Text, list[Text]]
"""What stands above a measure, and its cells."""


def blocks(columns: Iterable[Column], room: int, gap: int) -> list[list[Column]]:
    """The columns in groups that fit into so many signs, each with a gap before it; one column at least in each."""
    found: list[list[Column]] = []
    left = 0
    for column in columns:
        needed = width_of(column) + gap
        if not found or needed > left:
            found.append([])
            left = room
        found[-1].append(column)
        left -= needed
    return found


def width_of(column: Column) -> int:
    """As wide as its longest word above and its longest line below."""
    title, cells = column
    return max(
        *map(cell_len, str(title).split()), *(cell_len(line) for cell in cells for line in str(cell).split("\n"))
    )
