"""What was found, in sentences: every claim is computed, and where the interval holds zero no claim is made.

"Hero" is the policy that the page is about, "base" the first policy, that the others are set against.
"""

import math
from typing import Literal, NamedTuple

import numpy as np

from experiments.comparing.change import Outcome
from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import Difference, differences, sentence
from experiments.comparing.reported import label_of, reported
from experiments.comparing.windows import EARLY_WEEK, LAST_WEEKS, Window, like_week
from experiments.page.figures import before_switch
from experiments.page.words import say
from experiments.showing.counting import futures
from experiments.showing.language import Lang
from experiments.showing.numbers import number, shown

Verdict = Literal["lower", "higher", "unclear", "undefined"]

HALVES = ("own-satisfaction-gate", "shared-unit-target")


class Finding(NamedTuple):
    """One thing that was found: a few words, and the figures behind them."""

    heading: str
    text: str


def verdict(difference: Difference) -> Verdict:
    """What may be claimed of a paired difference."""
    if difference.n == 0:
        return "undefined"
    if not difference.clear:
        return "unclear"
    return "higher" if difference.mean > 0 else "lower"


def between(found: Comparison, policy: str, against: str, measure: str, window: Window) -> Difference:
    """The paired difference of any two policies of a comparison."""
    values = found.measures(window)[measure]
    a, b = found.ids.index(policy), found.ids.index(against)
    return differences(values[a : a + 1], values[b : b + 1])[0]


def name_of(found: Comparison, policy: str, lang: Lang) -> str:
    """The name of a policy, or of a course of policies."""
    words = found.courses[found.ids.index(policy)].name
    return words.nl if lang == "nl" else words.en


def speed(found: Comparison, hero: str, lang: Lang) -> Finding:
    """How fast the silo index changes for good."""
    (weeks, outcome), name = found.changes()[hero], name_of(found, hero, lang)
    if outcome is not Outcome.CHANGED:
        return Finding(say("speed_none", lang), say(f"speed_{outcome.value}", lang, hero=name))
    in_words = number(weeks, 0, lang)
    heading = say("speed_one" if weeks == 1 else "speed_many", lang, weeks=in_words)
    left = number(100 * _least_left(found, hero, int(weeks)), 0, lang)
    return Finding(heading, say("speed_text", lang, hero=name, weeks=in_words, left=left))


def _least_left(found: Comparison, hero: str, weeks: int) -> float:
    """The least of the lasting shift of the silo index that is there in any week after so many, as a share of it."""
    moved = found.moved("silo_index")[hero].mean
    return float(np.nanmin(moved[weeks:] / np.nanmean(moved[-LAST_WEEKS:])))


def passing(found: Comparison, hero: str, lang: Lang) -> Finding:
    """Whether problems are passed around less: over the last quarter, with the sixth week and weeks like it."""
    base, measure = found.ids[0], "avoidable_handoffs"
    apart = between(found, hero, base, measure, "last_quarter")
    claim = verdict(apart)
    text = say(
        "passing_text", lang, said=sentence(apart, 0, lang),
        hero=name_of(found, hero, lang), hero_value=value(found, hero, measure, "last_quarter", lang),
        base=name_of(found, base, lang), base_value=value(found, base, measure, "last_quarter", lang),
    )  # fmt: skip
    before = _mean(found, base, measure, "last_quarter")
    if claim == "lower" and before > 0:
        text += " " + say("passing_fewer", lang, percent=number(-100 * apart.mean / before, 0, lang))
    weeks = [week for week in dict.fromkeys((EARLY_WEEK, like_week(EARLY_WEEK, found.weeks))) if week <= found.weeks]
    for week in weeks:
        text += " " + say(
            "passing_week" if week == EARLY_WEEK else "passing_like", lang, week=week,
            hero_value=value_in(found, hero, measure, week, lang),
            base_value=value_in(found, base, measure, week, lang),
        )  # fmt: skip
    return Finding(say(f"passing_{'unclear' if claim == 'undefined' else claim}", lang), text)


