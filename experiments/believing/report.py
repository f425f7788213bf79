"""A map's report: the finding, the picture, how it was found, its points, and where it comes from."""

from collections.abc import Iterator, Mapping

import pandas as pd

from experiments.believing.belief_map import BeliefMap
from experiments.believing.looking import Point, Verdict
from experiments.believing.saying import about, course_name, measure_name, say, says, value_text, words_of
from experiments.believing.telling import question_of, stands, verdict_in_words
from experiments.reporting import charts
from experiments.reporting.parts import (
    Answer,
    Bullets,
    Cell,
    Facts,
    Fold,
    Heading,
    Paragraph,
    Part,
    Picture,
    Size,
    Source,
    Table,
)
from experiments.reporting.render import Report
from experiments.showing.drawing import Chart
from experiments.showing.language import Lang
from experiments.showing.looks import WHITE
from experiments.showing.numbers import number, shown
from sim.company.text import scenario_to_toml

_STATES: dict[Verdict, charts.State] = {
    Verdict.FIRST: "ahead", Verdict.SECOND: "behind", Verdict.UNDECIDED: "undecided",
}  # fmt: skip


def report_of(found: BeliefMap, lang: Lang, provenance: Mapping[str, object]) -> Report:
    """The page of a map, finished or not; `provenance` is that of storing/provenance.py."""
    return Report(question_of(found, lang), say("lede", lang), tuple(_parts(found, lang, provenance)), lang)


def brief(found: BeliefMap, lang: Lang) -> Iterator[Part]:
    """The map as a notebook shows it: what was asked, the finding, and the picture."""
    yield Heading(question_of(found, lang), 3)
    yield Answer(says(found, lang))
    if found.points:
        yield Paragraph(stands(found, lang))
        yield picture(found, lang)


def chart(found: BeliefMap, lang: Lang, size: Size) -> Chart:
    """The map as a chart of cells, one a node; white where it is not known or not to be measured."""
    asked, finest = found.asked, found.asked.steps.finest
    texts = [
        [value_text(side, side.value(step / finest), lang) for step in range(finest + 1)]
        for side in (asked.across, asked.up)
    ]
    cells = [
        (x, y, texts[0][x], texts[1][y], charts.tint(_STATES[verdict], 1.0) if verdict in _STATES else WHITE, "")
        for (x, y), verdict in found.verdicts.items()
    ]
    rows = pd.DataFrame(cells, columns=["x", "y", "x_text", "y_text", "colour", "text"])
    across, up = (f"{words_of(side.subject.label, lang)}" for side in (asked.across, asked.up))
    return charts.cells(rows, charts.Axes(across, up), size)


def _parts(found: BeliefMap, lang: Lang, provenance: Mapping[str, object]) -> Iterator[Part]:
    yield Answer(says(found, lang))
    if not found.finished:
        counts = {"points": len(found.points), "done": found.done, "expected": found.expected}
        yield Paragraph(say("unfinished", lang, **counts), "alarm")
    if not found.points:
        return
    yield Paragraph(stands(found, lang))
    yield Heading(say("in_picture", lang))
    yield picture(found, lang)
    yield Heading(say("how", lang))
    yield Facts(tuple(_facts(found, lang)))
    yield Bullets((say("how_luck", lang), say("how_looks", lang, looks=len(found.asked.looks)), say("how_limit", lang)))
    yield Fold(say("all_points", lang, points=len(found.points)), (_table(found, lang),))
    yield Heading(say("comes_from", lang))
    yield Facts(
        tuple((say(f"from_{key}", lang), str(provenance[key])) for key in ("command", "version", "made")), origin=True
    )
    yield Fold(say("company", lang), (Source(scenario_to_toml(found.asked.scenario, commented=False)),))


def picture(found: BeliefMap, lang: Lang) -> Picture:
    """The map as a picture of a report, with its words."""
    in_words = {verdict: verdict_in_words(found, verdict, lang) for verdict in Verdict}
    legend = say("legend", lang, first=in_words[Verdict.FIRST], second=in_words[Verdict.SECOND])
    parts = "; ".join(f"{in_words[verdict]}: {about(share, lang)}" for verdict, share in found.shares.items() if share)
    return Picture(say("map_title", lang), parts, lambda size: chart(found, lang, size), legend)


def _facts(found: BeliefMap, lang: Lang) -> Iterator[tuple[str, str]]:
    asked = found.asked
    for key, side in (("axis_across", asked.across), ("axis_up", asked.up)):
        row = side.subject
        ends = f"{value_text(side, side.low, lang)} – {value_text(side, side.high, lang)}"
        yield say(key, lang), f"{words_of(row.label, lang)} ({row.key}): {ends}. {words_of(row.meaning, lang)}"
    yield say("judged_by", lang), f"{measure_name(found, lang)}, {say(f'window_{asked.window}', lang)}"
    numbers = {"points": len(found.points), "done": found.done, "full": found.full_grid}
    yield say("work", lang), say("work_done", lang, **{key: number(value, 0, lang) for key, value in numbers.items()})
    weeks = {"warmup": asked.scenario.run.warmup_weeks, "weeks": asked.weeks, "seed": asked.seed}
    yield say("run", lang), say("run_of", lang, **weeks)


def _table(found: BeliefMap, lang: Lang) -> Table:
    """All points that were looked at, row by row from below."""
    asked = found.asked
    heads = (
        *(words_of(side.subject.label, lang) for side in (asked.across, asked.up)), say("verdict", lang),
        course_name(asked.first, lang), course_name(asked.second, lang), say("difference", lang), say("futures", lang),
    )  # fmt: skip
    points = sorted(found.points.values(), key=lambda point: (point.node[1], point.node[0]))
    return Table(say("map_title", lang), heads, tuple(_row(found, point, lang) for point in points))


def _row(found: BeliefMap, point: Point, lang: Lang) -> tuple[Cell | str, ...]:
    asked, apart, unit = found.asked, point.difference, found.asked.reported.unit
    scale = max(abs(apart.low), abs(apart.high))
    mean, low, high = (shown(each, unit, scale, lang, signed=True) for each in (apart.mean, apart.low, apart.high))
    return (
        value_text(asked.across, point.across, lang), value_text(asked.up, point.up, lang),
        verdict_in_words(found, point.verdict, lang), shown(point.first, unit, point.first, lang),
        shown(point.second, unit, point.second, lang), Cell(mean, small=f"{low} … {high}"), str(apart.n),
    )  # fmt: skip
