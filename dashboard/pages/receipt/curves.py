"""The small curves beside the receipts: what pays over standings and over the weeks of the quarter, as plain values."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from experiments.comparing.course import Course
from experiments.comparing.tills import Pair, Standing, Tills, scores_of
from experiments.showing.language import Lang
from experiments.showing.looks import letter, look
from experiments.showing.numbers import money, number
from experiments.showing.words import Words
from sim.company.scenario import Scenario
from sim.policies.vocabulary import Role

PAUSE = 0.25
"""Seconds without a move before the weeks are printed anew: while a slider is held, the receipts go first."""


class Curves(NamedTuple):
    """Receipts of each policy at each of `scores`, and in each week of the quarter; None: still being printed."""

    scores: tuple[float, ...]
    over_scores: tuple[tuple[Pair, ...], ...]
    over_weeks: tuple[tuple[Pair, ...], ...] | None


def curves(
    tills: Tills,
    courses: Sequence[Course],
    scenario: Scenario,
    standing: Standing,
    stop: Callable[[], bool],
    at_once: bool,
) -> Iterator[Curves]:
    """The curves; ends early if nobody wants them. `at_once` gives the scores first, because there is nothing yet."""
    open_tills, scores = [tills.at(each.first, scenario) for each in courses], scores_of(scenario)
    by_score, by_week = [], []
    until = time.monotonic() + (0.0 if at_once else PAUSE)
    while time.monotonic() < until and not stop():
        time.sleep(0.02)
    for till in open_tills:
        if stop():
            return
        by_score.append(tuple(till.over_scores(standing, scores)))
    if at_once:
        yield Curves(scores, tuple(by_score), None)
    for till in open_tills:
        if stop():
            return
        by_week.append(tuple(till.over_weeks(standing)))
    yield Curves(scores, tuple(by_score), tuple(by_week))


def charts(
    found: Curves, role: Role, standing: Standing, courses: Sequence[Course], words: Words, lang: Lang
) -> list[dict[str, Any]]:
    """The charts of one role: a line for each policy."""
    scores = list(found.scores)
    weeks = [week + 1.0 for week in range(len(found.over_weeks[0]) if found.over_weeks else 0)]
    start = found.over_scores[0][0][0].start
    return [
        _chart(
            "point_scores", "own_point", found.over_scores, scores, standing.satisfaction, role, courses, words, lang
        )
        | {"ticks": [[score, number(score, 0, lang)] for score in scores if score % 1 == 0], "start": start},
        *(
            _chart(f"{name}_weeks", line, found.over_weeks, weeks, standing.week + 1.0, role, courses, words, lang)
            | {"ticks": [[week, f"{week:.0f}"] for week in weeks if week % 4 == 1], "start": None}
            for name, line in (("point", "own_point"), ("hour", "hour"))
            if weeks
        ),
    ]


def _chart(
    name: str, line: str, pairs: Sequence[Sequence[Pair]] | None, places: list[float], here: float, role: Role,
    courses: Sequence[Course], words: Words, lang: Lang,
) -> dict[str, Any]:  # fmt: skip
    rows = [[dict(pair[role].a_month)[line] for pair in each] for each in pairs or []]
    top = _round_up(max((euro for row in rows for euro in row), default=0.0))
    return {
        "name": name,
        "title": words.say(f"chart_{name}", lang),
        "along": words.say(f"along_{name.split('_')[1]}", lang),
        "places": places,
        "here": here,
        "top": top,
        "heights": [[euro, money(euro, 0, lang)] for euro in (0.0, top / 2, top)],
        "table": words.say("table", lang),
        "lines": [
            {
                "letter": letter(place), "place": place % 8, "dash": " ".join(map(str, look(place).dash)),
                "name": getattr(course.name, lang), "values": [round(euro, 2) for euro in row],
                "cells": [money(euro, 0, lang) for euro in row],
            }
            for place, (course, row) in enumerate(zip(courses, rows, strict=False))
        ],
    }  # fmt: skip


def _round_up(value: float) -> float:
    """A round number at or above it, for the top of an axis.

    >>> [_round_up(value) for value in (0.0, 0.3, 7.0, 1239.0, 2920.0)]
    [10.0, 10.0, 10.0, 2000.0, 4000.0]
    """
    size = 10.0
    while True:
        for part in (1.0, 2.0, 4.0):
            if value <= part * size:
                return part * size
        size *= 10.0
