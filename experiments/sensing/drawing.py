"""Pictures of a sensitivity as SVG: the tornado, and how far each parameter moves the answer with its interval.

What a colour says is also said by a shape.
"""

import altair as alt
import pandas as pd
import vl_convert

from experiments.sensing.effects import Effect, Verdict
from experiments.sensing.saying import asked, measure_name, say
from experiments.sensing.sensitivity import Sensitivity
from experiments.sensing.subjects import name_of, value_of
from experiments.showing.language import Lang
from experiments.showing.looks import ASIDE, BLUE, FAINT, INK, ORANGE, RULE, SOFT
from experiments.showing.numbers import CHART_LOCALES, chart_format

MOST_SHOWN = 20
"""Parameters in a picture: the largest."""
_WIDTH, _ROW, _FONT, _LABELS = 420, 26, 13, 330


def svg(found: Sensitivity, lang: Lang = "en") -> str:
    """The picture of this design: a tornado of one at a time, else effects with their intervals."""
    chart = _tornado(found, lang) if found.experiment.design == "one" else _effects(found, lang)
    text = vl_convert.vegalite_to_svg(_styled(chart).to_dict(), format_locale=CHART_LOCALES[lang])
    return text.replace("<svg ", f'<svg role="img" aria-label="{_quoted(in_words(found, lang))}" ', 1)


def in_words(found: Sensitivity, lang: Lang) -> str:
    """What the picture shows, for those who do not see it."""
    names = ", ".join(name_of(found.experiment, each.key, lang) for each in _shown(found)[:5])
    return say("picture_of", lang, asked=asked(found.experiment, found.target, lang), names=names)


def _shown(found: Sensitivity) -> list[Effect]:
    """The largest first, whatever their verdict; those with which nothing changes are left out."""
    there = [each for each in found.effects if each.verdict is not Verdict.STILL and each.size == each.size]
    return sorted(there, key=lambda each: -each.size)[:MOST_SHOWN] or list(found.ranked[:MOST_SHOWN])


def _tornado(found: Sensitivity, lang: Lang) -> alt.LayerChart:
    """Where the answer goes with each parameter at its low and at its high end, with intervals."""
    ranges = {each.key: (each.low, each.high) for each in found.experiment.dimensions}
    ends = [say("at_low", lang), say("at_high", lang)]
    told = []
    for each in _shown(found):
        for name, words, at in zip(("at_low", "at_high"), ends, ranges[each.key], strict=True):
            told.append(
                {"name": name_of(found.experiment, each.key, lang), "end": words, "zero": 0.0,
                 "to": each.more[name], "low": each.more[f"{name}_low"], "high": each.more[f"{name}_high"],
                 "text": value_of(found.experiment, each.key, at, lang)}
            )  # fmt: skip
    table = pd.DataFrame(told)
    base = alt.Chart(table).encode(y=_rows(table))
    colour = alt.Color("end:N", scale=alt.Scale(domain=ends, range=[ORANGE, BLUE]), legend=_legend())
    axis = say("axis_one", lang, measure=measure_name(found.target, lang))
    bars = base.mark_bar(opacity=0.75).encode(
        x=_across(found, axis, table), x2="zero:Q", color=colour,
        yOffset=alt.YOffset("end:N", sort=ends),
    )  # fmt: skip
    whiskers = base.mark_rule(color=RULE).encode(x="low:Q", x2="high:Q", yOffset=alt.YOffset("end:N", sort=ends))
    labels = [
        base.transform_filter(alt.datum.to >= 0 if right else alt.datum.to < 0)
        .mark_text(fontSize=11, align="left" if right else "right", dx=4 if right else -4, color=INK)
        .encode(x="high:Q" if right else "low:Q", text="text:N", yOffset=alt.YOffset("end:N", sort=ends))
        for right in (True, False)
    ]  # fmt: skip
    chart: alt.LayerChart = alt.LayerChart(layer=[bars, whiskers, *labels])
    return chart.properties(width=_WIDTH, height=alt.Step(_ROW / 2))


def _effects(found: Sensitivity, lang: Lang) -> alt.LayerChart:
    """Sizes with their intervals; of Sobol' indices also what each explains alone."""
    table = pd.DataFrame(
        {"name": name_of(found.experiment, each.key, lang), "size": each.size, "low": each.low, "high": each.high,
         "verdict": say(f"verdict_{each.verdict}", lang), "first": each.more.get("first", float("nan"))}
        for each in _shown(found)
    )  # fmt: skip
    verdicts = [say(f"verdict_{each}", lang) for each in Verdict]
    colours, shapes = [BLUE, SOFT, SOFT, ORANGE], ["circle", "square", "cross", "triangle-up"]
    base = alt.Chart(table).encode(y=_rows(table))
    axis = say(f"axis_{found.experiment.design}", lang, measure=measure_name(found.target, lang))
    across = _across(found, axis, table)
    legend = _legend()
    layers = [
        base.mark_rule(color=RULE, strokeWidth=2).encode(x=alt.X("low:Q", title=axis), x2="high:Q"),
        base.mark_point(filled=True, size=90, opacity=1).encode(
            x=across, color=alt.Color("verdict:N", scale=alt.Scale(domain=verdicts, range=colours), legend=legend),
            shape=alt.Shape("verdict:N", scale=alt.Scale(domain=verdicts, range=shapes), legend=legend),
        ),
    ]  # fmt: skip
    if table["first"].notna().any():
        layers.append(base.mark_tick(color=INK, thickness=3, size=14).encode(x="first:Q"))
    chart: alt.LayerChart = alt.LayerChart(layer=layers)
    return chart.properties(width=_WIDTH, height=alt.Step(_ROW))


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", columns=2, columnPadding=40, labelLimit=_LABELS)


def _rows(table: pd.DataFrame) -> alt.Y:
    names = list(dict.fromkeys(table["name"]))
    return alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=_LABELS, ticks=False, domain=False))


def _across(found: Sensitivity, title: str, table: pd.DataFrame) -> alt.X:
    unit = "share" if found.experiment.design == "sobol" else found.target.unit
    length = float(table["high"].max() - min(0.0, table["low"].min()))
    axis = alt.Axis(format=chart_format(unit, length), tickCount=6)
    return alt.X("to:Q" if "to" in table else "size:Q", title=title, axis=axis)


def _styled(chart: alt.LayerChart) -> alt.LayerChart:
    styled: alt.LayerChart = (
        # Room at the sides: a reader's letters may be wider than those that the picture is made with.
        chart.configure(font="Arial, Helvetica, sans-serif", padding={"left": 50, "right": 50, "top": 10, "bottom": 10})
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=_FONT, titleFontSize=_FONT, titleFontWeight="normal", labelColor=INK, titleColor=INK,
            gridColor=FAINT, domainColor=ASIDE, tickColor=ASIDE, titleLimit=700,
        )
        .configure_legend(labelFontSize=_FONT, labelColor=INK)
    )  # fmt: skip
    return styled


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