def ablation(found: Comparison, hero: str, halves: list[str], lang: Lang) -> Finding:
    """Whether each half alone does less than both together."""
    apart = {half: between(found, hero, half, "silo_index", "last_quarter") for half in halves}
    heading = "halves_both" if all(verdict(each) == "lower" for each in apart.values()) else "halves_not"
    parts = [
        say("half", lang, half=name_of(found, half, lang), said=sentence(each, 0, lang),
            value=value(found, half, "silo_index", "last_quarter", lang))
        for half, each in apart.items()
    ]  # fmt: skip
    text = say(
        "halves_text", lang, hero=name_of(found, hero, lang), halves=". ".join(parts),
        hero_value=value(found, hero, "silo_index", "last_quarter", lang),
    )  # fmt: skip
    return Finding(say(heading, lang), text)


def money(found: Comparison, hero: str, lang: Lang) -> Finding:
    """What it does to customers, and to money: pay, profit, and all profit since the switch."""
    base, known, parts = found.ids[0], reported(), []
    for measure in ("customers", "profit", "pay_so_far", "profit_so_far"):
        apart, each = between(found, hero, base, measure, "last_quarter"), known[measure]
        difference = shown(apart.mean, each.unit, _mean(found, base, measure, "last_quarter"), lang, signed=True)
        parts.append(
            say(
                "money_line",
                lang,
                measure=label_of(measure, lang),
                difference=difference,
                said=sentence(apart, 0, lang),
            )
        )
    names = {"hero": name_of(found, hero, lang), "base": name_of(found, base, lang)}
    return Finding(say("money", lang), say("money_text", lang, lines=". ".join(parts), **names))


def spread(found: Comparison, hero: str, lang: Lang) -> str:
    """How much single futures differ in week 6; empty where that is not known."""
    base, values = found.ids[0], found.measures("week6")["silo_index"]
    ends: dict[str, str] = {}
    for role, policy in (("base", base), ("hero", hero)):
        mine = values[found.ids.index(policy)]
        if np.isnan(mine).all():
            return ""
        ends |= {f"{role}_low": number(np.nanmin(mine), 2, lang), f"{role}_high": number(np.nanmax(mine), 2, lang)}
        ends[role] = name_of(found, policy, lang)
    return say("wall_spread", lang, **ends)


def chart_words(found: Comparison, measure: str, lang: Lang) -> str:
    """What a chart of a measure shows, for those who cannot see it."""
    unit = reported()[measure].unit
    before = before_switch(found, measure)
    windows: tuple[tuple[str, Window], ...] = (("week6", "week6"), ("last", "last_quarter"))
    policies = [
        say("chart_label_policy", lang, policy=name_of(found, policy, lang),
            **{key: value(found, policy, measure, window, lang) for key, window in windows})
        for policy in found.ids
    ]  # fmt: skip
    return say(
        "chart_label", lang, measure=label_of(measure, lang), futures=futures(found.replicates, lang),
        policies="; ".join(policies), before=shown(before, unit, before, lang),
    )  # fmt: skip


def value(found: Comparison, policy: str, measure: str, window: Window, lang: Lang) -> str:
    """The mean over futures, as the tables write it."""
    mean = _mean(found, policy, measure, window)
    return shown(mean, reported()[measure].unit, mean, lang)


def value_in(found: Comparison, policy: str, measure: str, week: int, lang: Lang) -> str:
    """The mean over futures in one week after the switch (1, 2, …), as the tables write it."""
    values = found.weekly(measure)[found.ids.index(policy), :, found.warmup + week - 1]
    mean = float(np.nanmean(values)) if np.isfinite(values).any() else math.nan
    return shown(mean, reported()[measure].unit, mean, lang)


def _mean(found: Comparison, policy: str, measure: str, window: Window) -> float:
    values = found.measures(window)[measure][found.ids.index(policy)]
    return float(np.nanmean(values)) if np.isfinite(values).any() else math.nan
