"""The charts of the page: each function makes one chart; `draw` turns it into SVG or PNG in one language.

What colour says is also said by a dash and by a letter (see looks.py). Titles stand outside the charts, in the page.
"""

from typing import NamedTuple

import altair as alt
import pandas as pd
import vl_convert

from experiments.language import Lang
from experiments.page.figures import Span, set_apart
from experiments.page.looks import GRID, INK, SOFT, letter, look

_LOCALES = {
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€ ", ""]},
    "nl": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
}
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
    last = int(curve["week"].max())
    x = alt.X(
        "week:Q", title=axes.x, scale=alt.Scale(domain=[int(curve["week"].min()), last], nice=False),
        axis=alt.Axis(values=[each for each in size.marks if each <= last], grid=False, format="d"),
    )  # fmt: skip
    y = alt.Y(
        "mean:Q", title=None, scale=alt.Scale(domain=list(shown), zero=False, nice=False),
        axis=alt.Axis(format=axes.format, tickCount=5),
    )  # fmt: skip
    layers: list[alt.Chart] = _notes(axes, size, shown) if axes.notes else []
    for place, part in curve.groupby("place"):
        mine = look(int(str(place)))
        base = alt.Chart(part.drop(columns="place")).encode(x=x)
        layers += [
            base.mark_area(color=mine.light, opacity=0.18).encode(y=alt.Y("low:Q"), y2="high:Q"),
            base.mark_line(
                color=mine.light, strokeWidth=mine.width * (1 if size is WIDE else 0.75), strokeDash=list(mine.dash)
            ).encode(y=y),
        ]
    layers += _ends(curve, ends, size, shown)
    title = alt.Title(axes.y, anchor="start", frame="group", fontSize=size.font, fontWeight="normal", offset=12)
    return alt.layer(*layers).properties(width=size.width, height=size.height, title=title)


def draw(chart: alt.LayerChart, lang: Lang, font: int) -> str:
    """The chart as SVG text."""
    return vl_convert.vegalite_to_svg(_styled(chart, font).to_dict(), format_locale=_LOCALES[lang])


def paint(chart: alt.LayerChart, lang: Lang, font: int) -> bytes:
    """The chart as a PNG picture."""
    spec = _styled(chart, font).properties(padding=24).to_dict()
    return vl_convert.vegalite_to_png(spec, scale=2, format_locale=_LOCALES[lang])


def _styled(chart: alt.LayerChart, font: int) -> alt.LayerChart:
    styled: alt.LayerChart = (
        chart.configure_view(stroke=None)
        .configure(font="Arial, Helvetica, sans-serif")
        .configure_title(color=INK)
        .configure_axis(
            labelFontSize=font, titleFontSize=font, titleFontWeight="normal", labelColor=INK, titleColor=INK,
            domainColor=SOFT, tickColor=SOFT, gridColor=GRID, labelPadding=6, titlePadding=8,
        )
    )  # fmt: skip
    return styled


def _notes(axes: Axes, size: Size, shown: Span) -> list[alt.Chart]:
    """Upright lines with words at their heads."""
    table = pd.DataFrame([(week, words, shown.high) for week, words in axes.notes], columns=["week", "words", "top"])
    base = alt.Chart(table).encode(x="week:Q")
    words = base.mark_text(align="left", baseline="top", dx=5, fontSize=size.font, color=INK)
    return [
        base.mark_rule(color=SOFT, strokeWidth=1.5, strokeDash=[3, 3]),
        words.encode(y=alt.Y("top:Q"), text="words:N"),
    ]


def _ends(curve: pd.DataFrame, ends: list[str], size: Size, shown: Span) -> list[alt.Chart]:
    """The words at the ends of the lines, kept apart, with a thin line from each to its own."""
    last = curve.dropna(subset="mean").groupby("place").tail(1)
    places = [int(place) for place in last["place"]]
    heights = [float(mean) for mean in last["mean"]]
    gap = _LINE_HEIGHT * size.font / size.height * shown.length
    apart = set_apart(heights, gap, shown)
    week = int(curve["week"].max())
    layers = []
    for place, height, moved in zip(places, heights, apart, strict=True):
        colour = look(place).light
        ends_at = alt.Chart(pd.DataFrame({"week": [week], "mean": [height], "moved": [moved], "words": [ends[place]]}))
        leader = ends_at.mark_rule(color=colour, strokeWidth=1.5, xOffset=3, x2Offset=14)
        words = ends_at.mark_text(
            align="left", baseline="middle", dx=18, fontSize=size.font, fontWeight="bold", color=colour
        )
        layers += [
            leader.encode(x="week:Q", x2="week:Q", y="mean:Q", y2="moved:Q"),
            words.encode(x="week:Q", y="moved:Q", text="words:N"),
        ]
    return layers


def letters(count: int) -> list[str]:
    """What stands at the ends of lines where there is no room for names."""
    return [letter(place) for place in range(count)]


def names(found: list[str]) -> list[str]:
    """What stands there where there is."""
    return [f"{letter(place)}  {name}" for place, name in enumerate(found)]
