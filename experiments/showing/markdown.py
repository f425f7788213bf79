"""Tables of the documentation in Markdown: made from what the program declares, and read again."""

from collections.abc import Iterable
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; a bar or a line break in a cell does no harm."""
    first = list(head)
    lines = [first, ["---"] * len(first), *rows]
    return "".join(f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in row)} |\n" for row in lines)


def rows_under(page: str, heading: str) -> list[dict[str, str]]:
    """The rows of the first table below a heading, as heads to cells; none if the page has no such heading or table.

    >>> rows_under("## A\\n\\n" + table(("x", "y"), [("1", "2")]), "## A")
    [{'x': '1', 'y': '2'}]
    """
    lines = iter(page.partition(f"{heading}\n")[2].splitlines())
    found: list[list[str]] = []
    for line in lines:
        if line.startswith("|"):
            found.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif found or line.startswith("#"):
            break
    return [dict(zip(found[0], cells, strict=True)) for cells in found[2:]]


def refresh(name: str, text: str, folder: Path = DOCS) -> Path:
    """Write a page of the documentation; returns where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
