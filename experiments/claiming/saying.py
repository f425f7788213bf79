"""A test of the claims in words: marks, shares with their intervals, and one plain sentence a claim."""

from collections.abc import Collection
from pathlib import Path

from experiments.claiming.asked import COSTLY
from experiments.claiming.draws import uncertain
from experiments.claiming.results import Results
from experiments.claiming.verdicts import MOSTLY, Verdict, of_pattern
from experiments.evidence.emergence.verdict import Kind, Status
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, number, plain
from experiments.showing.words import Words

say = Words(Path(__file__).with_name("words.toml")).say

MARKS = {Status.HOLDS: "✔", Status.FAILS: "✘", Status.OPEN: "?"}
KEYS = {Status.HOLDS: "holds", Status.FAILS: "fails", Status.OPEN: "open"}


def title(pattern: str, lang: Lang) -> str:
    """Number and name of a pattern."""
    return f"{pattern} {say(pattern, lang)}"


def rule_name(rule: str, lang: Lang) -> str:
    """What a rule of decision is called."""
    return say(f"rule_{rule}", lang)


def per_cent(share: float, lang: Lang) -> str:
    """A share as whole per cent."""
    return UNDEFINED if share != share else f"{number(100.0 * share, 0, lang)} %"


def share_text(verdict: Verdict, lang: Lang) -> str:
    """Mark, share of draws and its interval."""
    share = verdict.share
    low, high = (number(100.0 * each, 0, lang) for each in (share.low, share.high))
    return say("share", lang, mark=MARKS[verdict.status], share=per_cent(share.mean, lang), low=low, high=high)


def effect_text(verdict: Verdict, lang: Lang) -> str:
    """How far a claim lies on its right side, with its interval."""
    mean, low, high = (_plain(each, lang) for each in (verdict.effect.mean, verdict.effect.low, verdict.effect.high))
    return say("effect", lang, mean=mean, low=low, high=high)


def pattern_text(verdicts: tuple[Verdict, ...], lang: Lang) -> str:
    """Mark of a pattern, and how many of its claims hold."""
    holding = sum(each.status is Status.HOLDS for each in verdicts)
    return f"{MARKS[of_pattern(verdicts)]} {say('claims_of', lang, holds=holding, n=len(verdicts))}"


def sentence(found: Results, pattern: str, place: int, lang: Lang) -> str:
    """One claim over all rules and sizes, in plain words."""
    told, verdicts = found.claims[pattern][place], found.of_claim(pattern, place)
    if not verdicts:
        return say("untested", lang)
    count = {status: sum(each.status is status for each in verdicts.values()) for status in Status}
    n = len(verdicts)
    if told.kind is Kind.DIFFERS:
        return say("differ", lang, holds=count[Status.HOLDS], n=n)
    if n == 1:
        (only,) = verdicts.values()
        return say(f"one_{KEYS[only.status]}", lang, share=per_cent(only.share.mean, lang))
    least = min(verdicts, key=lambda cell: _known(verdicts[cell]))
    shares = [_known(each) for each in verdicts.values()]
    low, high = per_cent(min(shares), lang), per_cent(max(shares), lang)
    facts = {"n": n, "range": low if low == high else say("range", lang, low=low, high=high)}
    if count[Status.HOLDS] == n:
        return say("all_hold", lang, **facts)
    if count[Status.FAILS] == n:
        return say("all_fail", lang, **facts)
    return say(
        "mixed", lang, holds=count[Status.HOLDS], fails=count[Status.FAILS], open=count[Status.OPEN],
        rule=rule_name(least[0], lang), size=least[1], **facts,
    )  # fmt: skip


def summary(found: Results, lang: Lang) -> str:
    """How many claims hold everywhere, fail everywhere, and hold by the own rule."""
    every = [
        found.of_claim(pattern, place) for pattern, several in found.claims.items() for place in range(len(several))
    ]
    own = [[each for (rule, _), each in verdicts.items() if rule == "own"] for verdicts in every]
    return say(
        "summary", lang, claims=len(every), everywhere=sum(_all_hold(each.values()) for each in every),
        own=sum(_all_hold(each) for each in own),
        never=sum(bool(each) and all(one.status is Status.FAILS for one in each.values()) for each in every),
    )  # fmt: skip


def how(lang: Lang) -> tuple[str, ...]:
    """How it was tested, sentence by sentence."""
    costly = (say("how_costly", lang, pattern=pattern, each=each) for pattern, each in COSTLY.items())
    return (
        say("how_draws", lang, many=len(uncertain())), say("how_one", lang), *costly, say("how_rules", lang),
    )  # fmt: skip


def claims_note(lang: Lang, with_effects: bool = True) -> str:
    """How to read the figures of a claim, of which the effects are not shown everywhere."""
    said = [say("claims_note", lang, bar=per_cent(MOSTLY, lang)), say("claims_differ", lang)]
    return " ".join([said[0], say("claims_below", lang), said[1]] if with_effects else said)


def not_lived(found: Results, lang: Lang) -> str:
    """The companies of which there is nothing yet; empty where there is something of all."""
    lived = {size for _, size in found.cells}
    names = [size for size in found.asked.sizes if size not in lived]
    return say("not_lived", lang, names=", ".join(names)) if names else ""


def failure(found: Results, lang: Lang) -> str:
    """What went wrong; empty where nothing did."""
    if not found.failed:
        return ""
    return say("failed", lang, many=found.failed, of=sum(found.draws.values()), error=found.error)


def _all_hold(verdicts: Collection[Verdict]) -> bool:
    return bool(verdicts) and all(each.status is Status.HOLDS for each in verdicts)


def _known(verdict: Verdict) -> float:
    return 0.0 if verdict.share.mean != verdict.share.mean else verdict.share.mean


def _plain(value: float, lang: Lang) -> str:
    text = plain(value, signed=True)
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text
