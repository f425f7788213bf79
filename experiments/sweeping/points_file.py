"""Points of one's own: a table in a file (CSV) or in an experiment's text; an empty cell leaves a number as it is.

A file may be of either kind that spreadsheets write: with commas between cells, or with semicolons and decimal commas.
"""

import csv
from pathlib import Path

from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.given.files import TABLE, text_in
from experiments.sweeping import values as check
from experiments.sweeping.dimension import Dimension, dimension
from sim.datafiles.mistakes import on_one_line

type Table = tuple[tuple[float, ...], ...]
"""Values, one row a point; NaN leaves a number as it is."""


def points_of_file(question: Question, path: Path) -> tuple[tuple[Dimension, ...], Table]:
    """The dimensions and the points of a file: a row of keys, then a row a point. Raises RequestError."""
    try:
        text = text_in(path, TABLE).splitlines()
        between = ";" if text and ";" in text[0] else ","
        lines = [row for row in csv.reader(text, delimiter=between) if row]
    except (RequestError, csv.Error) as error:
        raise RequestError(f"{path.name}: {error}") from None
    if len(lines) < 2:
        raise RequestError(f"{path.name}: needs a row of keys, such as choice.meaning, and a row a point")
    keys = [each.strip() for each in lines[0]]
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(keys):
            raise RequestError(
                f"{path.name}, line {number}: has {len(line)} cells, and {len(keys)} keys stand above it"
            )
        cells = [cell.strip().replace(",", ".") if between == ";" else cell.strip() for cell in line]
        rows.append(
            tuple(check.number(f"{path.name}, line {number}", cell) if cell else float("nan") for cell in cells)
        )
    columns = [
        tuple(dict.fromkeys(row[place] for row in rows if row[place] == row[place])) for place in range(len(keys))
    ]
    empty = next((key for key, column in zip(keys, columns, strict=True) if not column), None)
    if empty is not None:
        raise RequestError(f"{path.name}: the column {on_one_line(empty)} is empty; leave it out")
    dimensions = tuple(dimension(question, key, values=column) for key, column in zip(keys, columns, strict=True))
    return dimensions, tuple(rows)


def points_of_list(given: object, dimensions: tuple[Dimension, ...]) -> Table:
    """The points of a list of rows. Raises RequestError."""
    if not isinstance(given, list) or not given:
        raise RequestError('kind = "table" needs file = "points.csv", or points, a list of rows')
    rows = [tuple(check.number("points", cell) for cell in row) if isinstance(row, list) else () for row in given]
    if any(len(row) != len(dimensions) for row in rows):
        raise RequestError(f"points: each row needs {len(dimensions)} numbers, one for each key of [vary]")
    for column, each in enumerate(dimensions):
        for row in rows:
            if row[column] == row[column] and not each.low <= row[column] <= each.high:
                raise RequestError(f"points: {row[column]:g} is not among what {each.key} may be")
    return tuple(rows)
