"""What a search for boxes says, in words and as rows."""

import math
from typing import Any

from experiments.sensing.boxes import FEWEST, Box, Discovery, Limit
from experiments.sensing.saying import course_name, measure_name, say
from experiments.sensing.subjects import name_of, value_of
from experiments.showing import cells
from experiments.showing.language import Lang
from experiments.showing.numbers import percent, significant

_LEAST_CHANCE = 0.001
"""Below it only that it is below."""


def says(found: Discovery, lang: Lang) -> list[str]:
    """A few sentences: how often the favourite loses, and under which conditions."""
    experiment, target = found.experiment, found.target
    told = [
        say("lost_at", lang, policy=course_name(experiment, target.policy, lang), measure=measure_name(target, lang),
            against=course_name(experiment, target.against, lang), window=say(f"window_{target.window}", lang),
            lost=found.lost, points=found.points, clearly=found.clearly)
    ]  # fmt: skip
    if found.boxes:
        told += [_box(found, box, place, lang) for place, box in enumerate(found.boxes)]
        covered = sum(box.lost for box in found.boxes)
        return [*told, say("boxes_cover", lang, covered=covered, lost=found.lost)]
    if found.lost == 0:
        return [*told, say("never_lost", lang)]
    if found.lost == found.points:
        return [*told, say("always_lost", lang)]
    if min(found.lost, found.points - found.lost) < FEWEST:
        return [*told, say("too_few", lang, few=min(found.lost, found.points - found.lost), fewest=FEWEST)]
    if found.unfit is not None:
        return [*told, say("box_of_chance", lang, limits=_limits(found, found.unfit, lang))]
    return [*told, say("no_box_mostly" if found.lost > found.points / 2 else "no_box", lang)]


def as_json(found: Discovery, lang: Lang) -> dict[str, Any]:
    """Plain values, and the same in sentences."""
    target = found.target
    boxes = [
        {**box._asdict(), "limits": [_plain(each) for each in box.limits], "says": _box(found, box, place, lang)}
        for place, box in enumerate(found.boxes)
    ]  # fmt: skip
    return {
        "experiment": found.experiment.name, "company": found.company, "favourite": target.policy,
        "against": target.against, "measure": target.measure, "window": target.window, "points": found.points,
        "lost": found.lost, "clearly": found.clearly, "says": says(found, lang), "boxes": boxes,
    }  # fmt: skip


def as_csv(found: Discovery) -> str:
    """A row a limit, with the figures of its box."""
    rows: list[list[object]] = [["box", "inside", "lost", "coverage", "density", *Limit._fields]]
    for place, box in enumerate(found.boxes, start=1):
        for each in box.limits:
            rows.append([place, box.inside, box.lost, box.coverage, box.density, *_plain(each).values()])
    return cells.as_csv(rows)


def chance_of(limit: Limit) -> float:
    """How likely the weaker of its ends would be no less good by chance."""
    ends = ((limit.low, limit.chance_low), (limit.high, limit.chance_high))
    return max(chance for end, chance in ends if not math.isnan(end))


def _box(found: Discovery, box: Box, place: int, lang: Lang) -> str:
    against = course_name(found.experiment, found.target.against, lang)
    return say(
        "box" if place == 0 else "box_too", lang, against=against, limits=_limits(found, box, lang), lost=box.lost,
        inside=box.inside, coverage=percent(box.coverage, 0), density=percent(box.density, 0),
        chance=_p_value(max(map(chance_of, box.limits)), lang),
    )  # fmt: skip


def _p_value(chance: float, lang: Lang) -> str:
    """Nobody knows what one in a billion is.

    >>> _p_value(1e-9, "en"), _p_value(0.021, "nl")
    ('< 0.001', '= 0,02')
    """
    if chance < _LEAST_CHANCE:
        return f"< {significant(_LEAST_CHANCE, 1, lang)}"
    return f"= {significant(chance, 1, lang)}"


def _limits(found: Discovery, box: Box, lang: Lang) -> str:
    return say("and", lang).join(_limit(found, each, lang) for each in box.limits)


def _limit(found: Discovery, limit: Limit, lang: Lang) -> str:
    name = name_of(found.experiment, limit.key, lang)
    low, high = (value_of(found.experiment, limit.key, each, lang) for each in (limit.low, limit.high))
    if math.isnan(limit.high):
        return say("above", lang, name=name, low=low)
    if math.isnan(limit.low):
        return say("below", lang, name=name, high=high)
    return say("between", lang, name=name, low=low, high=high)


def _plain(limit: Limit) -> dict[str, Any]:
    return {
        key: None if isinstance(value, float) and math.isnan(value) else value
        for key, value in limit._asdict().items()
    }  # fmt: skip
