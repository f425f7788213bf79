"""Charts become pictures, however many rows they have."""

import altair as alt
import pandas as pd

from experiments.showing.drawing import draw, paint


def test_a_chart_of_many_rows_is_drawn() -> None:
    """A map of beliefs at its finest has sixteen thousand cells; altair refuses more than five thousand unasked."""
    rows = pd.DataFrame({"x": range(6_000)})
    chart = alt.Chart(rows).mark_tick().encode(x="x:Q")
    assert draw(chart, "en", 12).count("<path") > 6_000
    assert paint(chart, "many", "", "en", 12).startswith(b"\x89PNG")
