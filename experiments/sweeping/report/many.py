"""Pictures of a sweep over many numbers: the points sorted by their difference, and against each of the numbers."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from experiments.reporting import charts
from experiments.reporting.parts import Gallery, Part, Picture
from experiments.showing.numbers import number
from experiments.sweeping.report.finding import say
from experiments.sweeping.report.group import MOST_DOTS, Group, thinned
from experiments.sweeping.report.hangs import hangs_on

MOST_SCATTERS = 6


def pictures(group: Group, policy: str) -> Iterator[Part]:
    """A strip of dots with whiskers; then a small picture for each number, the one that matters most first."""
    found = group.found
    rows = group.frame(policy, apart=bool(found.others))
    if rows.empty:
        return
    if not group.varied:
        yield _by_company(group, policy, rows)
        return
    yield _strip(group, policy, rows)
    moves = hangs_on(rows, len(found.experiment.dimensions))
    ranks = {move.dimension: move.rank for move in moves}
    order = sorted(group.varied, key=lambda place: -abs(ranks.get(place, 0.0)))[:MOST_SCATTERS]
    yield Gallery(tuple(_scatter(group, policy, rows, place, ranks.get(place, np.nan)) for place in order))


def _strip(group: Group, policy: str, rows: pd.DataFrame) -> Picture:
    lang, apart = group.found.lang, bool(group.found.others)
    ordered = rows.sort_values("mean").reset_index(drop=True).assign(rank=np.arange(1, len(rows) + 1))
    drawn = thinned(ordered)
    axes = group.axes(drawn, say("sorted", lang), group.apart(policy))
    title = group.title("strip" if apart else "strip_one", policy=group.found.names[policy], base=group.found.base)
    return Picture(
        title, _words(group, title, ordered), lambda size: charts.strip(drawn, axes, size, zero=apart),
        _note(group, policy, len(ordered)),
    )  # fmt: skip


def _by_company(group: Group, policy: str, rows: pd.DataFrame) -> Picture:
    named = rows.rename(columns={"company": "name"})
    axes = group.axes(named, "", group.apart(policy))
    axes = axes._replace(x=axes.y, y="")
    title = group.title("strip", policy=group.found.names[policy], base=group.found.base)
    return Picture(
        title, _words(group, title, rows), lambda size: charts.by_name(named, axes, size), _note(group, policy, 0)
    )


def _scatter(group: Group, policy: str, rows: pd.DataFrame, place: int, rank: float) -> Picture:
    lang, apart = group.found.lang, bool(group.found.others)
    name = group.name(place)
    drawn = thinned(rows.rename(columns={f"d{place}": "x"}).dropna(subset="x"))
    axes = group.axes(drawn, name.unit, group.difference if apart else group.label, group.dimension(place))
    said = say("rank", lang, rank=number(rank, 2, lang)) if np.isfinite(rank) else say("rank_none", lang)
    words = say("words_scatter", lang, what=group.apart(policy), dimension=name.axis, said=said)
    return Picture(name.label, words, lambda size: charts.scatter(drawn, axes, size, zero=apart), said)


def _words(group: Group, title: str, rows: pd.DataFrame) -> str:
    """What a strip shows, for those who cannot see it."""
    lang, signed = group.found.lang, bool(group.found.others)
    low, high = rows.iloc[int(rows["mean"].argmin())], rows.iloc[int(rows["mean"].argmax())]
    ends = {"low": group.with_ends(low, signed), "high": group.with_ends(high, signed)}
    if not signed:
        return say("words_strip_one", lang, title=title, points=len(rows), **ends)
    counts = {state: int((rows["state"] == state).sum()) for state in charts.STATES}
    return say("words_strip", lang, title=title, points=len(rows), **ends, **counts)


def _note(group: Group, policy: str, many: int) -> str:
    """How to read a strip, and that not all points are in it if so."""
    found, lang = group.found, group.found.lang
    if not found.others:
        said = say("read_strip_one", lang)
    else:
        key = "read_strip" if found.better(group.number) else "read_strip_way"
        said = say(key, lang, policy=found.names[policy], base=found.base)
    return f"{said} {say('thinned', lang, drawn=MOST_DOTS, points=many)}" if many > MOST_DOTS else said
