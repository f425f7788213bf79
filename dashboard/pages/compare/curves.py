"""The curves of a comparison as plain data for the browser: week by week the mean and its 95 % interval."""

import math
from typing import Any

import numpy as np

from experiments.comparing.comparison import Comparison
from experiments.comparing.headline import GLANCE
from experiments.comparing.intervals import Floats, t_intervals
from experiments.comparing.reported import reported
from experiments.comparing.windows import BEFORE_WEEKS
from experiments.showing.language import Lang
from experiments.showing.looks import letter, look
from experiments.showing.numbers import unit_of
from sim.records.measures import MEASURES

USUAL = ("avoidable_handoffs", "silo_index", "satisfaction", "profit", "customers", "sales", "agenda_customer")
"""What is drawn at first, the first one large."""
MOST = 12


def chosen(text: str) -> tuple[str, ...]:
    """The measures that an option names, the first drawn large; the usual ones if it names none."""
    asked = tuple(dict.fromkeys(name for name in text.split(",") if name in MEASURES))
    return asked[:MOST] or USUAL


def chart(found: Comparison, measure: str, lang: Lang, apart: bool) -> dict[str, Any]:
    """One chart: axis, words and a line for each course. With `apart` the differences from the first course."""
    known = reported()[measure]
    values = found.weekly(measure)
    first = max(0, found.warmup - BEFORE_WEEKS)
    if apart:
        values = values - values[:1]
    places = range(1 if apart and len(found.ids) > 1 else 0, len(found.ids))
    return {
        "measure": measure,
        "label": known.label_nl if lang == "nl" else known.label,
        "unit": known.unit,
        "unit_label": unit_of(known.unit, lang),
        "better": known.better,
        "weeks": found.week_numbers[first:].tolist(),
        "lines": [_line(found, place, values[place, :, first:], lang) for place in places],
    }


def _line(found: Comparison, place: int, values: Floats, lang: Lang) -> dict[str, Any]:
    """One course: its look, and mean, low and high end by week; no band at a first glance."""
    mean, low, high, _ = t_intervals(values.T)
    words, mine = found.courses[place].name, look(place)
    band = found.replicates >= GLANCE
    return {
        "place": place, "letter": letter(place), "name": words.nl if lang == "nl" else words.en,
        "dash": list(mine.dash), "width": mine.width, "mean": _plain(mean),
        "low": _plain(low) if band else [], "high": _plain(high) if band else [],
    }  # fmt: skip


def _plain(values: Floats) -> list[float | None]:
    """Numbers with the digits that a picture can show; what is not defined is None."""
    known = np.isfinite(values)
    scale = float(np.abs(values[known]).max()) if known.any() else 0.0
    places = 4 - math.floor(math.log10(scale)) if scale > 0.0 else 0
    rounded: list[float | None] = values.round(max(places, 0)).tolist()
    return rounded if known.all() else [value if fine else None for value, fine in zip(rounded, known, strict=True)]
