"""A comparison as JSON, for other programs: these keys and no others, undefined is null."""

import json
import math
from typing import NamedTuple

from experiments.comparing.intervals import Difference, Interval
from experiments.comparing.reported import Paired, Summary

type Json = dict[str, "Json"] | list["Json"] | str | float | int | None


class Head(NamedTuple):
    """What was compared: the keys before the numbers."""

    scenario: str
    seed: int
    replicates: int
    weeks: int


def to_json(head: Head, summary: Summary, paired: Paired, against: str) -> str:
    """A comparison as JSON text; `against` is the course that `paired` is set against.

    {"scenario", "seed", "replicates", "weeks",
     "policies": {id: {"week6": {measure: {"mean", "ci95"}}, "last_quarter": …}},
     "paired": {id: {"against": id, "week6": {measure: {"mean", "ci95", "higher_in"}}, "last_quarter": …}}}

    `ci95` is [low, high]; `higher_in` counts the futures in which the course is higher than the first, ties not. A
    course of several policies stands among the policies by its own id.
    """
    content: dict[str, object] = {
        **head._asdict(),
        "policies": {
            course: {window: {name: _interval(each) for name, each in measures.items()}
                     for window, measures in windows.items()}
            for course, windows in summary.items()
        },
        "paired": {
            course: {"against": against,
                     **{window: {name: _difference(each) for name, each in measures.items()}
                        for window, measures in windows.items()}}
            for course, windows in paired.items()
        },
    }  # fmt: skip
    return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)


def _interval(found: Interval) -> dict[str, Json]:
    ends: Json = None if math.isnan(found.low) else [found.low, found.high]
    return {"mean": None if math.isnan(found.mean) else found.mean, "ci95": ends}


def _difference(found: Difference) -> dict[str, Json]:
    return {**_interval(found), "higher_in": found.higher_in if found.n else None}
