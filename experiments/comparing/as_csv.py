"""A comparison as CSV: one row a window, measure and policy, for spreadsheets and other programs."""

from collections.abc import Iterator

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import Difference
from experiments.comparing.reported import reported
from experiments.comparing.windows import WINDOWS
from experiments.showing.cells import as_csv
from experiments.showing.language import Lang

COLUMNS = (
    "window", "measure", "label", "unit", "policy", "name", "futures", "mean", "low", "high", "against", "difference",
    "difference_low", "difference_high", "higher_in", "lower_in",
)  # fmt: skip
"""`low` and `high` are the ends of the 95 % interval; the last six are of the paired difference from `against`."""


def to_csv(found: Comparison, measures: list[str], lang: Lang) -> str:
    """The measures of both windows as CSV text; what is undefined is empty. Names and labels are in the language."""
    return as_csv([COLUMNS, *_rows(found, measures, lang)])


def _rows(found: Comparison, measures: list[str], lang: Lang) -> Iterator[list[object]]:
    summary, paired, known = found.summary(), found.paired(), reported()
    for window in WINDOWS:
        for measure in measures:
            about = known[measure]
            label = about.label_nl if lang == "nl" else about.label
            for course in found.courses:
                name = course.name.nl if lang == "nl" else course.name.en
                mean = summary[course.id][window][measure]
                against = paired[course.id][window][measure] if course.id in paired else None
                yield [
                    window, measure, label, about.unit, course.id, name,
                    mean.n, mean.mean, mean.low, mean.high, *_of_difference(found.ids[0], against),
                ]  # fmt: skip


def _of_difference(base: str, apart: Difference | None) -> list[object]:
    if apart is None:
        return [""] * 6
    return [base, apart.mean, apart.low, apart.high, apart.higher_in, apart.lower_in]
