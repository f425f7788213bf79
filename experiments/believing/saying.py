"""What a map says, in a sentence or two: who wins where, and in how much of the map nobody can tell."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from experiments.believing.assumption import Assumption
from experiments.believing.belief_map import BeliefMap
from experiments.believing.looking import Verdict
from experiments.believing.where import Limit, Where, towards, where
from experiments.comparing.course import Course
from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words
from experiments.sweeping.dimension import Dimension
from sim.parameters import Both

say = Words(Path(__file__).with_name("words.toml")).say

PARTS = (
    Fraction(1, 20), Fraction(1, 10), Fraction(1, 8), Fraction(1, 7), Fraction(1, 6), Fraction(1, 5), Fraction(1, 4),
    Fraction(1, 3), Fraction(2, 5), Fraction(1, 2), Fraction(3, 5), Fraction(2, 3), Fraction(3, 4), Fraction(4, 5),
    Fraction(9, 10),
)  # fmt: skip
"""The parts of a whole that have words of their own."""


def says(found: BeliefMap, lang: Lang) -> str:
    """The finding. What is said of a place is computed; where no limits say it well, only how much of the map it is."""
    asked = found.asked
    names = {"first": course_name(asked.first, lang), "second": course_name(asked.second, lang)}
    if not found.points:
        return say("nothing", lang)
    measure = {"measure": measure_name(found, lang), "window": say(f"window_{asked.window}", lang)}
    parts = [_wins(found, verdict, lang) for verdict in (Verdict.FIRST, Verdict.SECOND)]
    ways = ("higher", "lower") if asked.reported.better >= 0 else ("lower", "higher")
    told: list[str] = []
    for way, part in zip(ways, parts, strict=True):
        if part:
            key = "wins_too" if told else "wins"
            told.append(say(key, lang, way=say(way, lang), where=part, **names, **measure))
    if not told:
        told = [say("no_winner", lang, **names, **measure)]
    return " ".join([*told, *_rest(found, lang)])


def course_name(course: Course, lang: Lang) -> str:
    """What a course is called."""
    return course.name.nl if lang == "nl" else course.name.en


def measure_name(found: BeliefMap, lang: Lang) -> str:
    """What is measured."""
    return found.asked.reported.label_nl if lang == "nl" else found.asked.reported.label


def words_of(both: Both, lang: Lang) -> str:
    """One of two languages."""
    return both.nl if lang == "nl" else both.en


def value_text(assumption: Assumption | Dimension, value: float, lang: Lang) -> str:
    """A value of an assumption with as many digits as tell two steps of the map apart, and no zeros at its end.

    >>> from experiments.believing.assumption import of
    >>> value_text(of("problems_per_customer"), 0.10270, "nl"), value_text(of("patience"), 60.0, "en")
    ('0,103', '60')
    """
    span = value if assumption.logarithmic else assumption.high - assumption.low
    places = max(0, 2 - int(np.floor(np.log10(abs(span))))) if span else 0
    text = number(value, places, lang)
    point = "," if lang == "nl" else "."
    return text.rstrip("0").rstrip(point) if point in text else text


def about(share: float, lang: Lang) -> str:
    """A part of a whole in words.

    >>> about(0.14, "en"), about(0.5, "nl"), about(0.01, "en"), about(0.99, "en"), about(1.0, "nl")
    ('about a seventh', 'ongeveer de helft', 'less than a twentieth', 'nearly all', 'alles')
    """
    if share >= 1.0:
        return say("all", lang)
    if share < 0.03:
        return say("hardly_any", lang)
    if share > 0.95:
        return say("nearly_all", lang)
    part = min(PARTS, key=lambda each: abs(float(each) - share))
    return say("about", lang, part=say(f"part_{part.numerator}_{part.denominator}", lang))


def _wins(found: BeliefMap, verdict: Verdict, lang: Lang) -> str:
    """Where one course wins; empty if nowhere."""
    share = found.shares[verdict]
    if share == 0.0:
        return ""
    if share == 1.0:
        return say("everywhere", lang)
    holds = _holds(found, verdict)
    limits = where(holds)
    if limits is None or (limits.across is None and limits.up is None):
        part = say("in_part", lang, part=about(share, lang))
        sides = _sides(found, towards(holds), lang)
        return part + (say("side", lang, sides=sides) if sides else "")
    key = "where" if limits.fit == 1.0 else "where_about"
    return say(key, lang, limits=_limits(found, limits, lang))


def _limits(found: BeliefMap, limits: Where, lang: Lang) -> str:
    sides = ((found.asked.across, limits.across), (found.asked.up, limits.up))
    said = [_limit(side, limit, found.asked.steps.finest, lang) for side, limit in sides if limit is not None]
    return say("and", lang).join(said)


def _limit(side: Assumption, limit: Limit, finest: int, lang: Lang) -> str:
    value = value_text(side, side.value(limit.step / finest), lang)
    key = "at_least" if limit.at_least else "at_most"
    return say(key, lang, assumption=words_of(side.subject.label, lang), value=value)


def _sides(found: BeliefMap, ends: tuple[int, int], lang: Lang) -> str:
    """Towards which ends of the assumptions a place lies; empty if towards none."""
    said = [
        say("low_end" if end < 0 else "high_end", lang, assumption=words_of(side.subject.label, lang))
        for side, end in zip((found.asked.across, found.asked.up), ends, strict=True) if end
    ]  # fmt: skip
    return say("and", lang).join(said)


def _holds(found: BeliefMap, verdict: Verdict) -> np.ndarray:
    side = found.asked.steps.finest + 1
    return np.array([[found.verdicts[x, y] is verdict for y in range(side)] for x in range(side)])


def _rest(found: BeliefMap, lang: Lang) -> list[str]:
    """How much of the map is undecided, or undefined."""
    told: list[str] = []
    for verdict in (Verdict.UNDECIDED, Verdict.UNDEFINED):
        share = found.shares[verdict]
        if 0.0 < share < 1.0:
            told.append(say(f"rest_{verdict.value}", lang, part=about(share, lang)))
    if found.shares[Verdict.UNDECIDED] == 0.0 and found.shares[Verdict.UNDEFINED] == 0.0 and found.finished:
        told.append(say("all_decided", lang))
    return told
