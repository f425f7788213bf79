"""Pictures of what was found, as SVG; series are told apart by colour, and by a dash or a shape."""

from collections.abc import Callable, Sequence
from pathlib import Path

import altair as alt
import pandas as pd

from experiments.evidence.emergence.pattern import Picture
from experiments.showing.looks import BLUE, GREEN, ORANGE, RULE, SUBTITLE

type Chart = alt.LayerChart | alt.FacetChart

COLOURS = (BLUE, ORANGE, GREEN)
SHAPES = ("circle", "square", "triangle-up")
DASHES = ([1.0, 0.0], [6.0, 3.0], [2.0, 2.0])
_WIDTH, _HEIGHT = 230, 210


def draw(picture: Picture, folder: Path) -> Path:
    """Write one picture; returns where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{picture.name}.svg"
    chart(picture).save(str(path))
    return path


def chart(picture: Picture) -> alt.ConcatChart:
    """The picture as a chart: panels side by side, each with a scale of its own."""
    frame = pd.DataFrame(
        [
            (point.panel, point.series, point.x, point.found.mean, point.found.low, point.found.high)
            for point in picture.points
        ],
        columns=["panel", "series", "x", "mean", "low", "high"],
    )
    names = list(dict.fromkeys(frame["panel"]))
    columns = 2 if len(names) == 4 else 3
    panels = []
    for n, name in enumerate(names):
        part = frame[frame["panel"] == name]
        drawn = _lines(part, picture) if picture.kind == "lines" else _dots(part, picture, named=n % columns == 0)
        panels.append(drawn.properties(title=name))
    title = alt.Title(
        picture.title, subtitle=picture.subtitle, anchor="start", fontSize=16, subtitleColor=SUBTITLE, offset=12
    )
    whole: alt.ConcatChart = (
        alt.concat(*panels, columns=columns, title=title)
        .configure_view(stroke=None)
        .configure_axis(grid=False, labelFontSize=11, titleFontSize=12, titleFontWeight="normal", labelLimit=260)
        .configure_legend(orient="bottom", labelFontSize=12, labelLimit=300, title=None)
    )
    return whole


def _lines(frame: pd.DataFrame, picture: Picture) -> Chart:
    """Means as lines with a band for the interval, over a scale of numbers."""
    base = alt.Chart(frame).encode(x=alt.X("x:Q", title=picture.x_title, scale=alt.Scale(zero=False, nice=False)))
    names = list(dict.fromkeys(frame["series"]))
    colour, dash = _told("series", names, COLOURS, alt.Color), _told("series", names, DASHES, alt.StrokeDash)
    scale = alt.Scale(zero=False)
    layers: list[alt.Chart] = [
        base.transform_filter(alt.datum.series == name)
        .mark_area(opacity=0.2, color=shade)
        .encode(y=alt.Y("low:Q", title=None, scale=scale), y2="high:Q")
        for name, shade in zip(names, COLOURS, strict=False)
    ]
    layers.append(
        base.mark_line(strokeWidth=2).encode(y=alt.Y("mean:Q", title=None, scale=scale), color=colour, strokeDash=dash)
    )
    if picture.mark is not None:
        layers.append(_rule("x", picture.mark, [4, 4]))
    if frame["low"].min() < 0.0:
        layers.append(_rule("y", 0.0))
    return alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT)


def _dots(frame: pd.DataFrame, picture: Picture, named: bool) -> Chart:
    """Means as dots with a line for the interval, one row a name from top to bottom; `named` rows say what they are."""
    order = list(dict.fromkeys(frame["x"]))
    names = list(dict.fromkeys(frame["series"]))
    colour, shape = _told("series", names, COLOURS, alt.Color), _told("series", names, SHAPES, alt.Shape)
    axis = alt.Axis(labels=named, ticks=False, domain=False)
    base = alt.Chart(frame).encode(y=alt.Y("x:N", sort=order, title=picture.x_title if named else "", axis=axis))
    if len(names) > 1:
        base = base.encode(yOffset=alt.YOffset("series:N", sort=names))
    x = alt.X("low:Q", title=None, scale=alt.Scale(zero=False, padding=8), axis=alt.Axis(tickCount=5))
    layers: list[alt.Chart] = [
        base.mark_rule(strokeWidth=2).encode(x=x, x2="high:Q", color=colour),
        base.mark_point(filled=True, size=70, opacity=1).encode(x="mean:Q", color=colour, shape=shape),
    ]
    if frame["low"].min() < 0.0:
        layers.append(_rule("x", 0.0))
    return alt.layer(*layers).properties(width=_WIDTH, height=max(24 * len(order) * len(names), 90))


def _rule(axis: str, at: float, dash: list[int] | None = None) -> alt.Chart:
    """A thin line across the panel."""
    mark = alt.Chart(pd.DataFrame({axis: [at]})).mark_rule(color=RULE, strokeDash=dash or [1, 0])
    drawn: alt.Chart = mark.encode(x="x:Q") if axis == "x" else mark.encode(y="y:Q")
    return drawn


def _told[Channel](
    column: str, names: list[str], signs: Sequence[str | list[float]], channel: Callable[..., Channel]
) -> Channel:
    """Series told apart by colour, dash or shape; a legend only if there are several."""
    scale = alt.Scale(domain=names, range=[*signs[: len(names)]])
    legend = alt.Legend(title=None, symbolStrokeWidth=2.5, symbolSize=220) if len(names) > 1 else None
    return channel(f"{column}:N", scale=scale, legend=legend)
