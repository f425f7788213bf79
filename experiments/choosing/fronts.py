"""Pictures of a choice: what a search found, as it said and as it is on fresh luck, two goals at a time.

Differences from today's contract, with 95 % intervals both ways. A thin line leads from what the search said to
what was found: its length is how far the search flattered.
"""

from itertools import combinations
from pathlib import Path
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from experiments.choosing.chosen import Chosen
from experiments.choosing.folder import carried
from experiments.choosing.goals import Goal
from experiments.choosing.judging import Lived, Verdict
from experiments.choosing.saying import label_of
from experiments.choosing.words import say
from experiments.comparing.reported import reported
from experiments.reporting.charts import wrapped
from experiments.reporting.parts import NARROW, Size
from experiments.reporting.saving import save
from experiments.showing.drawing import draw
from experiments.showing.heights import Span
from experiments.showing.language import Lang
from experiments.showing.looks import INK, RULE, SOFT, SUBTITLE, look
from experiments.showing.numbers import chart_format, unit_of

_ALONE = Size(560, 420, 14)
_BESIDE = 20  # pixels between an axis' numbers and its title: a reader's letters may be wider
_ROOM = 0.06  # of an axis, left free at its ends
_ENDS = ("", "_low", "_high", "_said")


def write_pictures(folder: Path, found: Chosen, lang: Lang) -> list[Path]:
    """Write a picture (SVG and PNG) for each two goals; returns the paths, none of one goal only. Raises OSError."""
    paths = list[Path]()
    for one, other in combinations(range(len(found.choice.goals)), 2):
        goals = found.choice.goals[one], found.choice.goals[other]
        place = folder / f"front-{goals[0].measure}-{goals[1].measure}"
        chart = front(found, (one, other), lang, _ALONE).properties(padding=16, title=_title(found, lang))
        paths += save(place, draw(chart, lang, _ALONE.font), carried(found.choice))
    return paths


def front(found: Chosen, places: tuple[int, int], lang: Lang, size: Size) -> alt.LayerChart:
    """The chart of two goals, by their places in the choice: the first across, the second upwards."""
    goals = [found.choice.goals[place] for place in places]
    lived = [each for each in found.lived if np.isfinite([each.apart[place].half for place in places]).all()]
    table = _table(found, lived, places)
    spans = [_span(table, axis) for axis in ("x", "y")]
    base = alt.Chart(table).encode(
        x=alt.X("x:Q", **_axis(goals[0], spans[0], lang, size)), y=alt.Y("y:Q", **_axis(goals[1], spans[1], lang, size))
    )
    kind = alt.condition(alt.datum.front, alt.value(look(3).light), alt.value(SOFT))
    said = base.transform_filter("isValid(datum.x_said)").encode(x=alt.X("x_said:Q"), y=alt.Y("y_said:Q"))
    layers = [
        alt.Chart(pd.DataFrame({"x": [0.0]})).mark_rule(color=RULE, strokeDash=[4, 4]).encode(x="x:Q"),
        alt.Chart(pd.DataFrame({"y": [0.0]})).mark_rule(color=RULE, strokeDash=[4, 4]).encode(y="y:Q"),
        said.mark_rule(color=SOFT, strokeWidth=1).encode(x2="x:Q", y2="y:Q"),
        said.mark_point(color=SOFT, filled=False, size=34),
        base.mark_rule(strokeWidth=1.5).encode(x=alt.X("x_low:Q"), x2="x_high:Q", color=kind),
        base.mark_rule(strokeWidth=1.5).encode(y=alt.Y("y_low:Q"), y2="y_high:Q", color=kind),
        base.mark_point(filled=True, opacity=1.0, size=60).encode(color=kind),
        base.transform_filter("datum.words != ''").mark_text(
            align="left", baseline="bottom", dx=6, dy=-5, fontSize=size.font, fontWeight="bold", color=INK
        ).encode(text="words:N"),
    ]  # fmt: skip
    chart: alt.LayerChart = alt.LayerChart(layer=layers).properties(width=size.width, height=size.height)
    return chart


def how_to_read(found: Chosen, lang: Lang) -> list[str]:
    """What the signs of the picture mean, in sentences."""
    choice = found.choice
    return [
        say("front_how", lang, fresh=choice.fresh.futures), say("front_said", lang, futures=choice.search.futures),
        say("front_today" if choice.today == choice.changed else "front_nought", lang, today=choice.today,
            changed=choice.changed),
    ]  # fmt: skip


def _table(found: Chosen, lived: list[Lived], places: tuple[int, int]) -> pd.DataFrame:
    """A row a contract: its differences from today's, whether it is front, and what stands beside it."""
    picks, own = found.picks, found.choice.today != found.choice.changed
    rows = []
    for each in lived:
        row: dict[str, object] = {
            "front": each.verdict is Verdict.FRONT,
            "words": str(each.number) if each.number in picks or (own and not each.number) else "",
        }
        for axis, place in zip("xy", places, strict=True):
            apart = each.apart[place]
            values = (apart.mean, apart.low, apart.high, each.said[place])
            row |= {f"{axis}{end}": value for end, value in zip(_ENDS, values, strict=True)}
        rows.append(row)
    return pd.DataFrame(rows, columns=["front", "words", *(f"{axis}{end}" for axis in "xy" for end in _ENDS)])


def _span(table: pd.DataFrame, axis: str) -> Span:
    """All of an axis, with today's contract at zero."""
    values = table[[f"{axis}{end}" for end in _ENDS]].to_numpy(dtype=float)
    known = np.append(values[np.isfinite(values)], 0.0)
    room = _ROOM * float(np.ptp(known)) or 1.0
    return Span(float(known.min()) - room, float(known.max()) + room)


def _axis(goal: Goal, span: Span, lang: Lang, size: Size) -> dict[str, Any]:
    """Title, scale and format of a goal's axis."""
    known = reported()[goal.measure]
    unit = unit_of(known.unit, lang)
    within = f" ({unit})" if unit else ""
    return {
        "title": wrapped(say(f"front_{goal.way}", lang, measure=label_of(goal.measure, lang), unit=within), size),
        "scale": alt.Scale(domain=list(span), nice=False),
        "axis": alt.Axis(
            format=chart_format(known.unit, span.length),
            tickCount=6 if size.width > NARROW.width else 4,
            titlePadding=_BESIDE,
        ),
    }


def _title(found: Chosen, lang: Lang) -> alt.Title:
    return alt.Title(
        found.choice.name, subtitle=how_to_read(found, lang), anchor="start", frame="group", fontSize=_ALONE.font + 3,
        subtitleFontSize=_ALONE.font - 2, subtitleColor=SUBTITLE, subtitlePadding=6, offset=12,
    )  # fmt: skip
