"""The picture of a sweep over a grid of two numbers: a map of the paired difference."""

from collections.abc import Iterator

import numpy as np

from experiments.reporting import charts
from experiments.reporting.parts import Fold, Part, Picture, Table
from experiments.sweeping.report.finding import say
from experiments.sweeping.report.group import Group
from experiments.sweeping.report.one import MOST_ROWS
from experiments.sweeping.saying import value_texts


def pictures(group: Group, policy: str) -> Iterator[Part]:
    """The map of how a policy differs from the first; where that is undecided, the cell is grey and in brackets."""
    found, lang = group.found, group.found.lang
    across, up = group.varied
    rows = group.frame(policy, apart=True).rename(columns={f"d{across}": "x", f"d{up}": "y"})
    if rows.empty:
        return
    most = float(np.abs(rows["mean"]).max()) or 1.0
    rows["x_text"], rows["y_text"] = (rows[side].map(value_texts(rows[side], lang)) for side in ("x", "y"))
    rows["colour"] = [
        charts.tint(state, abs(mean) / most) for state, mean in zip(rows["state"], rows["mean"], strict=True)
    ]
    texts = [group.written(mean, signed=True) for mean in rows["mean"]]
    rows["text"] = [
        f"({text})" if state == "undecided" else text for text, state in zip(texts, rows["state"], strict=True)
    ]
    axes = charts.Axes(group.name(across).axis, group.name(up).axis)
    title = group.title("map", policy=found.names[policy], base=found.base)
    counts = {state: int((rows["state"] == state).sum()) for state in charts.STATES}
    words = say("words_map", lang, title=title, points=len(rows), **counts)
    note = say(
        "read_map" if found.better(group.number) else "read_map_way", lang, policy=found.names[policy], base=found.base
    )  # fmt: skip
    yield Picture(title, words, lambda size: charts.cells(rows, axes, size), note)
    if len(rows) <= MOST_ROWS:
        lines = tuple(
            (row["x_text"], row["y_text"], group.with_ends(row, signed=True)) for _, row in rows.iterrows()
        )  # fmt: skip
        heads = (axes.x, axes.y, group.difference)
        yield Fold(say("numbers", lang), (Table(title, heads, lines),))
