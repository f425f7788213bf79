"""The one place that makes cells of CSV: a spreadsheet takes a text that begins with = for a formula, and runs it.

Such a text gets an apostrophe in front, which spreadsheets hide; a number stays one, also below zero.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from experiments.showing.printable import printable

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?\s*%?")


def cell(value: object) -> object:
    """A value as a cell may hold it; what is no text stays as it is.

    >>> cell("=1+1"), cell("-0.5"), cell(-0.5), cell("-x"), cell("fair")
    ("'=1+1", '-0.5', -0.5, "'-x", 'fair')
    """
    if not isinstance(value, str):
        return value
    text = printable(value).replace("\r", " ")  # a lone one would end the row, unquoted
    bare = text.strip()  # some spreadsheets do the same
    return f"'{text}" if bare.startswith(_FORMULA) and not _NUMBER.fullmatch(bare) else text


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
        changed = {value: cell(value) for value in known if value != cell(value)}
        if changed:
            safe[name] = column.astype(object).replace(changed)
    return safe
