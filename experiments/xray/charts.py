"""The charts of an X-ray: each function makes one chart from the figures; `draw` writes them to files.

What a colour says is also written.
"""

from functools import partial
from pathlib import Path
from typing import Literal

import altair as alt
import numpy as np
import pandas as pd

from experiments.showing.looks import ASIDE, BLACK, BLUE, FAINT, ORANGE, SUBTITLE
from experiments.showing.numbers import duration, number
from experiments.storing.folder import Writer
from experiments.xray.figures import Xray
from sim.records.handoff_fits import log_chance
from sim.records.handoff_summary import CLASSES
from sim.records.networks import write_graphml

type Chart = alt.LayerChart | alt.FacetChart

_WIDTH, _HEIGHT = 560, 300
_LAST_BAR = 12
_MOST_ROWS = 20
_TICKS = {
    "days": {"1 min": 1 / 1440, "1 h": 1 / 24, "1 day": 1.0, "1 week": 7.0, "1 month": 30.0, "1 year": 365.0},
    "hours": {"1 min": 1 / 60, "1 h": 1.0, "1 day": 8.0, "1 week": 40.0, "1 month": 173.0, "1 year": 2080.0},
}
_Z95 = 1.96


def draw(found: Xray, out_dir: Path | str) -> list[Path]:
    """Write every chart this log allows as PNG and SVG, and the network as GraphML; returns the files in order."""
    out_dir = Path(out_dir)
    out_dir.mkdir(parents=True, exist_ok=True)
    files = writers(found)
    for name, write in files.items():
        write(out_dir / name)
    return [out_dir / name for name in files]


def writers(found: Xray) -> dict[str, Writer]:
    """The same files by name, each with what writes it."""
    charts = {"handoffs": handoffs_chart(found), "passed-on-again": pass_on_chart(found)}
    if found.has_status:
        charts["time-to-solve"] = time_chart(found)
    if found.summary.handoffs:
        charts["who-to-whom"] = heat_chart(found)
    files: dict[str, Writer] = {}
    for name, chart in charts.items():
        styled = chart.configure_view(stroke=None).configure_axis(
            grid=False, labelFontSize=12, titleFontSize=13, titleFontWeight="normal", labelLimit=220
        )
        styled = styled.configure_title(
            anchor="start", fontSize=16, subtitleFontSize=12, subtitleColor=SUBTITLE, offset=14
        )
        for kind in ("png", "svg"):
            files[f"{name}.{kind}"] = partial(_save, styled, kind)
    files["handoffs.graphml"] = partial(write_graphml, found.graph)
    return files


def _save(chart: Chart, kind: Literal["png", "svg"], path: Path) -> None:
    chart.save(str(path), format=kind, scale_factor=2 if kind == "png" else 1)


def handoffs_chart(found: Xray) -> Chart:
    """Share of cases by number of hand-offs, with both fits."""
    last = max(int(found.counts.max(initial=0)), 3)
    top = min(last, _LAST_BAR)
    labels = [*map(str, range(top)), f"{top}+"]
    seen = np.bincount(np.minimum(found.counts, top), minlength=top + 1) / max(len(found.counts), 1)
    bars = (
        alt.Chart(pd.DataFrame({"handoffs": labels, "share": seen}))
        .mark_bar(color=BLUE, opacity=0.75)
        .encode(
            x=alt.X("handoffs:N", sort=labels, title="Hand-offs of a case", axis=alt.Axis(labelAngle=0)),
            y=alt.Y("share:Q", title="Share of cases", axis=alt.Axis(format="%")),
        )
    )
    title = alt.Title(
        "How often cases are handed on", subtitle=f"Bars: the {number(found.summary.cases, 0)} cases of the log"
    )
    layers = [bars]
    if found.fits:
        names = ["cases differ in difficulty (negative binomial)", "constant chance to pass on (geometric)"]
        chances = [np.exp(log_chance(np.arange(top), r, found.fits.mean)) for r in (found.fits.r, 1.0)]
        fits = pd.DataFrame(
            {
                "handoffs": labels * 2,
                "share": np.concatenate([[*chance, 1 - chance.sum()] for chance in chances]),
                "fit": np.repeat(names, top + 1),
            }
        )
        points = alt.Chart(fits).encode(x=alt.X("handoffs:N", sort=labels), y="share:Q")
        colour, shape = _told_apart("fit", names, [ORANGE, BLACK], "If …", "top-right")
        layers.append(points.mark_point(filled=True, size=70, opacity=1).encode(color=colour, shape=shape))
    return alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT, title=title)


