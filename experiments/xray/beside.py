"""A log's X-ray beside that of a simulated company: the same figures of both, each with a sentence on how to read it.

What is said stands in words.toml: "figure KEY" is the name of a figure, "read KEY" how to read it.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, duration, number, shown
from experiments.xray.figures import Xray
from experiments.xray.refusing import WORDS
from sim.records.handoff_summary import CLASSES

Kind = Literal["count", "figure", "null", "share", "time"]
Group = Literal["often", "walls", "network", "time"]
Verdict = Literal["more", "less", "alike", "unknown"]

_ALIKE = {"figure": 0.05, "share": 0.02, "time": 0.0}
_ALIKE_SHARE = 0.1
"""Two figures that differ by less than a tenth of the larger, or by less than _ALIKE, are called about the same."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an X-ray: its words' key, what it tells of, how it is written, and where it stands."""

    key: str
    group: Group
    kind: Kind
    of: Callable[[Xray], float]


class Row(NamedTuple):
    """A figure of both, written out in one language."""

    key: str
    group: Group
    label: str
    log: str
    simulated: str
    verdict: Verdict
    reading: str


class Share(NamedTuple):
    """How many of the cases were handed on so often."""

    label: str
    share: float
    text: str


class Matrix(NamedTuple):
    """Who hands on to whom: the busiest groups, the larger body of each ("": unknown), hand-offs from row to column."""

    names: list[str]
    parts: list[str]
    cells: list[list[int]]
    left_out: int
    """Groups that are not shown."""


def _solved_within(handoffs: str) -> Callable[[Xray], float]:
    return lambda found: found.summary.to_solve_median[CLASSES.index(handoffs)]


FIGURES = (
    Figure("cases", "often", "count", lambda found: found.summary.cases),
    Figure("mean", "often", "figure", lambda found: found.summary.mean),
    Figure("return", "often", "share", lambda found: found.summary.return_share),
    Figure("ping pong", "often", "share", lambda found: found.summary.ping_pong),
    Figure("uneven", "often", "figure", lambda found: found.summary.variance_to_mean),
    Figure("cases crossing", "walls", "share", lambda found: found.summary.cases_crossing),
    Figure("crossing", "walls", "share", lambda found: found.summary.handoffs_crossing),
    Figure("ei", "walls", "figure", lambda found: found.network.ei),
    Figure("ei null", "walls", "null", lambda found: found.network.ei_null),
    Figure("homophily", "walls", "figure", lambda found: found.network.homophily),
    Figure("groups", "network", "count", lambda found: found.network.groups),
    Figure("reciprocity", "network", "share", lambda found: found.network.reciprocity),
    Figure("louvain", "network", "figure", lambda found: found.network.louvain),
    Figure("half never", "time", "time", _solved_within("0")),
    Figure("half once", "time", "time", _solved_within("1")),
    Figure("half twice", "time", "time", _solved_within("2")),
)
"""All of them in the order in which they are shown."""

_BARS = 4


def beside(log: Xray, simulated: Xray, lang: Lang) -> list[Row]:
    """Every figure that the log tells, with that of the simulated company."""
    rows = []
    for figure in FIGURES:
        mine, other = figure.of(log), figure.of(simulated)
        if math.isnan(mine):
            continue
        rows.append(
            Row(
                key=figure.key,
                group=figure.group,
                label=WORDS.say(f"figure {figure.key}", lang),
                log=_written(mine, figure.kind, log, lang),
                simulated=_written(other, figure.kind, simulated, lang),
                verdict=verdict(mine, other, figure.kind),
                reading=WORDS.say(f"read {figure.key}", lang),
            )
        )
    return rows


def verdict(mine: float, other: float, kind: Kind) -> Verdict:
    """Whether one's own figure is the larger; counts, which say how long a log is, and nulls are not compared.

    >>> verdict(0.4, 0.2, "share"), verdict(0.41, 0.4, "share"), verdict(9, 3, "count")
    ('more', 'alike', 'unknown')
    """
    if kind in ("count", "null") or math.isnan(mine) or math.isnan(other):
        return "unknown"
    if abs(mine - other) <= max(_ALIKE[kind], _ALIKE_SHARE * max(abs(mine), abs(other))):
        return "alike"
    return "more" if mine > other else "less"


def shares(found: Xray, lang: Lang) -> list[Share]:
    """Which share of the cases is handed on never, once, twice, more often."""
    return [
        Share(WORDS.say(f"handed on {times}", lang), share, _written(share, "share", found, lang))
        for times, share in enumerate(found.summary.share_by_handoffs[:_BARS])
    ]


def headline(log: Xray, simulated: Xray, lang: Lang) -> str:
    """The X-ray in two sentences."""
    values = {}
    for name, found in (("mine", log), ("model", simulated)):
        values[name] = _written(1 - found.summary.share_by_handoffs[0], "share", found, lang)
        values[f"{name}_mean"] = _written(found.summary.mean, "figure", found, lang)
        values[f"{name}_return"] = _written(found.summary.return_share, "share", found, lang)
    said = WORDS.say("headline", lang, **values)
    return said if math.isnan(log.summary.return_share) else f"{said} {WORDS.say('headline return', lang, **values)}"


def matrix(found: Xray, most: int = 10) -> Matrix:
    """Hand-offs between the busiest groups, those of one larger body next to each other."""
    graph = found.graph
    busiest = sorted(graph, key=lambda name: (-graph.degree(name, weight="weight"), name))[:most]
    part = dict(graph.nodes.data("part"))
    names = sorted(busiest, key=lambda name: (part[name], busiest.index(name)))
    weight = {(source, target): value for source, target, value in graph.edges.data("weight")}
    cells = [[weight.get((source, target), 0) for target in names] for source in names]
    return Matrix(names, [part[name] for name in names], cells, graph.number_of_nodes() - len(names))


def _written(value: float, kind: Kind, found: Xray, lang: Lang) -> str:
    if math.isnan(value):
        return UNDEFINED
    if kind == "time":
        return duration(value, found.summary.time_unit, lang)
    return shown(value, "share", value, lang) if kind == "share" else number(value, 0 if kind == "count" else 2, lang)
