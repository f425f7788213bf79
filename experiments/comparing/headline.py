"""The one sentence that says what a comparison found: what it does to customers, how fast, and what it costs.

Numbers are means of the last quarter, so that pay by quarter, which makes behaviour rise and fall, does not choose the
week; money is all since the switch. Each is told with the count of futures in which it goes that way; where the 95 %
interval holds zero, no difference is claimed. The price stands beside the benefit.
"""

from pathlib import Path

import numpy as np

from experiments.comparing.change import Outcome
from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import Difference, differences
from experiments.comparing.leading import listed
from experiments.comparing.reported import label_of, reported
from experiments.showing.counting import futures
from experiments.showing.language import Lang
from experiments.showing.numbers import number, shown
from experiments.showing.words import Words

BESIDE = ("satisfaction", "profit_so_far", "pay_so_far")
"""What is told beside hand-offs: another benefit, and the price of both."""
GLANCE = 5
"""Below so many futures the sentence says that it is a first glance."""
_say = Words(Path(__file__).with_name("words.toml")).say


def headline(found: Comparison, hero: int, lang: Lang) -> str:
    """What the course at place `hero` does, set against the first."""
    words = found.courses[hero].name
    name = words.nl if lang == "nl" else words.en
    if hero == 0:
        return _say(
            "headline_alone", lang, hero=name, value=_mean(found, 0, "avoidable_handoffs", lang),
            score=_mean(found, 0, "satisfaction", lang),
        )  # fmt: skip
    clear = [measure for measure in BESIDE if difference(found, hero, measure).clear]
    parts = [_handoffs(found, hero, lang), *(_part(found, hero, measure, lang) for measure in clear)]
    if same := [label_of(measure, lang).lower() for measure in BESIDE if measure not in clear]:
        parts.append(_say("headline_measure_same", lang, measures=listed(same, lang)))
    if found.replicates >= GLANCE:
        return _say("headline", lang, hero=name, parts="; ".join(parts))
    return _say("headline_glance", lang, hero=name, parts="; ".join(parts), futures=futures(found.replicates, lang))


def difference(found: Comparison, hero: int, measure: str) -> Difference:
    """The paired difference of the last quarter between a course and the first."""
    values = found.measure(measure, "last_quarter")
    return differences(values[hero : hero + 1], values[:1])[0]


def mean_of(found: Comparison, place: int, measure: str) -> float:
    """The mean over futures of a course's last quarter; NaN if it is defined in none."""
    values = found.measure(measure, "last_quarter")[place]
    return float(np.nanmean(values)) if np.isfinite(values).any() else float("nan")


def _handoffs(found: Comparison, hero: int, lang: Lang) -> str:
    apart = difference(found, hero, "avoidable_handoffs")
    values = {
        "hero": _mean(found, hero, "avoidable_handoffs", lang),
        "base": _mean(found, 0, "avoidable_handoffs", lang),
    }
    if not apart.clear:
        return _say("headline_handoffs_same", lang, **values)
    return _say("headline_handoffs", lang, within=_within(found, hero, lang), often=_often(apart, lang), **values)


def _within(found: Comparison, hero: int, lang: Lang) -> str:
    """How fast; empty where no week can be named and nothing is to be said of it."""
    weeks, outcome = found.changes("avoidable_handoffs")[found.ids[hero]]
    if outcome is Outcome.CHANGED:
        return _say("headline_within_one" if weeks == 1 else "headline_within", lang, weeks=number(weeks, 0, lang))
    if outcome in (Outcome.SWINGS, Outcome.UNSETTLED):
        return _say(f"headline_within_{outcome.value}", lang)
    return ""


def _part(found: Comparison, hero: int, measure: str, lang: Lang) -> str:
    apart, label = difference(found, hero, measure), label_of(measure, lang).lower()
    said = shown(apart.mean, reported()[measure].unit, mean_of(found, 0, measure), lang, signed=True)
    return _say("headline_measure", lang, measure=label, difference=said, often=_often(apart, lang))


def _often(apart: Difference, lang: Lang) -> str:
    return _say("headline_often", lang, count=apart.higher_in if apart.mean > 0 else apart.lower_in, of=apart.n)


def _mean(found: Comparison, place: int, measure: str, lang: Lang) -> str:
    mean = mean_of(found, place, measure)
    return shown(mean, reported()[measure].unit, mean, lang)
