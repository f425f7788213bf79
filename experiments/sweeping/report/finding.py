"""What a sweep found, in sentences. Every claim is computed; where an interval holds zero, none is made."""

import math
from collections.abc import Iterator
from pathlib import Path

from experiments.comparing.intervals import CONFIDENCE
from experiments.comparing.reported import label_of
from experiments.comparing.side_by_side import window_name
from experiments.reporting.parts import Answer, Bullets, Heading, Paragraph, Part
from experiments.showing.numbers import number as written
from experiments.showing.words import Words
from experiments.sweeping.brief import Brief, differs
from experiments.sweeping.report.gathered import Gathered
from experiments.sweeping.report.hangs import hangs_on
from experiments.sweeping.saying import dimension_name

_SURE = 0.01
say = Words(Path(__file__).with_name("words.toml")).say


def finding(found: Gathered) -> Iterator[Part]:
    """The answer in a sentence or two for each policy; then what else was found, and what it hangs on."""
    lang = found.lang
    yield Heading(say("found", lang))
    if not found.points:
        yield Answer(say("nothing_lived", lang))
        return
    if not found.others:
        yield Paragraph(say("single", lang, policy=found.base))
        return
    for policy in found.others:
        yield Answer(f"{_overall(found, found.row(policy, found.first[0]))} {_over_points(found, policy)}".strip())
    more = [_overall(found, found.row(policy, each)) for each in found.first[1:] for policy in found.others]
    hangs = [_hangs(found, policy, each) for each in found.first for policy in found.others]
    if more:
        yield Bullets(tuple(more))
    if told := tuple(each for each in hangs if each):
        yield Heading(say("hangs", lang), 3)
        yield Bullets(told)
        yield Paragraph(say("hangs_note", lang), "note")
    yield Paragraph(say("reading", lang, base=found.base), "note")


def _overall(found: Gathered, row: Brief) -> str:
    """Who is ahead on average over the points, by how much, and how sure that is."""
    lang = found.lang
    names = {
        "policy": found.names[row.policy], "base": found.base, "measure": label_of(row.measure, lang).lower(),
        "window": window_name(row.window, lang).lower(),
    }  # fmt: skip
    if math.isnan(row.difference):
        return say("undefined", lang, **names)
    amount = {"apart": differs(found.brief, row, lang)}
    if math.isnan(row.low):
        return say("no_interval", lang, **names, **amount)
    better = found.better(row.number)
    key = {1: "ahead", -1: "behind", 0: "unclear"}[row.way * better] if better else ""
    key = key or {1: "higher", -1: "lower", 0: "unclear"}[row.way]
    return say(key, lang, **names, **amount)


def _over_points(found: Gathered, policy: str) -> str:
    """At how many points that is decided, and whether it turns round."""
    row, lang, points = found.row(policy, found.first[0]), found.lang, found.brief.points
    if points < 2 or math.isnan(row.difference):
        return ""
    better = found.better(row.number) or 1
    ahead, behind = (row.higher, row.lower) if better > 0 else (row.lower, row.higher)
    decided = ahead + behind
    lost = points - decided - row.unclear
    if points in (ahead, behind):
        return say("all_alike", lang, points=written(points, 0, lang))
    words = "" if found.better(row.number) else "_way"
    counts = {"decided": decided, "points": points, "ahead": ahead, "behind": behind, "unclear": row.unclear}
    said = say(f"decided{words}", lang, **{key: written(count, 0, lang) for key, count in counts.items()})
    parts = [said, *([say("lost", lang, lost=written(lost, 0, lang))] if lost else [])]
    if ahead and behind:
        parts.append(say("turns" if _more_than_chance(min(ahead, behind), points) else "may_be_chance", lang))
    return " ".join(parts)


def _more_than_chance(many: int, points: int) -> bool:
    """Whether intervals leave zero out on one side more often than they would if nothing lay there.

    >>> _more_than_chance(1, 25), _more_than_chance(4, 25)
    (False, True)
    """
    from scipy.special import bdtrc  # slow to load

    return float(bdtrc(many - 1, points, (1 - CONFIDENCE) / 2)) < _SURE


def _hangs(found: Gathered, policy: str, number: str) -> str:
    """Which dimensions the difference goes along with, over the points; empty where that cannot be told."""
    lang, asked = found.lang, found.experiment
    moves = hangs_on(found.frame(number, policy, apart=True), len(asked.dimensions))
    if not moves:
        return ""
    measure, name = label_of(number.partition(".")[2], lang).lower(), found.names[policy]
    clear = [each for each in moves if each.clear]
    if not clear:
        return say("hangs_none", lang, measure=measure, policy=name)
    said = "; ".join(
        say("hangs_up" if each.rank > 0 else "hangs_down", lang, rank=written(each.rank, 2, lang),
            dimension=dimension_name(asked.question, asked.dimensions[each.dimension].key, lang).label)
        for each in clear
    )  # fmt: skip
    return say("hangs_clear", lang, measure=measure, policy=name, base=found.base, said=said)
