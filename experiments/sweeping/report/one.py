"""Pictures of a sweep over one number: curves with bands, and the paired differences."""

from collections.abc import Iterator, Sequence

import pandas as pd

from experiments.reporting import charts
from experiments.reporting.parts import Fold, Part, Picture, Table
from experiments.showing.looks import letter
from experiments.sweeping.report.finding import say
from experiments.sweeping.report.group import MOST_DOTS, Group, thinned
from experiments.sweeping.saying import value_text

MOST_ROWS = 120
"""Of the numbers behind a picture."""


def pictures(group: Group, policies: Sequence[str]) -> Iterator[Part]:
    """The number under each policy, and its difference from the first, over the number that varies."""
    found, lang = group.found, group.found.lang
    (place,) = group.varied
    axis = group.name(place)
    everyone = list(dict.fromkeys((found.brief.policies[0], *policies)))
    yield from _picture(group, everyone, False, group.title("over", dimension=axis.label), say("read_curve", lang))
    if found.others:
        title = group.title("over_apart", dimension=axis.label, base=found.base)
        yield from _picture(group, policies, True, title, say("read_apart", lang, base=found.base))


def _picture(group: Group, policies: Sequence[str], apart: bool, title: str, note: str) -> Iterator[Part]:
    lang, (place,) = group.found.lang, group.varied
    rows = _rows(group, policies, apart)
    if rows.empty:
        return
    dimension, axis = group.dimension(place), group.name(place)
    head = group.difference if apart else group.label
    axes = group.axes(rows, axis.axis, head, dimension)
    words = say("words_curve", lang, title=title, policies=". ".join(_ends(group, rows, policies, apart)))
    order = group.found.brief.policies
    key = "; ".join(f"{letter(order.index(each))} {group.found.names[each]}" for each in policies)
    note = f"{key}. {note}"  # a picture that is saved has no other key
    many = len(group.frame(policies[0], apart))
    if many > MOST_DOTS:
        note = f"{note} {say('thinned', lang, drawn=MOST_DOTS, points=many)}"
    yield Picture(title, words, lambda size: charts.curves(rows, axes, size, zero=apart), note)
    if rows["x"].nunique() <= MOST_ROWS:
        yield Fold(say("numbers", lang), (_table(group, rows, policies, apart, title),))


def _rows(group: Group, policies: Sequence[str], apart: bool) -> pd.DataFrame:
    """A row a policy and point: place, x, mean, low, high."""
    order = group.found.brief.policies
    parts = [
        group.frame(policy, apart)
        .rename(columns={f"d{group.varied[0]}": "x"})
        .assign(place=order.index(policy))[["place", "x", "mean", "low", "high"]]
        for policy in policies
    ]
    rows = pd.concat(parts, ignore_index=True).dropna(subset="x")
    drawn = thinned(rows[["x"]].drop_duplicates().sort_values("x"))  # the same of each policy
    rows = rows[rows["x"].isin(drawn["x"])]
    return rows.sort_values(["place", "x"]).reset_index(drop=True)


def _ends(group: Group, rows: pd.DataFrame, policies: Sequence[str], apart: bool) -> Iterator[str]:
    """What each policy is at both ends, for those who cannot see the picture."""
    lang, order = group.found.lang, group.found.brief.policies
    for policy in policies:
        mine = rows[rows["place"] == order.index(policy)]
        if len(mine):
            first, last = mine.iloc[0], mine.iloc[-1]
            yield say(
                "words_ends", lang, policy=group.found.names[policy],
                low_at=value_text(first["x"], lang), low=group.with_ends(first, apart),
                high_at=value_text(last["x"], lang), high=group.with_ends(last, apart),
            )  # fmt: skip


def _table(group: Group, rows: pd.DataFrame, policies: Sequence[str], apart: bool, title: str) -> Table:
    lang, order = group.found.lang, group.found.brief.policies
    cells = {(row["place"], row["x"]): group.with_ends(row, apart) for _, row in rows.iterrows()}
    lines = [
        (value_text(x, lang), *(cells.get((order.index(policy), x), "") for policy in policies))
        for x in sorted(rows["x"].unique())
    ]
    heads = (group.name(group.varied[0]).axis, *(group.found.names[policy] for policy in policies))
    return Table(title, heads, tuple(lines))
