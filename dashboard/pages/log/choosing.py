"""A log that was brought in, which of its columns says what, and how both are shown before it is measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

import experiments
from experiments.showing.language import Lang
from experiments.showing.words import Words
from experiments.xray.guessing import NEEDED, ROLES, guess
from experiments.xray.opening import UPLOAD, Opened, opened
from experiments.xray.order import SECONDS, Order, Unit
from experiments.xray.reading import Columns
from experiments.xray.refusing import WORDS as XRAY_WORDS
from experiments.xray.refusing import LogRefusal

type Plain = dict[str, object]

SAMPLE = Path(experiments.__file__).parent / "examples" / "tickets.csv"
ORDERS: tuple[Order, ...] = get_args(Order)

_ROWS, _COLUMNS, _SIGNS = 6, 24, 80
"""What a preview shows at most."""


@dataclass(frozen=True)
class Brought:
    """A log in memory, by a number of its own; or why it was refused."""

    number: int
    name: str
    file: Opened | None
    refused: LogRefusal | None = None
    roles: Mapping[str, str] = field(default_factory=dict)
    """Names of columns by role."""
    order: Order | None = None
    unit: Unit | None = None
    """What numbers in the column of times count; None: hours, if they can be."""

    @property
    def columns(self) -> Columns | None:
        """The columns, once all that are needed are chosen."""
        return Columns(**self.roles) if all(self.roles.get(role) for role in NEEDED) else None

    def choosing(self, role: object, column: object) -> "Brought":
        """With a column chosen for a role (blank: none); anything else that a browser sends changes nothing."""
        if self.file is None or role not in ROLES or not isinstance(role, str):
            return self
        kept = {each: name for each, name in self.roles.items() if each != role}
        if column == "":
            return replace(self, roles=kept)
        if not isinstance(column, str) or column not in self.file.header():
            return self
        return replace(self, roles={**{r: name for r, name in kept.items() if name != column}, role: column})

    def ordering(self, order: object) -> "Brought":
        """With day, month and year in that order; blank: guessed."""
        chosen = next((each for each in ORDERS if each == order), None)
        return replace(self, order=chosen) if chosen or order == "" else self

    def counting(self, unit: object) -> "Brought":
        """With numbers of that unit in the column of times; blank: hours, if they can be."""
        chosen = next((each for each in SECONDS if each == unit), None)
        return replace(self, unit=chosen) if chosen or unit == "" else self


def bring(number: int, name: str, raw: bytes) -> Brought:
    """A log from the content of a file: opened, and its columns guessed; or refused."""
    try:
        file = opened(raw, name, UPLOAD)
        if not file.header():
            raise LogRefusal(name, "empty")
        return Brought(number, name, file, roles=guess(file))
    except LogRefusal as refusal:
        return Brought(number, name, None, refusal)


def preview(brought: Brought, words: Words, lang: Lang) -> Plain:
    """The first rows as text, and what is to choose."""
    if brought.file is None:
        return {}
    header, rows = brought.file.header(), brought.file.first_rows(_ROWS)
    chosen = {name: role for role, name in brought.roles.items()}
    return {
        "name": brought.name,
        "header": [{"name": _cut(name), "role": chosen.get(name, "")} for name in header[:_COLUMNS]],
        "rows": [[_cut(cell) for cell in row[:_COLUMNS]] for row in rows],
        "more": max(0, len(header) - _COLUMNS),
        "columns": [name for name in header if name and header.count(name) == 1],
        "roles": [
            {
                "role": role,
                "label": words.say(f"role {role}", lang),
                "means": words.say(f"role {role} means", lang),
                "needed": role in NEEDED,
                "column": brought.roles.get(role, ""),
            }
            for role in ROLES
        ],
        "order": brought.order or "",
        "unit": brought.unit or "",
        "units": [{"unit": unit, "label": XRAY_WORDS.say(f"unit {unit}", lang)} for unit in SECONDS],
    }


def _cut(cell: str) -> str:
    """A cell on one line, no longer than a preview can show; signs that cannot be seen are shown as what they are."""
    shown = "".join(sign if sign.isprintable() else "␣" for sign in cell)
    return shown if len(shown) <= _SIGNS else shown[: _SIGNS - 1] + "…"
