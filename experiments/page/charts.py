"""The charts of the page: each function makes one chart; showing/drawing.py turns it into SVG or PNG.

What colour says is also said by a dash and by a letter (see looks.py). Titles stand outside the charts, in the page.
"""

from typing import NamedTuple

import altair as alt
import pandas as pd

from experiments.showing.drawing import told_apart
from experiments.showing.heights import Span, set_apart
from experiments.showing.looks import INK, SOFT, letter, look

_LINE_HEIGHT = 1.35


class Size(NamedTuple):
    """Size of a chart's plot and of its letters, in pixels; `marks` are the weeks named on the axis."""

    width: int
    height: int
    font: int
    marks: tuple[int, ...]


WIDE = Size(820, 400, 15, (-8, 0, 6, 13, 26, 39, 52))
NARROW = Size(285, 300, 13, (0, 6, 26, 52))
SMALL = Size(270, 170, 13, (0, 6, 26, 52))


class Axes(NamedTuple):
    """Words and format of the axes, and notes (week, words) at upright lines."""

    x: str
    y: str
    format: str
    notes: tuple[tuple[int, str], ...] = ()


def lines(curve: pd.DataFrame, ends: list[str], axes: Axes, size: Size, shown: Span) -> alt.LayerChart:
    """Means with bands; `ends` are the words at the end of each policy's line, by place. Columns as of `curves`."""
    first, last = int(curve["week"].min()), int(curve["week"].max())
    x = alt.X(
        "week:Q", title=axes.x, scale=alt.Scale(domain=[first, last], nice=False),
        axis=alt.Axis(values=[each for each in size.marks if first <= each <= last], grid=False, format="d"),
    )  # fmt: skip
    y = alt.Y(
        "mean:Q", title=None, scale=alt.Scale(domain=list(shown), zero=False, nice=False),
        axis=alt.Axis(format=axes.format, tickCount=5),
    )  # fmt: skip
    colour, dash, width = told_apart(len(ends), 1.0 if size is WIDE else 0.75)
    base = alt.Chart(curve).encode(x=x)
    layers = [
        *(_notes(axes, size, shown) if axes.notes else []),
        base.mark_area(opacity=0.18).encode(y=alt.Y("low:Q"), y2="high:Q", color=colour),
        base.mark_line().encode(y=y, color=colour, strokeDash=dash, strokeWidth=width),
        *_ends(curve, ends, size, shown, colour),
    ]
    title = alt.Title(axes.y, anchor="start", frame="group", fontSize=size.font, fontWeight="normal", offset=12)
    chart: alt.LayerChart = alt.LayerChart(layer=layers).properties(width=size.width, height=size.height, title=title)
    return chart


def singles(futures: pd.DataFrame, curve: pd.DataFrame, place: int, axes: Axes, shown: Span) -> alt.LayerChart:
    """Single futures of one policy as thin lines, and their mean as a thick one.

    Columns of `futures`: future, week, value; those of `curve` as of `curves`, of this policy alone.
    """
    size, mine = SMALL, look(place).light
    weeks = pd.concat([futures["week"], curve["week"]])  # the futures begin before the switch, where a curve may not
    first, last = int(weeks.min()), int(weeks.max())
    x = alt.X(
        "week:Q", title=axes.x, scale=alt.Scale(domain=[first, last], nice=False),
        axis=alt.Axis(values=[each for each in size.marks if first <= each <= last], grid=False, format="d"),
    )  # fmt: skip
    scale, axis = alt.Scale(domain=list(shown), zero=False, nice=False), alt.Axis(format=axes.format, tickCount=5)
    thin = alt.Chart(futures).mark_line(color=mine, strokeWidth=0.75, opacity=0.45)
    thick = alt.Chart(curve).mark_line(color=mine, strokeWidth=3.5)
    chart: alt.LayerChart = alt.LayerChart(
        layer=[
            thin.encode(x=x, y=alt.Y("value:Q", title=None, scale=scale, axis=axis), detail="future:N"),
            thick.encode(x=x, y=alt.Y("mean:Q", title=None, scale=scale, axis=axis)),
        ]
    ).properties(width=size.width, height=size.height)
    return chart


def with_room_for_notes(shown: Span, notes: int, size: Size) -> Span:
    """The span with room above the lines for the words of so many notes."""
    rows = 1 if size is WIDE else notes
    return Span(shown.low, shown.high + rows * _LINE_HEIGHT * size.font / size.height * shown.length)


def _notes(axes: Axes, size: Size, shown: Span) -> list[alt.Chart]:
    """Upright lines with words at their heads; below each other where the chart is narrow."""
    down = 0.0 if size is WIDE else _LINE_HEIGHT * size.font / size.height * shown.length
    rows = [(week, words, shown.high - place * down) for place, (week, words) in enumerate(axes.notes)]
    table = pd.DataFrame(rows, columns=["week", "words", "top"])
    base = alt.Chart(table).encode(x="week:Q")
    words = base.mark_text(align="left", baseline="top", dx=5, fontSize=size.font, color=INK)
    return [
        base.mark_rule(color=SOFT, strokeWidth=1.5, strokeDash=[3, 3]),
        words.encode(y=alt.Y("top:Q"), text="words:N"),
    ]


def _ends(curve: pd.DataFrame, ends: list[str], size: Size, shown: Span, colour: alt.Color) -> list[alt.Chart]:
    """The words at the ends of the lines, kept apart, with a thin line from each to its own."""
    last = curve.dropna(subset="mean").groupby("place").tail(1)
    gap = _LINE_HEIGHT * size.font / size.height * shown.length
    table = last.assign(
        moved=set_apart(last["mean"].tolist(), gap, shown), words=[ends[place] for place in last["place"]]
    )
    at = alt.Chart(table[["place", "week", "mean", "moved", "words"]]).encode(x=alt.X("week:Q"), color=colour)
    leader = at.mark_rule(strokeWidth=1.5, xOffset=3, x2Offset=14)
    words = at.mark_text(align="left", baseline="middle", dx=18, fontSize=size.font, fontWeight="bold")
    return [
        leader.encode(x2="week:Q", y=alt.Y("mean:Q"), y2="moved:Q"),
        words.encode(y=alt.Y("moved:Q"), text=alt.Text("words:N")),
    ]


def letters(count: int) -> list[str]:
    """What stands at the ends of lines where there is no room for names."""
    return [letter(place) for place in range(count)]


def names(found: list[str]) -> list[str]:
    """What stands there where there is."""
    return [f"{letter(place)}  {name}" for place, name in enumerate(found)]
