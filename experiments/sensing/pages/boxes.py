"""Where a favourite loses as a page: the conditions in words, their limits as a table, and where it comes from."""

import math
from collections.abc import Iterator
from pathlib import Path

from experiments.reporting.parts import Answer, Cell, Heading, Paragraph, Part, Picture, Table
from experiments.reporting.render import Report
from experiments.sensing.boxes import SHUFFLES, Box, Discovery, Limit
from experiments.sensing.boxes_drawn import chart, sides
from experiments.sensing.boxes_said import chance_of, says
from experiments.sensing.pages.setting import comes_from, set_up
from experiments.sensing.saying import asked, say
from experiments.sensing.subjects import name_of, value_of
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, percent, significant


def report_of(folder: Path | str, found: Discovery, lang: Lang = "en") -> Report:
    """The page of what was found in the folder of a sweep. Raises RequestError or OSError."""
    experiment = found.experiment
    lede = experiment.asks or asked(experiment, found.target, lang)
    return Report(experiment.name, lede, (*parts_of(found, lang), *comes_from(folder, experiment, lang)), lang)


def parts_of(found: Discovery, lang: Lang) -> Iterator[Part]:
    """All of it but the provenance."""
    often, *answers = says(found, lang)
    boxes = len(found.boxes)
    yield Heading(say("loses_when", lang))
    yield Paragraph(often)
    yield from (Answer(each) for each in answers[: boxes or len(answers)])
    yield from (Paragraph(each) for each in (answers[boxes:] if boxes else ()))
    if boxes:
        yield from (_picture(found, place, lang) for place in range(boxes))
        yield Heading(say("box_figures", lang))
        yield _shares(found, lang)
        yield Paragraph(say("box_reading", lang), "note")
        yield _limits(found, lang)
        yield Paragraph(say("box_chance", lang), "note")
    method = (say("box_method", lang), say("box_method_is", lang, shuffles=SHUFFLES))
    yield from set_up(found.experiment, found.company, (method,), lang)


def _picture(found: Discovery, place: int, lang: Lang) -> Picture:
    """The points on two of a box's limits."""
    box = found.boxes[place]
    across, up = (name_of(found.experiment, key, lang) for key in sides(found, box))
    words = say("box_picture", lang, across=across, up=up, inside=box.inside, lost=box.lost)
    return Picture(
        _which(place + 1, lang), words, lambda size: chart(found, place, lang, size), say("box_picture_read", lang)
    )  # fmt: skip


def _shares(found: Discovery, lang: Lang) -> Table:
    """How full each box is, and how much of what is lost it holds."""
    heads = tuple(say(f"box_{name}", lang) for name in ("which", "inside", "lost", "coverage", "density"))
    rows = tuple(
        (_which(place, lang), str(box.inside), str(box.lost), percent(box.coverage, 0), percent(box.density, 0))
        for place, box in enumerate(found.boxes, start=1)
    )
    return Table(say("box_shares", lang), heads, rows)


def _limits(found: Discovery, lang: Lang) -> Table:
    """A row a limit."""
    heads = tuple(say(f"box_{name}", lang) for name in ("which", "parameter", "from", "to", "weakest"))
    rows = tuple(
        _limit(found, place, each, lang) for place, box in enumerate(found.boxes, start=1) for each in _ordered(box)
    )
    return Table(say("box_limits", lang), heads, rows)


def _ordered(box: Box) -> list[Limit]:
    """Limits, the surest first."""
    return sorted(box.limits, key=chance_of)


def _limit(found: Discovery, place: int, limit: Limit, lang: Lang) -> tuple[Cell | str, ...]:
    ends = [
        UNDEFINED if math.isnan(end) else value_of(found.experiment, limit.key, end, lang)
        for end in (limit.low, limit.high)
    ]  # fmt: skip
    name = Cell(name_of(found.experiment, limit.key, lang), small=limit.key)
    return _which(place, lang), name, *ends, significant(chance_of(limit), 1, lang)


def _which(place: int, lang: Lang) -> str:
    return say("box_number", lang, number=place)
