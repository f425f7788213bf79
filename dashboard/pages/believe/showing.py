"""A map as plain data for the browser: rows of letters, the points that were looked at, axes, marks and names."""

import math
from typing import Any

from dashboard.desk import Desk
from dashboard.pages.believe.choosing import place_of
from experiments.believing.asked import Asked
from experiments.believing.assumption import Assumption
from experiments.believing.belief_map import LETTERS, BeliefMap
from experiments.believing.looking import Point
from experiments.believing.saying import course_name, value_text, words_of
from experiments.believing.subject import ContractNumber, value_of
from experiments.catalogue import load_scenario
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import decimals, unit_of

type Json = dict[str, Any]

CALIBRATED = "volvo-baseline"
_TICKS = 4


def cells(found: BeliefMap | None) -> Json:
    """The map itself: `rows` from below, a letter a node; `points` as [x, y, letter, futures, difference, low, high,
    first, second, futures in which the first is higher, lower]."""
    if found is None:
        return {"rows": [], "points": [], "even": 1}
    return {
        "rows": found.letters,
        "points": [_point(found.points[node]) for node in sorted(found.points)],
        "even": found.asked.steps.finest // found.asked.steps.even,
    }


def _point(point: Point) -> list[int | float | str | None]:
    apart = point.difference
    numbers = (apart.mean, apart.low, apart.high, point.first, point.second)
    return [
        *point.node, LETTERS[point.verdict], apart.n, *(None if math.isnan(each) else each for each in numbers),
        apart.higher_in, apart.lower_in,
    ]  # fmt: skip


def frame(desk: Desk, asked: Asked) -> Json:
    """What stands around the map."""
    lang = desk.lang
    return {
        "across": _axis(asked.across, asked.steps.finest, lang),
        "up": _axis(asked.up, asked.steps.finest, lang),
        "courses": [_course(desk, place, course_name(course, lang))
                    for course in asked.courses for place in [place_of(desk, course.id)]],
        "marks": marks(asked),
    }  # fmt: skip


def _axis(side: Assumption, finest: int, lang: Lang) -> Json:
    row = side.subject
    # Beside the map there is little room: a number of a contract is said short, and under it of what it is one.
    title, under = (row.short, row.part) if isinstance(row, ContractNumber) else (row.label, row.meaning)
    return {
        "label": words_of(row.label, lang),
        "meaning": words_of(row.meaning, lang),
        "title": words_of(title, lang),
        "under": words_of(under, lang),
        "unit": words_of(row.unit, lang),
        "texts": [value_text(side, side.value(step / finest), lang) for step in range(finest + 1)],
        "ticks": [step * finest // _TICKS for step in range(_TICKS + 1)],
    }


def _course(desk: Desk, place: int, name: str) -> Json:
    return {"letter": letter(place), "colour": f"var(--c{place % 8})", "name": name}


def marks(asked: Asked) -> list[Json]:
    """Companies on the map: the defaults, the calibrated one and this one; `x` and `y` from 0 to 1, if they are on it.

    Companies at the same place share a mark.
    """
    log = load_scenario(CALIBRATED)
    sides = (asked.across, asked.up)
    companies = {
        "default": [side.subject.default for side in sides],
        "calibrated": [value_of(side.subject, log, asked.courses) for side in sides],
        "own": [value_of(side.subject, asked.scenario, asked.courses) for side in sides],
    }
    places: dict[tuple[float, float], list[str]] = {}
    for kind, (across, up) in companies.items():
        places.setdefault((asked.across.share(across), asked.up.share(up)), []).append(kind)
    return [
        {"x": x, "y": y, "kinds": kinds, "inside": 0.0 <= x <= 1.0 and 0.0 <= y <= 1.0}
        for (x, y), kinds in places.items()
    ]


def measure(asked: Asked, found: BeliefMap | None, lang: Lang) -> Json:
    """What the browser needs to write the measure's numbers."""
    facts = asked.reported
    means = [] if found is None else [abs(point.first) for point in found.points.values()]
    scale = max((mean for mean in means if not math.isnan(mean)), default=1.0)
    return {
        "label": facts.label_nl if lang == "nl" else facts.label,
        "unit": unit_of(facts.unit, lang),
        "share": facts.unit == "share",
        "money": facts.unit.startswith("€"),
        "decimals": max(1, decimals(facts.unit, scale)) if facts.unit == "share" else decimals(facts.unit, scale),
        "reading": facts.reading_nl if lang == "nl" else facts.reading,
        "better": facts.better,
    }
