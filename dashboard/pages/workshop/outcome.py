"""What a draft does, against another policy under the same luck: a few measures, with how sure they are."""

import math
from typing import Any

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import differences, judgement, sentence
from experiments.comparing.reported import label_of, reported
from experiments.showing.language import Lang
from experiments.showing.numbers import shown, unit_of
from experiments.showing.words import Words

SHOWN = ("avoidable_handoffs", "silo_index", "satisfaction", "customers", "sales", "profit")
"""What a strategist asks first of a contract: passing on, silos, customers, money."""
SIGNS = {1: "better", -1: "worse", 0: "neither"}


def outcome(found: Comparison, words: Words, lang: Lang) -> dict[str, Any]:
    """The second course against the first in the last quarter: a row a measure."""
    values, known = found.measures("last_quarter"), reported()
    rows = []
    for name in SHOWN:
        measure, (theirs, ours) = known[name], values[name]
        apart = differences(values[name][1:], values[name][:1])[0]
        means = [_mean(row) for row in (theirs.tolist(), ours.tolist())]
        scale = max((abs(mean) for mean in means if not math.isnan(mean)), default=math.nan)
        title, unit = label_of(name, lang), unit_of(measure.unit, lang)
        rows.append(
            {
                "label": title, "unit": unit if unit != title.lower() else "",
                "theirs": shown(means[0], measure.unit, scale, lang),
                "ours": shown(means[1], measure.unit, scale, lang),
                "apart": shown(apart.mean, measure.unit, scale, lang, signed=True),
                "said": sentence(apart, measure.better, lang), "sign": SIGNS[judgement(apart, measure.better)],
            }
        )  # fmt: skip
    return {"rows": rows, "futures": words.say("outcome_futures", lang, futures=found.replicates, weeks=found.weeks)}


def _mean(values: list[float]) -> float:
    known = [value for value in values if not math.isnan(value)]
    return sum(known) / len(known) if known else math.nan
