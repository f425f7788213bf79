"""Pictures of a sensitivity as SVG or PNG: the tornado, and how far each parameter moves the answer with its interval.

What a colour says is also said by a shape.
"""

from textwrap import wrap

import altair as alt
import pandas as pd

from experiments.reporting.charts import wrapped
from experiments.reporting.parts import NARROW, Size
from experiments.sensing.effects import Effect, Verdict
from experiments.sensing.saying import asked, measure_name, say
from experiments.sensing.sensitivity import Sensitivity
from experiments.sensing.subjects import name_of, value_of
from experiments.showing.drawing import draw, paint
from experiments.showing.language import Lang
from experiments.showing.looks import INK, RULE, SOFT, look
from experiments.showing.numbers import chart_format

MOST_SHOWN = 20
"""Parameters in a picture: the largest."""
_ALONE = Size(750, 0, 13)
"""Of a picture that stands alone; its height is that of its rows."""
_BLUE, _ORANGE = look(3).light, look(1).light  # they have a second form for dark pages
_NAMES = 0.44  # of the width, for the names of the parameters
_LETTER_WIDTH, _LINE_HEIGHT, _MOST_LINES = 0.64, 1.2, 3  # of the size of letters; lines of a name
_ROOM = {"left": 40, "right": 20, "top": 5, "bottom": 5}
"""At the sides: a reader's letters may be wider than those that the picture is made with."""
_ROW = 26  # pixels, at least

type _Drawn = tuple[list[alt.Chart], pd.DataFrame]
"""Layers of a chart and the rows that they show."""


def svg(found: Sensitivity, lang: Lang = "en") -> str:
    """The picture of this design: a tornado of one at a time, else effects with their intervals."""
    text = draw(chart(found, lang, _ALONE), lang, _ALONE.font)
    return text.replace("<svg ", f'<svg role="img" aria-label="{_quoted(in_words(found, lang))}" ', 1)


def png(found: Sensitivity, lang: Lang = "en") -> bytes:
    """The same for slides, with what was asked above it."""
    head = wrapped(asked(found.experiment, found.target, lang), _ALONE)
    return paint(chart(found, lang, _ALONE), found.experiment.name, head, lang, _ALONE.font)


def chart(found: Sensitivity, lang: Lang, size: Size) -> alt.LayerChart:
    """The chart of it, names and all so wide; as high as its rows need, whatever the size says."""
    layers, table = (_tornado if found.experiment.design == "one" else _effects)(found, lang, size)
    each = 1 + (found.experiment.design == "one")  # bars of a row
    lines = max(name.count("\n") + 1 for name in table["name"])
    row = max(_ROW, round(lines * _LINE_HEIGHT * size.font + 4))
    made: alt.LayerChart = alt.LayerChart(layer=layers)
    return made.properties(width=size.width - _labels(size), height=alt.Step(row / each), padding=_ROOM)


def in_words(found: Sensitivity, lang: Lang) -> str:
    """What the picture shows, for those who do not see it."""
    names = ", ".join(name_of(found.experiment, each.key, lang) for each in _shown(found)[:5])
    return say("picture_of", lang, asked=asked(found.experiment, found.target, lang), names=names)


def _shown(found: Sensitivity) -> list[Effect]:
    """The largest first, whatever their verdict; those with which nothing changes are left out."""
    there = [each for each in found.effects if each.verdict is not Verdict.STILL and each.size == each.size]
    return sorted(there, key=lambda each: -each.size)[:MOST_SHOWN] or list(found.ranked[:MOST_SHOWN])


