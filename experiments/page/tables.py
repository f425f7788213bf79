"""The numbers side by side: comparison tables as HTML, and the numbers behind a chart."""

from html import escape

import pandas as pd

from experiments.comparing.comparison import Comparison
from experiments.comparing.reported import Paired, Summary
from experiments.comparing.side_by_side import side_by_side
from experiments.comparing.windows import Window
from experiments.page.sentences import name_of
from experiments.page.words import say
from experiments.reporting.render import fragment
from experiments.showing.html_table import table
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import number

_WEEKS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 26, 39, 52)


def comparison_table(found: Comparison, summary: Summary, paired: Paired, window: Window, lang: Lang) -> str:
    """One window: a row a measure, a column a policy; below a value its difference from the first policy."""
    names = {policy: name_of(found, policy, lang) for policy in found.ids}
    return fragment((side_by_side(names, summary, paired, window, lang),), lang)


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
