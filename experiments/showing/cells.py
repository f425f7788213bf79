"""The one place that makes cells of CSV: a spreadsheet takes a text that begins with = for a formula, and runs it.

Such a text gets an apostrophe in front, which spreadsheets hide; a number stays one, also below zero.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?\s*%?")


def cell(value: object) -> object:
    """A value as a cell may hold it.

    >>> cell("=1+1"), cell("-0.5"), cell(-0.5), cell("-x"), cell("fair")
    ("'=1+1", '-0.5', -0.5, "'-x", 'fair')
    """
    if not isinstance(value, str) or not value.startswith(_FORMULA) or _NUMBER.fullmatch(value):
        return value
    return f"'{value}"


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows as the text of a CSV file; what is not a number (NaN) is a blank."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow(["" if isinstance(each, float) and each != each else cell(each) for each in row])
    return text.getvalue()


def cells(frame: "pd.DataFrame") -> "pd.DataFrame":
    """The table with the names of its columns and every text in it as cells may hold them; the rest is as it was."""
    safe = frame.rename(columns=cell)
    for name, column in safe.items():
        known = column.dropna().unique() if column.dtype.kind == "O" else ()  # each different text is looked at once
        changed = {value: cell(value) for value in known if value is not cell(value)}
        if changed:
            safe[name] = column.astype(object).replace(changed)
    return safe
