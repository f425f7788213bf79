"""A sensitivity as a page: words first, then the picture, the table, what moves nothing, and where it comes from."""

from collections.abc import Iterator
from pathlib import Path

from experiments.reporting.parts import Answer, Bullets, Fold, Heading, Paragraph, Part, Picture, Table
from experiments.reporting.render import Report
from experiments.sensing.drawing import MOST_SHOWN, chart, in_words
from experiments.sensing.effects import Verdict
from experiments.sensing.pages.setting import comes_from, set_up
from experiments.sensing.saying import asked, finding, legend, others, say, seen, ways
from experiments.sensing.sensitivity import Sensitivity
from experiments.sensing.tables import head, texts
from experiments.showing.language import Lang


def report_of(folder: Path | str, found: Sensitivity, lang: Lang = "en") -> Report:
    """The page of what was found in the folder of a sweep. Raises RequestError or OSError."""
    experiment = found.experiment
    lede = experiment.asks or asked(experiment, found.target, lang)
    return Report(experiment.name, lede, (*parts_of(found, lang), *comes_from(folder, experiment, lang)), lang)


def parts_of(found: Sensitivity, lang: Lang) -> Iterator[Part]:
    """All of it but the provenance."""
    yield Heading(say("found", lang))
    yield Paragraph(asked(found.experiment, found.target, lang))
    yield Answer(finding(found, lang))
    yield Bullets(tuple(ways(found, lang)))
    whole = found.lived == found.points and not found.failed
    yield Paragraph(seen(found, lang), "note" if whole else "alarm")
    yield Heading(say("drawn", lang))
    yield Picture(
        say("drawn_what", lang, many=min(MOST_SHOWN, len(found.effects))), in_words(found, lang),
        lambda size: chart(found, lang, size), say(f"drawn_{found.experiment.design}", lang),
    )  # fmt: skip
    yield Heading(say("in_figures", lang))
    yield from _tables(found, lang)
    yield Heading(say("moves_nothing", lang))
    idle = tuple(others(found, lang, len(found.effects)))
    yield Bullets(idle) if idle else Paragraph(say("all_move", lang))
    yield from set_up(found.experiment, found.company, (), lang)


def _tables(found: Sensitivity, lang: Lang) -> Iterator[Part]:
    """The largest effects, and all others when asked for."""
    heads = tuple(head(found, lang))
    rows = [tuple(texts(found, each, lang)) for each in found.ranked if each.verdict is not Verdict.STILL]
    still = [tuple(texts(found, each, lang)) for each in found.those(Verdict.STILL)]
    first, rest = rows[:MOST_SHOWN], rows[MOST_SHOWN:] + still
    if first:
        yield Table(say("figures_of", lang, asked=asked(found.experiment, found.target, lang)), heads, tuple(first))
        yield Paragraph(legend(found, lang), "note")
    if rest:
        yield Fold(say("other_figures", lang), (Table(say("other_figures", lang), heads, tuple(rest)),))
