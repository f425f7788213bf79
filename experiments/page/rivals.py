"""The other policies, even-handedly: where each is ahead of the one that the page is about, and where behind."""

from experiments.comparing.comparison import Comparison
from experiments.comparing.intervals import judgement
from experiments.comparing.leading import YARDSTICKS
from experiments.comparing.reported import label_of, reported
from experiments.page.sentences import Finding, between, name_of, value
from experiments.page.words import say
from experiments.showing.language import Lang

WITHOUT_BONUS = "fair-salary"
"""The policy of which more is to be said: what it rests on is an assumption."""
SET_SIDE_BY_SIDE = ("silo_index", *YARDSTICKS)


def rival(found: Comparison, hero: str, other: str, lang: Lang) -> Finding:
    """How another policy does in the last quarter, set against the hero."""
    groups: dict[int, list[str]] = {1: [], -1: [], 0: []}
    for measure in SET_SIDE_BY_SIDE:
        apart = between(found, other, hero, measure, "last_quarter")
        if apart.n:
            groups[judgement(apart, reported()[measure].better)].append(_figures(found, hero, other, measure, lang))
    names = {"rival": name_of(found, other, lang), "hero": name_of(found, hero, lang)}
    parts = [
        say(f"rival_{key}", lang, parts="; ".join(groups[way]))
        for key, way in (("better", 1), ("worse", -1), ("alike", 0)) if groups[way]
    ]  # fmt: skip
    key = {(True, True): "both", (True, False): "ahead", (False, True): "behind", (False, False): "unclear"}
    heading = say(f"rival_{key[bool(groups[1]), bool(groups[-1])]}", lang, **names)
    why = [say("rival_why", lang)] if other == WITHOUT_BONUS else []
    return Finding(heading, " ".join((say("rival_text", lang, **names), *parts, *why)))


def _figures(found: Comparison, hero: str, other: str, measure: str, lang: Lang) -> str:
    return say(
        "rival_figures", lang, measure=label_of(measure, lang).lower(),
        rival_value=value(found, other, measure, "last_quarter", lang),
        hero_value=value(found, hero, measure, "last_quarter", lang),
    )  # fmt: skip
