"""What a sensitivity says, in plain words: what the answer hangs on, and what moves nothing."""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from experiments.sensing.effects import Effect, Verdict
from experiments.sensing.sensitivity import Sensitivity
from experiments.sensing.subjects import name_of
from experiments.sensing.target import Target
from experiments.showing.language import Lang
from experiments.showing.numbers import percent, shown
from experiments.showing.words import Words
from experiments.sweeping.designs import designs
from experiments.sweeping.experiment import Experiment

say = Words(Path(__file__).with_name("words.toml")).say

MOST_NAMED = 8
"""Parameters that a sentence names; the table has the others."""


def says(found: Sensitivity, lang: Lang) -> list[str]:
    """A few sentences, the most important first."""
    return [finding(found, lang), *ways(found, lang), *others(found, lang), seen(found, lang)]


def legend(found: Sensitivity, lang: Lang) -> str:
    """How to read the sizes of this design."""
    return say(f"legend_{found.experiment.design}", lang)


def asked(experiment: Experiment, target: Target, lang: Lang) -> str:
    """What the target is."""
    return say(
        f"asked_{target.kind}", lang, measure=measure_name(target, lang), window=say(f"window_{target.window}", lang),
        policy=course_name(experiment, target.policy, lang), against=course_name(experiment, target.against, lang),
    )  # fmt: skip


def course_name(experiment: Experiment, text: str, lang: Lang) -> str:
    """What a course of the experiment is called."""
    question = experiment.question
    course = question.of_courses[question.policies.index(text)]
    return course.name.nl if lang == "nl" else course.name.en


def with_way(found: Sensitivity, each: Effect, lang: Lang) -> str:
    """A parameter's name, with which way it moves the answer if that is known."""
    key = {1: "raises", -1: "lowers", 0: "named"}[each.way]
    return say(key, lang, name=name_of(found.experiment, each.key, lang))


def value(found: Sensitivity, given: float, lang: Lang, signed: bool = False) -> str:
    """A value of the target, as its measure is written."""
    scale = abs(found.ways.mean) + (found.spread if math.isfinite(found.spread) else 0.0)
    return shown(given, found.target.unit, scale, lang, signed=signed)


def finding(found: Sensitivity, lang: Lang) -> str:
    """What it hangs on."""
    moving = found.those(Verdict.MOVES)
    what = say(f"it_{found.target.kind}", lang)
    if moving:
        return say("hangs", lang, what=what, names=_listed((with_way(found, each, lang) for each in moving), lang))
    still = len(found.those(Verdict.STILL)) == len(found.effects)
    return say("hangs_on_nothing" if still else "hangs_unclear", lang, what=what)


def ways(found: Sensitivity, lang: Lang) -> Iterator[str]:
    """Where the target lies."""
    over, kind = found.ways, found.target.kind
    if not math.isnan(found.as_it_is):
        yield say("as_it_is", lang, value=value(found, found.as_it_is, lang, signed=kind == "difference"))
    if kind != "difference":
        yield say(f"mean_{kind}", lang, mean=value(found, over.mean, lang), spread=value(found, found.spread, lang))
        return
    key = "ways" if found.futures > 1 else "ways_once"
    yield say(
        key, lang, mean=value(found, over.mean, lang, signed=True), above=over.above, below=over.below,
        unclear=over.unclear, points=over.points, negative=over.negative, positive=over.points - over.negative,
    )  # fmt: skip
    if found.futures > 1 and min(over.above, over.below) > 0:
        yield say("ways_surely", lang, above=over.surely_above, below=over.surely_below)


def others(found: Sensitivity, lang: Lang, most: int = MOST_NAMED) -> Iterator[str]:
    """What moves nothing, and of what nobody can tell; so many are named, and how many more there are."""
    nothing, still, unclear = (found.those(each) for each in (Verdict.NOTHING, Verdict.STILL, Verdict.UNCLEAR))
    if nothing:
        yield say(
            "nothing", lang, names=_listed((name_of(found.experiment, each.key, lang) for each in nothing), lang, most)
        )
    if still and len(still) < len(found.effects):
        key = "still" if found.target.kind in ("measure", "difference") else "still_ranking"
        yield say(key, lang, names=_listed((name_of(found.experiment, each.key, lang) for each in still), lang, most))
    if unclear:
        yield say("unclear", lang, count=len(unclear), of=len(found.effects))


def seen(found: Sensitivity, lang: Lang) -> str:
    """What all of this was seen in, and how much of it is chance."""
    design = designs()[found.experiment.design].LABEL[lang == "nl"]
    text = say("seen", lang, points=found.points, company=found.company, design=design, futures=found.futures)
    if found.lived < found.points:
        text += " " + say("unfinished", lang, lived=found.lived, points=found.points)
    if found.failed:
        text += " " + say("failed", lang, failed=found.failed)
    if found.futures < 2:
        return f"{text} {say('one_future', lang)}"
    if math.isnan(found.chance_share) or found.experiment.design == "one":
        return text
    return f"{text} {say('of_chance', lang, share=percent(min(1.0, max(0.0, found.chance_share)), 0))}"


def _listed(names: Iterable[str], lang: Lang, most: int = MOST_NAMED) -> str:
    """Names with commas between them, and how many more there are."""
    found = list(names)
    text = ", ".join(found[:most])
    return text if len(found) <= most else say("and_more", lang, names=text, more=len(found) - most)


def measure_name(target: Target, lang: Lang) -> str:
    """What is measured."""
    return target.reported.label_nl if lang == "nl" else target.reported.label
