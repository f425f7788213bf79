"""A map as files: its points as CSV, all of it as JSON, the picture as SVG and PNG, and the page."""

import json
import math
from pathlib import Path

from experiments.believing.belief_map import BeliefMap
from experiments.believing.report import chart, picture, report_of
from experiments.believing.telling import question_of, story
from experiments.reporting.parts import WIDE
from experiments.reporting.render import write
from experiments.showing.cells import cells
from experiments.showing.drawing import as_png, draw
from experiments.showing.language import Lang
from experiments.showing.svg import alone
from experiments.storing.folder import Writer, write_folder
from experiments.storing.inside import in_png, in_svg
from experiments.storing.provenance import provenance
from experiments.storing.whole import write_whole


def origin(found: BeliefMap) -> dict[str, object]:
    """Where a map comes from, both courses' policies among it."""
    asked = found.asked
    policies = {policy.id: policy for course in asked.courses for policy in course.policies}
    return provenance(
        asked.scenario, list(policies.values()), seed=asked.seed, replicates=range(asked.looks[-1]), weeks=asked.weeks
    )


def as_json(found: BeliefMap, lang: Lang) -> dict[str, object]:
    """The map as plain values: the question, the finding in words, the points, and `grid`, its letters.

    What is not defined is null.
    """
    asked = found.asked
    return {
        "first": asked.first.text, "second": asked.second.text, "measure": asked.measure, "window": asked.window,
        "weeks": asked.weeks, "seed": asked.seed, "looks": list(asked.looks),
        **{key: {"key": each.subject.key, "low": each.low, "high": each.high}
           for key, each in (("across", asked.across), ("up", asked.up))},
        "finished": found.finished, "futures": found.done, "says": list(story(found, lang)),
        "shares": {verdict.value: share for verdict, share in found.shares.items()},
        "points": [
            {name: None if isinstance(value, float) and math.isnan(value) else value for name, value in row.items()}
            for row in found.frame().to_dict("records")
        ],
        "grid": found.letters,
    }  # fmt: skip


def write_map(found: BeliefMap, folder: Path, lang: Lang, force: bool = False) -> list[Path]:
    """Write all of it to a folder, whole or not at all; returns the paths. Raises as write_folder."""
    note, shown = origin(found), picture(found, lang)
    svg = alone(draw(chart(found, lang, WIDE), lang, WIDE.font), question_of(found, lang), shown.words, shown.note)
    files: dict[str, Writer] = {
        "map.csv": lambda path: cells(found.frame()).to_csv(path, index=False, lineterminator="\n"),
        "map.json": lambda path: path.write_text(
            json.dumps(as_json(found, lang), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        ),
        "map.svg": lambda path: write_whole(path, in_svg(svg, note)),
        "map.png": lambda path: write_whole(path, in_png(as_png(svg, 2), note)),
        "report.html": lambda path: write(report_of(found, lang, note), path),
    }
    return write_folder(folder, files, note, force=force)


def write_page(found: BeliefMap, path: Path, lang: Lang) -> Path:
    """Write the page alone. Raises RequestError or OSError."""
    return write(report_of(found, lang, origin(found)), path)
