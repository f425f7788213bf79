"""A comparison as JSON, for other programs: these keys and no others, undefined is null."""

import json
import math
from typing import TYPE_CHECKING

from experiments.comparing.intervals import Difference, Interval

if TYPE_CHECKING:
    from experiments.comparing.comparison import Comparison

type Json = dict[str, "Json"] | list["Json"] | str | float | int | None


def to_json(found: "Comparison") -> str:
    """The comparison as JSON text.

    {"scenario", "seed", "replicates", "weeks",
     "policies": {id: {"week6": {measure: {"mean", "ci95"}}, "last_quarter": …}},
     "paired": {id: {"against": id, "week6": {measure: {"mean", "ci95", "higher_in"}}, "last_quarter": …}}}

    `ci95` is [low, high]; `higher_in` counts the futures in which the policy is higher than the first, ties not.
    """
    content: dict[str, object] = {
        "scenario": found.scenario.name,
        "seed": found.seed,
        "replicates": found.replicates,
        "weeks": found.weeks,
        "policies": {
            policy: {window: {name: _interval(each) for name, each in measures.items()}
                     for window, measures in windows.items()}
            for policy, windows in found.summary().items()
        },
        "paired": {
            policy: {"against": found.ids[0],
                     **{window: {name: _difference(each) for name, each in measures.items()}
                        for window, measures in windows.items()}}
            for policy, windows in found.paired().items()
        },
    }  # fmt: skip
    return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)


def _interval(found: Interval) -> dict[str, Json]:
    ends: Json = None if math.isnan(found.low) else [found.low, found.high]
    return {"mean": None if math.isnan(found.mean) else found.mean, "ci95": ends}


def _difference(found: Difference) -> dict[str, Json]:
    return {**_interval(found), "higher_in": found.higher_in if found.n else None}
