"""The charts that experiments share. Each is made of a pandas frame, and drawn for a size.

What colour says is also said by a dash and a letter, or by the shape of a point: up is ahead, down is behind, hollow is
undecided. All of them end in a chart that showing/drawing.py turns into SVG.
"""

from textwrap import wrap
from typing import Literal, NamedTuple

import altair as alt
import pandas as pd

from experiments.reporting.parts import NARROW, Size
from experiments.showing.drawing import Chart, told_apart
from experiments.showing.heights import Span, set_apart
from experiments.showing.looks import BLACK, INK, SOFT, letter, look

type State = Literal["ahead", "behind", "undecided"]
"""What a difference says."""

STATES: dict[State, str] = {
    "ahead": look(3).light, "behind": look(1).light, "undecided": look(0).light,
}  # fmt: skip
_SHAPES = {"ahead": "triangle-up", "behind": "triangle-down", "undecided": "circle"}
_LINE_HEIGHT, _LETTER_WIDTH = 1.35, 0.58  # of the size of letters
_NAMES = 30  # pixels at the left of names: where they are shown, letters may be wider
_PAPER = 255  # of each colour, where a cell has none of its own
_FAINTEST, _STRONGEST = 0.18, 0.62  # of a cell's colour: black letters must stay readable on it


class Axes(NamedTuple):
    """What stands at the axes; formats are Vega's, empty for its own choice."""

    x: str
    y: str
    y_format: str = ""
    x_format: str = ""
    logarithmic: bool = False
    """Whether x is."""


class Frame(NamedTuple):
    """The ends of a frame, in the units of the axes."""

    left: float
    right: float
    low: float
    high: float


def curves(rows: pd.DataFrame, axes: Axes, size: Size, zero: bool = False) -> Chart:
    """Lines with bands. Columns: place (of the policy: letter, dash, colour), x, mean, low, high.

    `zero` draws a line at 0.
    """
    colour, dash, width = told_apart(int(rows["place"].max()) + 1, 1.0 if size.width > NARROW.width else 0.75)
    base = alt.Chart(rows).encode(x=_x(axes, size))
    y = alt.Y("mean:Q", title=None, scale=alt.Scale(zero=zero, nice=True), axis=_axis(axes.y_format, True))
    layers = [
        *([_zero()] if zero else []),
        base.mark_area(opacity=0.18).encode(y=alt.Y("low:Q"), y2="high:Q", color=colour),
        base.mark_line(point={"size": 28, "filled": True}).encode(
            y=y, color=colour, strokeDash=dash, strokeWidth=width
        ),
        _letters(rows, size, colour),
    ]
    return _titled(layers, axes, size)


def strip(rows: pd.DataFrame, axes: Axes, size: Size, zero: bool = True) -> Chart:
    """Dots with whiskers side by side, as they are sorted. Columns: rank, mean, low, high, state."""
    base = alt.Chart(rows).encode(
        x=alt.X("rank:Q", title=wrapped(axes.x, size), axis=alt.Axis(grid=False, format="d", tickMinStep=1),
                scale=alt.Scale(nice=False, padding=6)),
    )  # fmt: skip
    whisker = base.mark_rule(strokeWidth=1.2, opacity=0.55).encode(
        y=alt.Y("low:Q", title=None, axis=_axis(axes.y_format, True), scale=alt.Scale(zero=zero)),
        y2="high:Q",
        color=_colour(),
    )
    return _titled([*([_zero()] if zero else []), whisker, _dots(base, alt.Y("mean:Q"))], axes, size)


def by_name(rows: pd.DataFrame, axes: Axes, size: Size) -> Chart:
    """Dots with whiskers below each other, each with its name. Columns: name, mean, low, high, state."""
    order = list(dict.fromkeys(rows["name"]))
    base = alt.Chart(rows).encode(
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=size.width // 2, domain=False, ticks=False))
    )
    whisker = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", title=wrapped(axes.x, size), axis=_axis(axes.y_format, True)), x2="high:Q", color=_colour()
    )
    nought = alt.Chart(pd.DataFrame({"at": [0.0]})).mark_rule(color=SOFT, strokeWidth=1.5).encode(x="at:Q")
    tall = size._replace(height=max(80, round(2.2 * size.font) * len(order)))
    return _titled([nought, whisker, _dots(base, alt.X("mean:Q"))], axes, tall, _NAMES)


def scatter(rows: pd.DataFrame, axes: Axes, size: Size, zero: bool = True, frame: Frame | None = None) -> Chart:
    """Points against a number, and a frame around some. Columns: x, mean, state."""
    base = alt.Chart(rows).encode(x=_x(axes, size))
    y = alt.Y("mean:Q", title=None, axis=_axis(axes.y_format, True), scale=alt.Scale(zero=zero, nice=zero))
    layers = [*([_zero()] if zero else []), _dots(base, y)]
    if frame is not None:
        ends = alt.Chart(pd.DataFrame([frame._asdict()])).encode(x="left:Q", x2="right:Q", y="low:Q", y2="high:Q")
        layers.append(ends.mark_rect(filled=False, stroke=INK, strokeDash=[6, 4], strokeWidth=2))
    return _titled(layers, axes, size)


