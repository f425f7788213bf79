"""What a choice found, in sentences: what was looked at, what is left, what it takes, how far the search flattered."""

from collections.abc import Iterator

from experiments.choosing.chosen import COMPROMISE, Chosen
from experiments.choosing.judging import Flattery, Lived, Verdict
from experiments.choosing.words import say
from experiments.comparing.intervals import Difference
from experiments.comparing.reported import reported
from experiments.showing.language import Lang
from experiments.showing.numbers import number, shown, significant

_DROPPED = (Verdict.UNSURE, Verdict.NO_BETTER, Verdict.BEATEN, Verdict.FAILED)


def story(found: Chosen, lang: Lang) -> list[str]:
    """The whole of it, a paragraph a string."""
    return [
        looked_at(found, lang), *left(found, lang), *as_it_is(found, lang), *picks(found, lang),
        *flattered(found, lang),
    ]  # fmt: skip


def label_of(measure: str, lang: Lang) -> str:
    """A measure within a sentence."""
    known = reported()[measure]
    label = known.label_nl if lang == "nl" else known.label
    return label[0].lower() + label[1:]


def title_of(found: Chosen, lived: Lived, lang: Lang) -> str:
    """What a contract of the front stands for; empty if for nothing in particular."""
    return ", ".join(
        say("compromise", lang) if best == COMPROMISE else say("best_for", lang, measure=label_of(best, lang))
        for best in found.picks.get(lived.number, [])
    )


def difference(measure: str, apart: Difference, lang: Lang) -> str:
    """A difference from today's contract with its interval: +0.41 (+0.33 to +0.49)."""
    unit, scale = reported()[measure].unit, max(abs(apart.low), abs(apart.high))
    mean, low, high = (shown(value, unit, scale, lang, signed=True) for value in (apart.mean, apart.low, apart.high))
    return say("interval", lang, mean=mean, low=low, high=high)


def way_of(measure: str, apart: Difference) -> int:
    """+1 if a difference is clear and good, -1 if it is clear and bad, 0 if it is neither, or nobody can say."""
    return reported()[measure].better * (1 if apart.mean > 0.0 else -1) if apart.clear else 0


def limits_of(found: Chosen, lang: Lang) -> list[str]:
    """The limits in words."""
    return [
        say(limit.side, lang, measure=label_of(limit.measure, lang), amount=_amount(limit.said, lang))
        for limit in found.choice.limits
    ]


def looked_at(found: Chosen, lang: Lang) -> str:
    """How many contracts were tried, kept the limits, and were lived again."""
    choice = found.choice
    key = "looked_at" if choice.limits else "looked_at_no_limits"
    said = say(
        key, lang, tried=number(found.tried, 0, lang), futures=choice.search.futures, within=found.within,
        front=found.on_front, again=len(found.lived) - 1, fresh=choice.fresh.futures,
        limits="; ".join(limits_of(found, lang)),
    )  # fmt: skip
    more = ((found.impossible, "impossible"), (found.failed, "failed_futures"))
    return " ".join([said, *(say(key, lang, many=many) for many, key in more if many)])


def left(found: Chosen, lang: Lang) -> Iterator[str]:
    """How many are front, or why none is; and what became of the others."""
    again, front = len(found.lived) - 1, found.count(Verdict.FRONT)
    if not again:
        yield say("none_within", lang)
        return
    yield say("left" if front else "none_left", lang, front=front, again=again)
    dropped = [(each, found.count(each)) for each in _DROPPED]
    said = [say(f"dropped_{each}", lang, many=many) for each, many in dropped if many]
    if said:
        yield say("dropped", lang, reasons="; ".join(said))


def picks(found: Chosen, lang: Lang) -> Iterator[str]:
    """The contracts that show what there is to choose from."""
    for each in found.front:
        title = title_of(found, each, lang)
        if not title:
            continue
        goals = [
            f"{label_of(goal.measure, lang)} {difference(goal.measure, apart, lang)}"
            for goal, apart in zip(found.choice.goals, each.apart, strict=False)
        ]
        numbers = [
            f"{key.key} = {significant(value, lang=lang)}"
            for key, value in zip(found.choice.keys, each.row, strict=True) if value == value
        ]  # fmt: skip
        said = say(
            "pick" if each.number else "pick_as_is", lang, number=each.number, policy=found.choice.changed, title=title,
            goals="; ".join(goals), numbers="; ".join(numbers),
        )  # fmt: skip
        yield " ".join([said, *_besides(found, each, lang)])


def _besides(found: Chosen, lived: Lived, lang: Lang) -> Iterator[str]:
    """What must be known of a contract besides: where today's is better still, and which others are like it."""
    for goal, apart in zip(found.choice.goals, lived.apart, strict=False):
        if goal.measure in found.picks[lived.number] and apart.clear and apart.mean * goal.sign < 0.0:
            yield say("today_better", lang, measure=label_of(goal.measure, lang))
    if lived.alike:
        yield say("alike", lang, numbers=", ".join(map(str, lived.alike)))


def as_it_is(found: Chosen, lang: Lang) -> Iterator[str]:
    """What became of the contract that is changed as it is, if it is not today's."""
    if found.choice.today != found.choice.changed:
        verdict = found.lived[0].verdict
        yield say("as_it_is", lang, policy=found.choice.changed, verdict=say(f"verdict_{verdict}", lang))


def flattered(found: Chosen, lang: Lang) -> Iterator[str]:
    """How far the search flattered; nothing where nothing was lived again."""
    if found.flattery:
        said = "; ".join(_flattery(each, lang) for each in found.flattery)
        yield say("flattered", lang, again=len(found.lived) - 1, goals=said)


def flattery_texts(each: Flattery, lang: Lang) -> dict[str, str]:
    """The figures of a goal's flattery as they are written: said, found, by, half."""
    unit, scale = reported()[each.measure].unit, max(abs(each.said), abs(each.found), abs(each.by))
    signed = {name: getattr(each, name) for name in ("said", "found", "by")}
    texts = {name: shown(value, unit, scale, lang, signed=True) for name, value in signed.items()}
    return {**texts, "half": shown(each.half, unit, scale, lang)}


def _flattery(each: Flattery, lang: Lang) -> str:
    return say("flattery", lang, measure=label_of(each.measure, lang), **flattery_texts(each, lang))


def _amount(said: str, lang: Lang) -> str:
    """A limit's amount, with its word for today in the reader's language."""
    return said.replace("today", say("today", lang).lower())
