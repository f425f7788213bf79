"""The numbers side by side: comparison tables as HTML, and the numbers behind a chart."""

import math
from html import escape

import pandas as pd

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import Difference, Interval, judgement, sentence
from experiments.comparing.reported import HEADLINES, Paired, Summary, reported
from experiments.comparing.windows import Window
from experiments.page.sentences import label, name_of
from experiments.page.words import say
from experiments.showing.html_table import table
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import amount, number, shown, unit_of
from sim.records.counts import Reported

_WEEKS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 26, 39, 52)
_CLASSES = {1: "better", -1: "worse", 0: "neither"}


def comparison_table(found: Comparison, summary: Summary, paired: Paired, window: Window, lang: Lang) -> str:
    """One window: a row a measure, a column a policy; below a value its difference from the first policy."""
    known, rows = reported(), []
    for name in HEADLINES:
        measure = known[name]
        scale = max((abs(summary[policy][window][name].mean) for policy in found.ids), default=math.nan)
        cells = []
        for policy in found.ids:
            apart = paired[policy][window][name] if policy in paired else None
            cells.append(_cell(summary[policy][window][name], apart, measure, scale, lang))
        unit = unit_of(measure.unit, lang)
        title = label(name, lang)
        small = f" <small>{escape(unit)}</small>" if unit and unit != title.lower() else ""
        rows.append(f'<tr><th scope="row">{escape(title)}{small}</th>{"".join(cells)}</tr>')
    return table(say("measure", lang), policies(found, lang), rows, say(f"table_{window}", lang), "numbers compared")


def change_table(found: Comparison, lang: Lang) -> str:
    """Weeks to change of each policy."""
    rows = [
        f'<tr><th scope="row">{escape(name)}</th><td>'
        f"{escape(say(f'change_{outcome.value}', lang, weeks=number(weeks, 0, lang)))}</td></tr>"
        for name, (weeks, outcome) in zip(policies(found, lang), found.changes().values(), strict=True)
    ]
    return table(say("policy", lang), [say("change_weeks", lang)], rows, say("change_title", lang))


def curve_table(found: Comparison, curve: pd.DataFrame, lang: Lang) -> str:
    """The means behind a chart of the silo index, in some weeks."""
    by_week = curve.pivot(index="week", columns="place", values="mean")
    rows = []
    for week in (each for each in _WEEKS if each in by_week.index):
        means = by_week.loc[week].to_numpy(dtype=float)
        cells = "".join(f"<td>{number(float(mean), 2, lang)}</td>" for mean in means)
        rows.append(f'<tr><th scope="row">{week}</th>{cells}</tr>')
    return table(say("week", lang), policies(found, lang), rows, say("wall_axis", lang))


def policies(found: Comparison, lang: Lang) -> list[str]:
    """Letters and names of the policies."""
    return [f"{letter(place)} {name_of(found, policy, lang)}" for place, policy in enumerate(found.ids)]


def _cell(mean: Interval, apart: Difference | None, measure: Reported, scale: float, lang: Lang) -> str:
    text = escape(shown(mean.mean, measure.unit, scale, lang))
    if not math.isnan(mean.half):
        text += f" <small>± {escape(amount(mean.half, measure.unit, scale, lang))}</small>"
    if apart is None:
        return f"<td>{text}</td>"
    said = sentence(apart, measure.better, lang)
    if apart.n and apart.higher_in + apart.lower_in:
        said = f"{shown(apart.mean, measure.unit, scale, lang, signed=True)}, {said}"
    return f'<td>{text}<span class="apart {_CLASSES[judgement(apart, measure.better)]}">{escape(said)}</span></td>'
