"""The figures of an x-ray as tables for the terminal."""

from pathlib import Path

from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, duration, number, percent, significant
from experiments.showing.words import Words
from experiments.xray.figures import Xray
from experiments.xray.order import IN_WORDS
from experiments.xray.refusing import WORDS as ROOM_WORDS
from experiments.xray.refusing import short
from experiments.xray.times import Times
from sim.records.handoff_summary import CLASSES

type Table = tuple[str, list[tuple[str, ...]]]
"""Title and rows of text; the first row holds the names of the columns."""

_BUSIEST = 10
_LEAST = 5e-4
_LARGE = 999.5
"""From here on a figure is written in full, not as 1e+05."""

say = Words(Path(__file__).with_name("words.toml")).say


def tables(found: Xray, lang: Lang = "en") -> list[Table]:
    """The figures as tables for the terminal; what is not defined for this log is left out."""
    return [
        _about_cases(found, lang),
        _about_classes(found, lang),
        _about_network(found, lang),
        _about_busiest(found, lang),
    ]


def guessed(times: Times, lang: Lang) -> str:
    """How dates were read whose order had to be guessed."""
    order = next(code for code, said in IN_WORDS.items() if said == times.read_as)
    example = short(times.guessed_from or "")
    return say("dates_guessed", lang, order=ROOM_WORDS.say(f"order {order}", lang), example=example)


def _about_cases(found: Xray, lang: Lang) -> Table:
    figures, fits = found.summary, found.fits
    rows = [
        (say("cases", lang), number(figures.cases, 0, lang)),
        (say("events", lang), number(figures.events, 0, lang)),
        (say("handoffs", lang), number(figures.handoffs, 0, lang)),
        (say("handoffs_mean", lang), _figure(figures.mean, lang)),
        (say("spread", lang), _figure(figures.variance_to_mean, lang)),
        (say("never", lang), percent(figures.share_by_handoffs[0], lang=lang)),
        (say("ping_pong", lang), percent(figures.ping_pong, lang=lang)),
        (say("ping_pong_of_two", lang), percent(figures.ping_pong_of_two, lang=lang)),
        (say("returns", lang), percent(figures.return_share, lang=lang)),
        (say("crossing_cases", lang), percent(figures.cases_crossing, lang=lang)),
        (say("at_once_crossing", lang), percent(figures.at_once_crossing, lang=lang)),
        (say("at_once_inside", lang), percent(figures.at_once_inside, lang=lang)),
    ]
    if fits:
        rows.append((say("differ", lang), _figure(fits.r, lang)))
        rows.append((say("better", lang), number(fits.gain, 1, lang)))
    return say("handoffs", lang), [(say("figure", lang), say("value", lang)), *_known(rows)]


def _about_classes(found: Xray, lang: Lang) -> Table:
    figures, unit = found.summary, found.summary.time_unit
    head, rows = (
        [say("handoffs", lang), say("cases", lang)],
        [[*row] for row in zip(CLASSES, (number(each, 0, lang) for each in figures.cases_by_class), strict=True)],
    )
    if found.has_status:
        head += [say("half", lang), say("most", lang), say("reopened", lang)]
        for row, half, most, again in zip(
            rows, figures.to_solve_median, figures.to_solve_p90, figures.reopened, strict=True
        ):
            row += [duration(half, unit, lang), duration(most, unit, lang), percent(again, lang=lang)]
    return say("by_handoffs", lang), [tuple(head), *map(tuple, rows)]


def _about_network(found: Xray, lang: Lang) -> Table:
    figures = found.network
    rows = [
        (say("groups", lang), number(figures.groups, 0, lang)),
        (say("reciprocity", lang), _figure(figures.reciprocity, lang)),
        (say("crossing", lang), percent(figures.crossing, lang=lang)),
        (say("if_not", lang), percent(figures.crossing_null, lang=lang)),
        (say("homophily", lang), _figure(figures.homophily, lang)),
        (say("ei", lang), _figure(figures.ei, lang)),
        (say("if_not", lang), _figure(figures.ei_null, lang)),
        (say("modularity", lang), _figure(figures.modularity, lang)),
        (say("louvain", lang), _figure(figures.louvain, lang)),
    ]
    return say("network", lang), [(say("figure", lang), say("value", lang)), *_known(rows)]


def _about_busiest(found: Xray, lang: Lang) -> Table:
    edges = sorted(found.graph.edges.data("weight"), key=lambda edge: (-edge[2], edge[0], edge[1]))[:_BUSIEST]
    return say("busiest", lang), [
        (say("from", lang), say("to", lang), say("handoffs", lang)),
        *((a, b, number(weight, 0, lang)) for a, b, weight in edges),
    ]


def _known(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the rows that have no value."""
    return [row for row in rows if row[1] != UNDEFINED]


def _figure(value: float, lang: Lang) -> str:
    value = 0.0 if abs(value) < _LEAST else value  # what is left of rounding says nothing
    if abs(value) >= _LARGE:
        return number(value, 0, lang)
    return significant(value, 3, lang).replace("-", "−", 1 if value < 0.0 else 0)
