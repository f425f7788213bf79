"""Who hands on to whom."""

import altair as alt
import pandas as pd

from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.xray.charts.looks import Chart, say
from experiments.xray.figures import Xray

_MOST_ROWS = 20
_WIDE, _SMALL, _FEW = 40, 34, 12
"""Pixels of a cell where there are few rows, and where there are more; and how many are few."""


def heat_chart(found: Xray, lang: Lang) -> Chart:
    """Who hands on to whom: divisions if the log names them, else groups; the twenty busiest."""
    what = "division" if found.has_divisions else "group"
    part = dict(found.graph.nodes.data("part"))
    name = {node: (part[node] or node) if found.has_divisions else node for node in found.graph}
    edges = pd.DataFrame(found.graph.edges.data("weight"), columns=["source", "target", "weight"])
    edges = edges.assign(source=edges["source"].map(name), target=edges["target"].map(name))
    table = edges.groupby(["source", "target"], as_index=False)["weight"].sum()
    busy = table.groupby("source")["weight"].sum().add(table.groupby("target")["weight"].sum(), fill_value=0)
    top = busy.sort_values(ascending=False, kind="stable").index[:_MOST_ROWS].tolist()
    table = table[table["source"].isin(top) & table["target"].isin(top)]
    most = float(table["weight"].max()) if len(table) else 1.0
    cell, square = _WIDE if len(top) <= _FEW else _SMALL, alt.Scale(domain=top)
    base = alt.Chart(table).encode(
        x=alt.X("target:N", sort=top, scale=square, title=say(f"to {what}", lang), axis=alt.Axis(labelAngle=-60)),
        y=alt.Y("source:N", sort=top, scale=square, title=say(f"from {what}", lang)),
    )
    # A square root, so that the many small flows stay visible beside the few large ones.
    scale = alt.Scale(type="sqrt", scheme="blues", domain=[0, most])
    cells = base.mark_rect().encode(color=alt.Color("weight:Q", scale=scale, title=say("handoffs", lang)))
    dark = alt.datum.weight > most / 3
    text = base.mark_text(fontSize=10).encode(
        text=alt.Text("weight:Q", format=","), color=alt.condition(dark, alt.value("white"), alt.value("black"))
    )
    which = f"{'some' if len(busy) > len(top) else 'all'} {what}s"
    between = say(which, lang, shown=number(len(top), 0, lang), of=number(len(busy), 0, lang))
    title = alt.Title(say("who to whom", lang), subtitle=between)
    return alt.layer(cells, text).properties(width=cell * len(top), height=cell * len(top), title=title)
