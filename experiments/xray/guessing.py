"""Guesses which column of a log says what, from the names of the columns and from what is in their first rows.

A guess is a proposal: whoever shows it lets people say otherwise. A column that fits no role well is not guessed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from experiments.xray.opening import Opened
from experiments.xray.reading import DUTCH_SOLVED_WORDS, MISSING, SOLVED_WORDS
from experiments.xray.times import looks_like_time

ROLES = ("case", "time", "group", "division", "status")
NEEDED = ("case", "time", "group")
"""Roles without which there is nothing to measure."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "case": ("case id", "case", "ticket", "incident", "number", "id", "key", "issue", "request", "sr number", "zaak",
             "nummer", "melding", "problem", "dossier"),
    "time": ("time", "timestamp", "at", "date", "updated at", "changed at", "changed", "updated", "moment", "when",
             "created", "tijd", "tijdstip", "datum", "complete timestamp", "time timestamp"),
    "group": ("team", "group", "assignment group", "support team", "queue", "assigned to", "owner", "groep",
              "behandelgroep", "oplosgroep", "wachtrij", "involved st", "org group", "resource"),
    "division": ("division", "department", "org line", "unit", "business unit", "organisation", "organization",
                 "afdeling", "divisie", "directie", "onderdeel", "org role"),
    "status": ("status", "state", "activity", "phase", "step", "toestand", "activiteit", "fase"),
}  # fmt: skip
"""What logs call their columns, in English and Dutch, the surest first."""

_SAMPLE = 2_000  # rows; enough to see cases come back
_ENOUGH = 20  # values
_SURE, _LIKE, _LEAST = 3.0, 2.0, 2.0


class Column(NamedTuple):
    """What is known of one column from its first rows: shares lie between 0 and 1."""

    name: str
    values: Sequence[str]
    times: float
    """Share of the values that look like a moment or a number of hours."""
    differing: float
    """Different values for each value; a half where there are too few to tell."""
    solved: bool
    """Whether a value says that something is solved."""


def guess(file: Opened) -> dict[str, str]:
    """The column that most likely says what, by role; roles that no column fits are absent. Raises LogRefusal."""
    header, rows = file.header(), file.first_rows(_SAMPLE)
    columns = [
        _known_of(name, [row[place].strip() for row in rows if len(row) == len(header)], file.delimiter != ",")
        for place, name in enumerate(header)
        if header.count(name) == 1 and name
    ]
    chances = sorted(
        ((_by_name(role, column.name) + _by_content(role, column), -ROLES.index(role), column) for role in ROLES
         for column in columns),
        key=lambda chance: (-chance[0], -chance[1]),
    )  # fmt: skip
    found: dict[str, str] = {}
    for likely, place, column in chances:
        role = ROLES[-place]
        if likely >= _LEAST and role not in found and column.name not in found.values():
            found[role] = column.name
    if "division" in found and "group" in found and not _holds(found, columns):
        del found["division"]
    return found


def _known_of(name: str, values: Iterable[str], decimal_commas: bool) -> Column:
    known = [value for value in values if value and value.lower() not in MISSING]
    size = max(len(known), 1)
    times = sum(looks_like_time(value, decimal_commas) for value in known) / size
    solved = any(value.lower() in (*SOLVED_WORDS, *DUTCH_SOLVED_WORDS) for value in set(known))
    differing = len(set(known)) / size if size >= _ENOUGH else 0.5
    return Column(name, known, times, differing, solved)


def _by_name(role: str, name: str) -> float:
    """How much a name sounds like a role: all of it, or a word of it."""
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"([a-z])([A-Z])", r"\1 \2", name).lower()).strip()
    names = NAMES[role]
    if words in names:
        return _SURE - 0.05 * names.index(words)  # of two that fit, the surer
    return max((_LIKE - 0.05 * names.index(each) for each in names if f" {each} " in f" {words} "), default=0.0)


def _by_content(role: str, column: Column) -> float:
    """How much the values speak for a role (above 0) or against it."""
    if not column.values:
        return -9.0
    is_time = column.times > 0.95 and not _whole_numbers(column)
    match role:
        case "time":
            return 2.0 if is_time else -9.0 if column.times < 0.9 else 0.0
        case "case":
            return -3.0 if is_time else 1.0 if 0.01 < column.differing < 0.9 else -0.5
        case "status":
            return 2.0 if column.solved else -1.0
        case _:
            return -3.0 if is_time or column.solved or column.differing > 0.8 else 0.5


def _whole_numbers(column: Column) -> bool:
    """Numbers without a fraction are as likely the numbers of tickets as hours."""
    return all(value.isdecimal() for value in column.values[:50])


def _holds(found: Mapping[str, str], columns: Sequence[Column]) -> bool:
    """Whether the division is the larger body: it has no more different values than the group."""
    different = {column.name: len(set(column.values)) for column in columns}
    return different[found["division"]] <= different[found["group"]]
