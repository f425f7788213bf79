"""How often cases are handed on, and how likely the next hand-off is after some."""

import altair as alt
import numpy as np
import pandas as pd

from experiments.showing.language import Lang
from experiments.showing.looks import ASIDE, BLACK, BLUE, ORANGE
from experiments.showing.numbers import number
from experiments.xray.charts.looks import HEIGHT, WIDTH, Chart, say, told_apart
from experiments.xray.figures import Xray
from sim.records.handoff_fits import log_chance

_LAST_BAR = 12
_Z95 = 1.96


def handoffs_chart(found: Xray, lang: Lang) -> Chart:
    """Share of cases by number of hand-offs, with both fits."""
    last = max(int(found.counts.max(initial=0)), 3)
    top = min(last, _LAST_BAR)
    labels = [*map(str, range(top)), f"{top}+"]
    seen = np.bincount(np.minimum(found.counts, top), minlength=top + 1) / max(len(found.counts), 1)
    bars = (
        alt.Chart(pd.DataFrame({"handoffs": labels, "share": seen}))
        .mark_bar(color=BLUE, opacity=0.75)
        .encode(
            x=alt.X("handoffs:N", sort=labels, title=say("handoffs of a case", lang), axis=alt.Axis(labelAngle=0)),
            y=alt.Y("share:Q", title=say("share of cases", lang), axis=alt.Axis(format="%")),
        )
    )
    bars_are = say("bars are cases", lang, cases=number(found.summary.cases, 0, lang))
    title = alt.Title(say("how often", lang), subtitle=bars_are)
    layers = [bars]
    if found.fits:
        names = [say("cases differ", lang), say("constant chance", lang)]
        chances = [np.exp(log_chance(np.arange(top), r, found.fits.mean)) for r in (found.fits.r, 1.0)]
        fits = pd.DataFrame(
            {
                "handoffs": labels * 2,
                "share": np.concatenate([[*chance, 1 - chance.sum()] for chance in chances]),
                "fit": np.repeat(names, top + 1),
            }
        )
        points = alt.Chart(fits).encode(x=alt.X("handoffs:N", sort=labels), y="share:Q")
        colour, shape = told_apart("fit", names, [ORANGE, BLACK], say("if", lang), "top-right")
        layers.append(points.mark_point(filled=True, size=70, opacity=1).encode(color=colour, shape=shape))
    return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT, title=title)


def pass_on_chart(found: Xray, lang: Lang) -> Chart:
    """Chance of one more hand-off after k hand-offs, with 95 % intervals (Wilson 1927)."""
    steps = range(len(found.summary.pass_on))
    cases = np.array([(found.counts >= k).sum() for k in steps], dtype=float)
    chance = np.array(found.summary.pass_on)
    known = cases > 0
    cases, chance = cases[known], chance[known]
    middle = (chance + _Z95**2 / (2 * cases)) / (1 + _Z95**2 / cases)
    half = _Z95 / (1 + _Z95**2 / cases) * np.sqrt(chance * (1 - chance) / cases + _Z95**2 / (4 * cases**2))
    table = pd.DataFrame({"k": np.flatnonzero(known), "chance": chance, "low": middle - half, "high": middle + half})
    base = alt.Chart(table).encode(x=alt.X("k:O", title=say("so far", lang), axis=alt.Axis(labelAngle=0)))
    scale, axis = alt.Scale(domain=[0, 1]), alt.Axis(format="%")
    y = alt.Y("chance:Q", title=say("chance of one more", lang), axis=axis, scale=scale)
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
    subtitle = say("lines are intervals", lang)
    if found.fits:
        constant = pd.DataFrame({"chance": [1 - found.fits.geometric_p]})
        layers.insert(0, alt.Chart(constant).mark_rule(color=ASIDE, strokeDash=[6, 4]).encode(y="chance:Q"))
        subtitle = say("lines are intervals, and one is dashed", lang)
    title = alt.Title(say("how likely", lang), subtitle=subtitle)
    return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT, title=title)