def cells(rows: pd.DataFrame, axes: Axes, size: Size) -> Chart:
    """A map of cells. Columns: x, y (numbers), x_text, y_text (the same for readers), colour, text.

    `colour` is that of `tint`. The texts are left out where they have no room.
    """
    across = list(dict.fromkeys(rows.sort_values("x")["x_text"]))
    up = list(dict.fromkeys(rows.sort_values("y", ascending=False)["y_text"]))
    axis = alt.Axis(labelAngle=0, labelOverlap="greedy", grid=False, domain=False, ticks=False)
    base = alt.Chart(rows).encode(
        x=alt.X("x_text:N", sort=across, title=wrapped(axes.x, size), axis=axis),
        y=alt.Y("y_text:N", sort=up, title=None, axis=axis),
    )
    longest = int(rows["text"].str.len().max()) + 1
    fits = len(across) * longest * _LETTER_WIDTH * size.font < size.width and len(up) * size.font < size.height
    layers = [base.mark_rect(stroke=None).encode(color=alt.Color("colour:N", scale=None))]
    if fits:
        layers.append(base.mark_text(fontSize=size.font, color=BLACK).encode(text="text:N"))
    return _titled(layers, axes, size, _NAMES)


def tint(state: State, share: float) -> str:
    """The colour of a cell: of its state, and the stronger the larger the share (0 to 1) of the largest difference.

    >>> tint("ahead", 1.0), tint("ahead", 0.0)
    ('#61a1c7', '#d1e4ef')
    """
    full = tuple(int(STATES[state][place : place + 2], 16) for place in (1, 3, 5))
    mix = _FAINTEST if state == "undecided" else _FAINTEST + (_STRONGEST - _FAINTEST) * min(max(share, 0.0), 1.0)
    return "#" + "".join(f"{round(_PAPER + mix * (ink - _PAPER)):02x}" for ink in full)


def _x(axes: Axes, size: Size) -> alt.X:
    kind: Literal["log", "linear"] = "log" if axes.logarithmic else "linear"
    scale = alt.Scale(type=kind, zero=False, nice=False, padding=6)
    return alt.X("x:Q", title=wrapped(axes.x, size), scale=scale, axis=_axis(axes.x_format, False))


def _axis(form: str, grid: bool) -> alt.Axis:
    return alt.Axis(grid=grid, tickCount=5, format=form or alt.Undefined)


def _colour() -> alt.Color:
    return alt.Color("state:N", scale=alt.Scale(domain=[*STATES], range=[*STATES.values()]), legend=None)


def _dots(base: alt.Chart, mean: alt.X | alt.Y) -> alt.Chart:
    """Points whose shape and colour say the state; those that are undecided are hollow."""
    shape = alt.Shape("state:N", scale=alt.Scale(domain=[*_SHAPES], range=[*_SHAPES.values()]), legend=None)
    filled = alt.condition("datum.state == 'undecided'", alt.value(0.0), alt.value(1.0))
    dots: alt.Chart = base.mark_point(size=55, strokeWidth=1.5).encode(
        mean, color=_colour(), fill=_fill(), shape=shape, fillOpacity=filled
    )
    return dots


def _fill() -> alt.Fill:
    return alt.Fill("state:N", scale=alt.Scale(domain=[*STATES], range=[*STATES.values()]), legend=None)


def _zero() -> alt.Chart:
    line: alt.Chart = alt.Chart(pd.DataFrame({"at": [0.0]})).mark_rule(color=SOFT, strokeWidth=1.5).encode(y="at:Q")
    return line


def _letters(rows: pd.DataFrame, size: Size, colour: alt.Color) -> alt.Chart:
    """The letters of the policies at the ends of their lines, kept apart."""
    last = rows.dropna(subset="mean").sort_values("x").groupby("place").tail(1)
    shown = Span(float(rows[["mean", "low"]].min().min()), float(rows[["mean", "high"]].max().max()))
    gap = _LINE_HEIGHT * size.font / size.height * shown.length
    table = last.assign(
        moved=set_apart(last["mean"].tolist(), gap, shown), words=[letter(int(place)) for place in last["place"]]
    )
    at = alt.Chart(table[["place", "x", "moved", "words"]]).mark_text(
        align="left", dx=9, fontSize=size.font, fontWeight="bold"
    )
    words: alt.Chart = at.encode(x="x:Q", y="moved:Q", text="words:N", color=colour)
    return words


def wrapped(text: str, size: Size) -> list[str]:
    """A text in lines that the chart is wide enough for."""
    return wrap(text, int(size.width / (_LETTER_WIDTH * size.font))) or [""]


def _titled(layers: list[alt.Chart], axes: Axes, size: Size, left: int = 5) -> Chart:
    """Layers as one chart, with what is upright at its head: nobody tilts their own."""
    title = alt.Title(
        wrapped(axes.y, size), anchor="start", frame="group", fontSize=size.font, fontWeight="normal", offset=12,
        color=INK,
    )  # fmt: skip
    chart: alt.LayerChart = alt.LayerChart(layer=layers).properties(
        width=size.width, height=size.height, title=title, padding={"left": left, "top": 5, "right": 5, "bottom": 5}
    )
    return chart
