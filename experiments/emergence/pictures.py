"""Pictures of what was found, as SVG. Colours of Okabe & Ito, which stay apart for colour-blind readers."""

from pathlib import Path

import altair as alt
import pandas as pd

from experiments.emergence.pattern import Picture

type Chart = alt.LayerChart | alt.FacetChart

COLOURS = ("#0072B2", "#D55E00", "#009E73")
SHAPES = ("circle", "square", "triangle-up")
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
    make = _lines if picture.kind == "lines" else _dots
    panels = [
        make(frame[frame["panel"] == name], picture, is_first=name == names[0]).properties(title=name) for name in names
    ]
    title = alt.Title(
        picture.title, subtitle=picture.subtitle, anchor="start", fontSize=16, subtitleColor="#555", offset=12
    )
    whole: alt.ConcatChart = (
        alt.concat(*panels, columns=2 if len(panels) == 4 else 3, title=title)
        .configure_view(stroke=None)
        .configure_axis(grid=False, labelFontSize=11, titleFontSize=12, titleFontWeight="normal", labelLimit=260)
        .configure_legend(orient="bottom", labelFontSize=12, labelLimit=300, title=None)
    )
    return whole


def _lines(frame: pd.DataFrame, picture: Picture, is_first: bool) -> Chart:
    """Means as lines with a band for the interval, over a scale of numbers."""
    base = alt.Chart(frame).encode(x=alt.X("x:Q", title=picture.x_title, scale=alt.Scale(zero=False, nice=False)))
    colour, _ = _told_apart(frame)
    y = alt.Y("mean:Q", title=None, scale=alt.Scale(zero=False))
    layers: list[alt.Chart] = [
        base.mark_area(opacity=0.2).encode(
            y=alt.Y("low:Q", title=None, scale=alt.Scale(zero=False)), y2="high:Q", color=colour
        ),
        base.mark_line(strokeWidth=2).encode(y=y, color=colour, strokeDash=alt.StrokeDash("series:N", legend=None)),
    ]
    if picture.mark is not None:
        rule = alt.Chart(pd.DataFrame({"x": [picture.mark]})).mark_rule(strokeDash=[4, 4], color="#777")
        layers.append(rule.encode(x="x:Q"))
    if frame["low"].min() < 0.0:
        layers.append(alt.Chart(pd.DataFrame({"y": [0.0]})).mark_rule(color="#777").encode(y="y:Q"))
    return alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT)


def _dots(frame: pd.DataFrame, picture: Picture, is_first: bool) -> Chart:
    """Means as dots with a line for the interval, one row a name."""
    order = list(dict.fromkeys(frame["x"]))[::-1]
    several = frame["series"].nunique() > 1
    colour, shape = _told_apart(frame)
    axis = alt.Axis(labels=is_first, ticks=False, domain=False)
    y = alt.Y("x:N", sort=order, title=picture.x_title or None if is_first else None, axis=axis)
    base = alt.Chart(frame).encode(y=y)
    if several:
        base = base.encode(yOffset=alt.YOffset("series:N"))
    x = alt.X("low:Q", title=None, scale=alt.Scale(zero=False))
    layers: list[alt.Chart] = [
        base.mark_rule(strokeWidth=2).encode(x=x, x2="high:Q", color=colour),
        base.mark_point(filled=True, size=70, opacity=1).encode(x="mean:Q", color=colour, shape=shape),
    ]
    if frame["low"].min() < 0.0:
        layers.append(alt.Chart(pd.DataFrame({"x": [0.0]})).mark_rule(color="#777").encode(x="x:Q"))
    return alt.layer(*layers).properties(width=_WIDTH, height=max(24 * len(order) * (2 if several else 1), 90))


def _told_apart(frame: pd.DataFrame) -> tuple[alt.Color, alt.Shape]:
    """Colour and shape of the series; a legend only if there are several."""
    names = list(dict.fromkeys(frame["series"]))
    legend = alt.Legend() if len(names) > 1 else None
    colour = alt.Color("series:N", scale=alt.Scale(domain=names, range=list(COLOURS[: len(names)])), legend=legend)
    shape = alt.Shape("series:N", scale=alt.Scale(domain=names, range=list(SHAPES[: len(names)])), legend=legend)
    return colour, shape
