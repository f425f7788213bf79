"""What is told of a map beside its finding: what was asked, how far it is, and where the company as it is lies."""

from collections.abc import Iterator

from experiments.believing.belief_map import BeliefMap
from experiments.believing.lattice import Node
from experiments.believing.looking import Verdict
from experiments.believing.saying import course_name, measure_name, say, says, value_text, words_of
from experiments.believing.subject import value_of
from experiments.showing.language import Lang


def story(found: BeliefMap, lang: Lang) -> Iterator[str]:
    """The finding first, then how far the map is if it is not finished, then where the company lies."""
    yield says(found, lang)
    if not found.finished:
        yield say("unfinished", lang, points=len(found.points), done=found.done, expected=found.expected)
    if found.points:
        yield stands(found, lang)


def question_of(found: BeliefMap, lang: Lang) -> str:
    """What was asked, as a question."""
    asked = found.asked
    return say(
        "question", lang, first=course_name(asked.first, lang), second=course_name(asked.second, lang),
        measure=measure_name(found, lang), window=say(f"window_{asked.window}", lang),
    )  # fmt: skip


def verdict_in_words(found: BeliefMap, verdict: Verdict | None, lang: Lang) -> str:
    """What a verdict means on this map; where more of the measure is neither good nor bad, which course has more."""
    if verdict is None:
        return say("verdict_none", lang)
    if verdict not in (Verdict.FIRST, Verdict.SECOND):
        return say(f"verdict_{verdict.value}", lang)
    course = found.asked.first if verdict is Verdict.FIRST else found.asked.second
    key = "verdict_better" if found.asked.reported.better else "verdict_higher"
    return say(key, lang, name=course_name(course, lang))


def stands(found: BeliefMap, lang: Lang) -> str:
    """Where the company as it is lies on the map, and what is found there."""
    asked, node = found.asked, own_node(found)
    across, up = (
        f"“{words_of(side.subject.label, lang)}” "
        f"{value_text(side, value_of(side.subject, asked.scenario, asked.courses), lang)}"
        for side in (asked.across, asked.up)
    )
    if node is None:
        return say("stands_off", lang, across=across, up=up)
    return say("stands", lang, across=across, up=up, verdict=verdict_in_words(found, found.verdicts[node], lang))


def own_node(found: BeliefMap) -> Node | None:
    """The node nearest to the company as it is; None if that is off the map."""
    asked = found.asked
    across, up = (
        side.share(value_of(side.subject, asked.scenario, asked.courses)) for side in (asked.across, asked.up)
    )
    if not (0.0 <= across <= 1.0 and 0.0 <= up <= 1.0):
        return None
    return round(across * asked.steps.finest), round(up * asked.steps.finest)