def pass_on_chart(found: Xray) -> Chart:
    """Chance of one more hand-off after k hand-offs, with 95 % intervals (Wilson 1927)."""
    steps = range(len(found.summary.pass_on))
    cases = np.array([(found.counts >= k).sum() for k in steps], dtype=float)
    chance = np.array(found.summary.pass_on)
    known = cases > 0
    cases, chance = cases[known], chance[known]
    middle = (chance + _Z95**2 / (2 * cases)) / (1 + _Z95**2 / cases)
    half = _Z95 / (1 + _Z95**2 / cases) * np.sqrt(chance * (1 - chance) / cases + _Z95**2 / (4 * cases**2))
    table = pd.DataFrame({"k": np.flatnonzero(known), "chance": chance, "low": middle - half, "high": middle + half})
    base = alt.Chart(table).encode(x=alt.X("k:O", title="Hand-offs so far", axis=alt.Axis(labelAngle=0)))
    y = alt.Y("chance:Q", title="Chance of one more", axis=alt.Axis(format="%"), scale=alt.Scale(domain=[0, 1]))
    # White behind the words, because the dashed line may run through them.
    words = {"y": y, "text": alt.Text("chance:Q", format=".0%")}
    texts = [
        base.mark_text(dx=22, fontSize=12, stroke=colour, strokeWidth=width).encode(**words)
        for colour, width in (("white", 5), ("black", 0))
    ]
    layers = [
        *texts,
        base.mark_rule(color=BLUE, strokeWidth=2).encode(y=alt.Y("low:Q"), y2="high:Q"),
        base.mark_point(color=BLUE, filled=True, size=90, opacity=1).encode(y=y),
    ]
    subtitle = "Lines: 95 % intervals"
    if found.fits:
        constant = pd.DataFrame({"chance": [1 - found.fits.geometric_p]})
        layers.insert(0, alt.Chart(constant).mark_rule(color=ASIDE, strokeDash=[6, 4]).encode(y="chance:Q"))
        subtitle += "; dashed: the same chance for every case and every holder"
    title = alt.Title("After some hand-offs, how likely is another one?", subtitle=subtitle)
    return alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT, title=title)


def time_chart(found: Xray) -> Chart:
    """Median and 90th percentile of the time to solve by number of hand-offs, on a logarithmic scale."""
    figures, unit = found.summary, found.summary.time_unit
    ticks, names = _TICKS[unit], ["half are solved", "90 % are solved"]
    times = np.array([figures.to_solve_median, figures.to_solve_p90])
    table = pd.DataFrame(
        {
            "handoffs": list(CLASSES) * 2,
            "time": np.maximum(times.ravel(), ticks["1 min"]),
            "words": [duration(value, unit) for value in times.ravel()],
            "after": np.repeat(names, len(CLASSES)),
        }
    ).dropna()
    order = [name for name in CLASSES if name in set(table["handoffs"])]
    in_words = " : ".join(f"datum.value < {1.1 * value} ? '{name}'" for name, value in ticks.items()) + " : ''"
    y = alt.Y(
        "time:Q",
        title=f"Time to solve{'' if unit == 'days' else ' (working time)'}, logarithmic",
        scale=alt.Scale(
            type="log", nice=False, domain=[float(table["time"].min()) / 2, float(table["time"].max()) * 2]
        ),
        axis=alt.Axis(values=list(ticks.values()), labelExpr=in_words, grid=True, gridColor=FAINT),
    )
    base = alt.Chart(table).encode(
        x=alt.X("handoffs:N", sort=order, title="Hand-offs of a case", axis=alt.Axis(labelAngle=0))
    )
    colour, shape = _told_apart("after", names, [BLUE, ORANGE], "Time until", "bottom")
    points = base.mark_point(filled=True, size=110, opacity=1).encode(y=y, color=colour, shape=shape)
    spans = base.mark_rule(color=ASIDE).encode(y=alt.Y("min(time):Q"), y2="max(time):Q")
    texts = [  # one above and one below, so that times that are close do not hide each other
        base.transform_filter(alt.datum.after == name)
        .mark_text(align="left", dx=9, dy=dy, fontSize=11)
        .encode(y=y, text="words:N")
        for name, dy in zip(names, (6, -6), strict=True)
    ]
    title = alt.Title(
        "Time to solve, by number of hand-offs", subtitle="Solved cases, from the first event to the first “solved”"
    )
    return alt.layer(spans, points, *texts).properties(width=_WIDTH, height=_HEIGHT + 40, title=title)


def heat_chart(found: Xray) -> Chart:
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
    cell, square = 40 if len(top) <= 12 else 34, alt.Scale(domain=top)
    base = alt.Chart(table).encode(
        x=alt.X("target:N", sort=top, scale=square, title=f"To {what}", axis=alt.Axis(labelAngle=-60)),
        y=alt.Y("source:N", sort=top, scale=square, title=f"From {what}"),
    )
    # A square root, so that the many small flows stay visible beside the few large ones.
    scale = alt.Scale(type="sqrt", scheme="blues", domain=[0, most])
    cells = base.mark_rect().encode(color=alt.Color("weight:Q", scale=scale, title="Hand-offs"))
    dark = alt.datum.weight > most / 3
    text = base.mark_text(fontSize=10).encode(
        text=alt.Text("weight:Q", format=","), color=alt.condition(dark, alt.value("white"), alt.value("black"))
    )
    shown = f"the {len(top)} busiest of {len(busy)} {what}s" if len(busy) > len(top) else f"all {len(busy)} {what}s"
    across = "; the diagonal stays inside" if found.has_divisions else ""
    title = alt.Title("Who hands on to whom", subtitle=f"Number of hand-offs between {shown}{across}")
    return alt.layer(cells, text).properties(width=cell * len(top), height=cell * len(top), title=title)


def _told_apart(
    column: str, names: list[str], colours: list[str], title: str, corner: Literal["top-right", "bottom"]
) -> tuple[alt.Color, alt.Shape]:
    """Two kinds of points, told apart by colour and by shape, in one legend."""
    legend = alt.Legend(title=title, orient=corner, labelLimit=320)
    colour = alt.Color(f"{column}:N", scale=alt.Scale(domain=names, range=colours), sort=names, legend=legend)
    shapes = alt.Scale(domain=names, range=["circle", "diamond"])
    return colour, alt.Shape(f"{column}:N", scale=shapes, sort=names, legend=legend)