def _tornado(found: Sensitivity, lang: Lang, size: Size) -> _Drawn:
    """Where the answer goes with each parameter at its low and at its high end, with intervals."""
    ranges = {each.key: (each.low, each.high) for each in found.experiment.dimensions}
    ends = [say("at_low", lang), say("at_high", lang)]
    told = []
    for each in _shown(found):
        for name, words, at in zip(("at_low", "at_high"), ends, ranges[each.key], strict=True):
            told.append(
                {"name": _name(found, each, lang, size), "end": words, "zero": 0.0,
                 "to": each.more[name], "low": each.more[f"{name}_low"], "high": each.more[f"{name}_high"],
                 "text": value_of(found.experiment, each.key, at, lang)}
            )  # fmt: skip
    table = pd.DataFrame(told)
    base = alt.Chart(table).encode(y=_rows(table, size))
    colour = alt.Color("end:N", scale=alt.Scale(domain=ends, range=[_ORANGE, _BLUE]), legend=_legend(size))
    axis = say("axis_one", lang, measure=measure_name(found.target, lang))
    bars = base.mark_bar(opacity=0.75).encode(
        x=_across(found, axis, table, size), x2="zero:Q", color=colour,
        yOffset=alt.YOffset("end:N", sort=ends),
    )  # fmt: skip
    whiskers = base.mark_rule(color=RULE).encode(x="low:Q", x2="high:Q", yOffset=alt.YOffset("end:N", sort=ends))
    labels = [
        base.transform_filter(alt.datum.to >= 0 if right else alt.datum.to < 0)
        .mark_text(fontSize=11, align="left" if right else "right", dx=4 if right else -4, color=INK)
        .encode(x="high:Q" if right else "low:Q", text="text:N", yOffset=alt.YOffset("end:N", sort=ends))
        for right in (True, False)
    ]  # fmt: skip
    return [bars, whiskers, *labels], table


def _effects(found: Sensitivity, lang: Lang, size: Size) -> _Drawn:
    """Sizes with their intervals; of Sobol' indices also what each explains alone."""
    table = pd.DataFrame(
        {"name": _name(found, each, lang, size), "size": each.size, "low": each.low, "high": each.high,
         "verdict": say(f"verdict_{each.verdict}", lang), "first": each.more.get("first", float("nan"))}
        for each in _shown(found)
    )  # fmt: skip
    verdicts = [say(f"verdict_{each}", lang) for each in Verdict]
    colours, shapes = [_BLUE, SOFT, SOFT, _ORANGE], ["circle", "square", "cross", "triangle-up"]
    base = alt.Chart(table).encode(y=_rows(table, size))
    axis = say(f"axis_{found.experiment.design}", lang, measure=measure_name(found.target, lang))
    across = _across(found, axis, table, size)
    legend = _legend(size)
    layers = [
        base.mark_rule(color=RULE, strokeWidth=2).encode(x=alt.X("low:Q", title=wrapped(axis, size)), x2="high:Q"),
        base.mark_point(filled=True, size=90, opacity=1).encode(
            x=across, color=alt.Color("verdict:N", scale=alt.Scale(domain=verdicts, range=colours), legend=legend),
            shape=alt.Shape("verdict:N", scale=alt.Scale(domain=verdicts, range=shapes), legend=legend),
        ),
    ]  # fmt: skip
    if table["first"].notna().any():
        layers.append(base.mark_tick(color=INK, thickness=3, size=14).encode(x="first:Q"))
    return layers, table


def _legend(size: Size) -> alt.Legend:
    columns = 2 if size.width > NARROW.width else 1
    return alt.Legend(
        title=None, orient="bottom", columns=columns, columnPadding=40, labelLimit=size.width, labelFontSize=size.font,
        labelColor=INK,
    )  # fmt: skip


def _labels(size: Size) -> int:
    """Pixels for the names."""
    return round(_NAMES * size.width)


def _name(found: Sensitivity, each: Effect, lang: Lang, size: Size) -> str:
    """A parameter's name in lines that have room."""
    letters = int(_labels(size) / (_LETTER_WIDTH * size.font))
    return "\n".join(wrap(name_of(found.experiment, each.key, lang), letters, max_lines=_MOST_LINES, placeholder=" …"))


def _rows(table: pd.DataFrame, size: Size) -> alt.Y:
    names = list(dict.fromkeys(table["name"]))
    axis = alt.Axis(labelExpr="split(datum.label, '\\n')", labelLimit=_labels(size) + 20, labelBaseline="middle",
                    ticks=False, domain=False, grid=False)  # fmt: skip
    return alt.Y("name:N", sort=names, title=None, axis=axis)


def _across(found: Sensitivity, title: str, table: pd.DataFrame, size: Size) -> alt.X:
    unit = "share" if found.experiment.design == "sobol" else found.target.unit
    length = float(table["high"].max() - min(0.0, table["low"].min()))
    axis = alt.Axis(format=chart_format(unit, length), tickCount=6 if size.width > NARROW.width else 3)
    return alt.X("to:Q" if "to" in table else "size:Q", title=wrapped(title, size), axis=axis)


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
