"""In which line of a TOML file something stands: tomllib tells it of its own errors only."""

import re
from collections.abc import Iterator

from sim.datafiles.mistakes import Location

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*(?:=|\.)""")
_LONG = ('"' * 3, "'" * 3)


def line_of(text: str, location: Location) -> int | None:
    """The line (from 1) of the key at pydantic's location, or of the nearest table around it; None if it is nowhere.

    >>> line_of("a = 1\\n\\n[problems]\\ntriage = 3\\n", ("problems", "triage"))
    4
    """
    found = None
    table: list[int | str] = []
    counted: dict[str, int] = {}
    wanted = list(location)
    items = 0
    for number, line in _outside_long_texts(text):
        header = _HEADER.fullmatch(line)
        if header:
            table, items = _table(header[1] == "[[", header[2], counted), 0
            if table and table == wanted[: len(table)]:
                found = number
            continue
        key = _KEY.match(line)
        if key and [*table, key[1]] == wanted[: len(table) + 1]:
            found = number
            if len(wanted) == len(table) + 1:
                return found
        items += line.count("{")
        if items and _is_item(wanted, table, items - 1):
            return number
    return found


def _is_item(wanted: list[int | str], table: list[int | str], item: int) -> bool:
    """Whether the inline table at hand is the item of a list in this table that is looked for."""
    inside = wanted[len(table) :]
    return wanted[: len(table)] == table and len(inside) >= 2 and inside[1] == item


def _table(is_list: bool, name: str, counted: dict[str, int]) -> list[int | str]:
    """The location of a header: lists are counted, [[company.tree.units]] belongs to the last [[company.tree]]."""
    parts = [part.strip().strip("\"'") for part in name.split(".")]
    if is_list:
        counted[name] = counted.get(name, -1) + 1
        for below in [each for each in counted if each.startswith(f"{name}.")]:
            del counted[below]
    found: list[int | str] = []
    for i, part in enumerate(parts):
        found.append(part)
        many = counted.get(".".join(parts[: i + 1]))
        if many is not None:
            found.append(many)
    return found


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without those within a text of several lines."""
    within = None
    for number, line in enumerate(text.split("\n"), start=1):
        if within is None:
            yield number, line
        for mark in _LONG:
            if within in (None, mark) and line.count(mark) % 2:
                within = None if within else mark
                break
