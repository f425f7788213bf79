"""An empty Solara slider with the chart of the first page: what a move costs when nothing is computed."""

import math
from collections.abc import Callable
from typing import Any

import solara

from dashboard.look import CSS, share
from dashboard.look.plain import component

WEEKS = list(range(-7, 53))


@component("echo.vue")
def EchoView(chart: dict[str, Any], value: float, event_move: Callable[[Any], None]) -> None:
    """A slider and a chart; see echo.vue."""


@solara.component
def Page() -> None:
    """A slider that moves two curves."""
    solara.use_memo(share, [])
    value, set_value = solara.use_state(500.0)
    solara.Style(CSS)
    EchoView(chart=_chart(value), value=value, event_move=lambda given: set_value(float(given)))


def _chart(value: float) -> dict[str, Any]:
    """Two curves with bands, as many points as the first page's."""
    lines = []
    for place in range(2):
        mean = [math.sin(week / 9 + place + value / 1000) for week in WEEKS]
        lines.append({
            "place": place, "letter": "AB"[place], "name": f"policy {place}", "dash": [], "width": 2.5, "mean": mean,
            "low": [each - 0.1 for each in mean], "high": [each + 0.1 for each in mean],
        })  # fmt: skip
    return {"measure": "echo", "label": "Echo", "unit": "per problem", "weeks": WEEKS, "lines": lines,
            "alt": f"echo of {value}"}  # fmt: skip
