"""A comparison as CSV: one row a window, measure and policy, for spreadsheets and other programs."""

import csv
import math
from io import StringIO

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import Difference, Interval
from experiments.comparing.reported import reported
from experiments.comparing.windows import WINDOWS
from experiments.showing.language import Lang
from experiments.storing.sheets import harmless

COLUMNS = (
    "window", "measure", "label", "unit", "policy", "name", "futures", "mean", "low", "high", "against", "difference",
    "difference_low", "difference_high", "higher_in", "lower_in",
)  # fmt: skip
"""`low` and `high` are the ends of the 95 % interval; the last six are of the paired difference from `against`."""


def to_csv(found: Comparison, measures: list[str], lang: Lang) -> str:
    """The measures of both windows as CSV text; what is undefined is empty. Names and labels are in the language."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    summary, paired, known = found.summary(), found.paired(), reported()
    for window in WINDOWS:
        for measure in measures:
            about = known[measure]
            label = about.label_nl if lang == "nl" else about.label
            for course in found.courses:
                name = course.name.nl if lang == "nl" else course.name.en
                texts = (window, measure, label, about.unit, course.id, name)
                against = paired[course.id][window][measure] if course.id in paired else None
                writer.writerow(
                    [*map(harmless, texts), *_of_mean(summary[course.id][window][measure]),
                     *_of_difference(found.ids[0], against)]
                )  # fmt: skip
    return out.getvalue()


def _of_mean(mean: Interval) -> list[object]:
    return [mean.n, *map(_plain, (mean.mean, mean.low, mean.high))]


def _of_difference(base: str, apart: Difference | None) -> list[object]:
    if apart is None:
        return [""] * 6
    ends = map(_plain, (apart.mean, apart.low, apart.high))
    return [harmless(base), *ends, apart.higher_in, apart.lower_in]


def _plain(value: float) -> object:
    return "" if math.isnan(value) else value
