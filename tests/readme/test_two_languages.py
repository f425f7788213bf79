"""The Dutch readme is as full as the English one: the same headings, tables, commands and figures."""

import re
from pathlib import Path

from typed import DUTCH, ENGLISH, blocks, lines


def headings(page: Path) -> list[str]:
    """The levels of its headings, in order; what is a comment in a block is none."""
    return re.findall(r"(?m)^(#+) ", re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8")))


def tables(page: Path) -> list[tuple[int, int]]:
    """Rows and columns of its tables, in order."""
    found = re.findall(r"(?m)(?:^\|.*\n)+", page.read_text(encoding="utf-8"))
    return [(table.count("\n"), table.splitlines()[0].count("|")) for table in found]


def figures(page: Path, dutch: bool) -> list[str]:
    """Every number of its text, as English writes it."""
    text = re.sub(r"(?ms)^```.*?^```|Python 3\.\d+ \w+ 3\.\d+", "", page.read_text(encoding="utf-8"))
    found = re.findall(r"(?<![\w.,/-])\d[\d.,]*\d|(?<![\w.,/-])\d(?![\w.,]\d)", text)
    swapped = (number.translate(str.maketrans(",.", ".,")) if dutch else number for number in found)
    return sorted(number for number in swapped if re.fullmatch(r"\d+\.\d+|\d{1,3}(,\d{3})+", number))


def links(page: Path) -> set[str]:
    return set(re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))) - {DUTCH.name, ENGLISH.name}


def test_headings_and_tables_and_links() -> None:
    assert headings(ENGLISH) == headings(DUTCH)
    assert tables(ENGLISH) == tables(DUTCH)
    assert links(ENGLISH) == links(DUTCH)


def test_commands_and_snippets() -> None:
    """Word for word; comments, and what a text says, are in the language of the page."""

    def typed(page: Path) -> list[tuple[str, list[list[str]]]]:
        return [(kind, lines(text) if kind == "sh" else []) for kind, text in blocks(page)]

    def code(page: Path) -> str:
        (text,) = [text for kind, text in blocks(page) if kind == "python"]
        return re.sub(r"#.*|\"\"\".*?\"\"\"", "", text)

    assert typed(ENGLISH) == typed(DUTCH)
    assert code(ENGLISH) == code(DUTCH)


def test_figures() -> None:
    assert figures(ENGLISH, dutch=False) == figures(DUTCH, dutch=True)
