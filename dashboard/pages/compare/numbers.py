"""The numbers of a comparison as rows of text: what the cards and the table show, the same as the command prints."""

import math
from typing import Any

from experiments.comparing.comparison import Comparison
from experiments.comparing.headline import difference, mean_of
from experiments.comparing.intervals import Difference, Interval, judgement, sentence
from experiments.comparing.reported import HEADLINES, others, reported
from experiments.comparing.windows import Window
from experiments.showing.language import Lang
from experiments.showing.numbers import amount, shown, unit_of

CARDS = ("avoidable_handoffs", "silo_index", "satisfaction", "customers", "pay_so_far", "profit_so_far")
"""Benefits, and beside them their price."""
_CLASSES = {1: "better", -1: "worse", 0: ""}


def cards(found: Comparison, hero: int, lang: Lang) -> list[dict[str, Any]]:
    """A few numbers, large: from the first course to another, over the last quarter."""
    made = []
    for name in CARDS:
        known = reported()[name]
        apart = difference(found, hero, name)
        base, mine = (mean_of(found, place, name) for place in (0, hero))
        scale = max(abs(base), abs(mine))
        made.append(
            {
                "measure": name,
                "label": known.label_nl if lang == "nl" else known.label,
                "unit": unit_of(known.unit, lang),
                "was": shown(base, known.unit, scale, lang),
                "now": shown(mine, known.unit, scale, lang),
                "said": sentence(apart, known.better, lang),
                "kind": _CLASSES[judgement(apart, known.better)],
            }
        )
    return made


def table(found: Comparison, window: Window, lang: Lang) -> list[dict[str, Any]]:
    """A row a measure, a cell a course, headlines first; `mean` is the bare number of `siloscope compare --json`."""
    summary, paired = found.summary(), found.paired()
    rows = []
    for name in (*HEADLINES, *others()):
        known = reported()[name]
        means = [summary[policy][window][name] for policy in found.ids]
        scale = max((abs(each.mean) for each in means if not math.isnan(each.mean)), default=math.nan)
        cells = []
        for policy, mean in zip(found.ids, means, strict=True):
            apart = paired[policy][window][name] if policy in paired else None
            cells.append(_cell(mean, apart, known.unit, known.better, scale, lang))
        label = known.label_nl if lang == "nl" else known.label
        unit = unit_of(known.unit, lang)
        rows.append({"measure": name, "label": label, "unit": unit, "cells": cells, "first": name in HEADLINES})
    return rows


def _cell(
    mean: Interval, apart: Difference | None, unit: str, better: int, scale: float, lang: Lang
) -> dict[str, str | float | None]:
    text = shown(mean.mean, unit, scale, lang)
    half = "" if math.isnan(mean.half) else f"± {amount(mean.half, unit, scale, lang)}"
    said = kind = ""
    if apart is not None:
        said = sentence(apart, better, lang)
        if apart.n and apart.higher_in + apart.lower_in:
            said = f"{shown(apart.mean, unit, scale, lang, signed=True)}, {said}"
        kind = _CLASSES[judgement(apart, better)]
    return {
        "text": text, "half": half, "said": said, "kind": kind, "mean": None if math.isnan(mean.mean) else mean.mean,
    }  # fmt: skip
