"""How long cases take to be solved, by how often they are handed on."""

import altair as alt
import numpy as np
import pandas as pd

from experiments.showing.language import Lang
from experiments.showing.looks import ASIDE, BLUE, FAINT, ORANGE
from experiments.showing.numbers import duration
from experiments.xray.charts.looks import HEIGHT, WIDTH, Chart, say, told_apart
from experiments.xray.figures import Xray
from sim.records.handoff_summary import CLASSES

_TICKS = {
    "days": {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0},
    "hours": {"minute": 1 / 60, "hour": 1.0, "day": 8.0, "week": 40.0, "month": 173.0, "year": 2080.0},
}
"""Where the axis has a mark, by the unit of the log's times."""


def time_chart(found: Xray, lang: Lang) -> Chart:
    """Median and 90th percentile of the time to solve by number of hand-offs, on a logarithmic scale."""
    figures, unit = found.summary, found.summary.time_unit
    ticks, names = _TICKS[unit], [say("half solved", lang), say("most solved", lang)]
    times = np.array([figures.to_solve_median, figures.to_solve_p90])
    table = pd.DataFrame(
        {
            "handoffs": list(CLASSES) * 2,
            "time": np.maximum(times.ravel(), ticks["minute"]),
            "words": [duration(value, unit, lang) for value in times.ravel()],
            "after": np.repeat(names, len(CLASSES)),
        }
    ).dropna()
    order = [name for name in CLASSES if name in set(table["handoffs"])]
    marks = (f"datum.value < {1.1 * value} ? '{say(f'a {name}', lang)}'" for name, value in ticks.items())
    in_words = " : ".join((*marks, "''"))
    y = alt.Y(
        "time:Q",
        title=say(f"time to solve in {unit}", lang),
        scale=alt.Scale(
            type="log", nice=False, domain=[float(table["time"].min()) / 2, float(table["time"].max()) * 2]
        ),
        axis=alt.Axis(values=list(ticks.values()), labelExpr=in_words, grid=True, gridColor=FAINT),
    )
    base = alt.Chart(table).encode(
        x=alt.X("handoffs:N", sort=order, title=say("handoffs of a case", lang), axis=alt.Axis(labelAngle=0))
    )
    colour, shape = told_apart("after", names, [BLUE, ORANGE], say("time until", lang), "bottom")
    points = base.mark_point(filled=True, size=110, opacity=1).encode(y=y, color=colour, shape=shape)
    spans = base.mark_rule(color=ASIDE).encode(y=alt.Y("min(time):Q"), y2="max(time):Q")
    texts = [  # one above and one below, so that times that are close do not hide each other
        base.transform_filter(alt.datum.after == name)
        .mark_text(align="left", dx=9, dy=dy, fontSize=11)
        .encode(y=y, text="words:N")
        for name, dy in zip(names, (6, -6), strict=True)
    ]
    title = alt.Title(say("time by handoffs", lang), subtitle=say("from first to solved", lang))
    return alt.layer(spans, points, *texts).properties(width=WIDTH, height=HEIGHT + 40, title=title)
