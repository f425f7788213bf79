"""What stands on receipts, as plain values: for each policy and role a total, and what one more of a thing earns."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from experiments.comparing.course import Course
from experiments.comparing.tills import Pair, Reach, Standing, Tills
from experiments.page.receipts import price
from experiments.showing.language import Lang
from experiments.showing.looks import letter, look
from experiments.showing.numbers import money, number
from experiments.showing.words import Words
from sim.company.scenario import Scenario
from sim.policies.vocabulary import Role
from sim.receipt import Receipt

ROLES = (Role.MANAGER, Role.EMPLOYEE)
"""In the order of the page: policies differ most in what they pay managers for."""
ALWAYS = ("hour", "own_point", "unit_point", "out_point", "help")
"""Lines that every receipt has, so that nothing can be seen to be paid; others only where they pay."""
WORTH_A_WORD = 0.15
"""Of what pays most; less is not said in the headline of a receipt."""
MOST_WORDS = 3
"""Things that a headline names."""
LEAST = 0.5
"""Euro a month that do not round to nothing."""


class Bon(NamedTuple):
    """The receipts of one policy, and what the standing means for them, both in the order of `Role`."""

    pair: Pair
    reach: tuple[Reach, Reach]


def bons(tills: Tills, courses: Sequence[Course], scenario: Scenario, standing: Standing) -> tuple[Bon, ...]:
    """The receipts of the policies that courses begin with."""
    open_tills = [tills.at(each.first, scenario) for each in courses]
    return tuple(Bon(till.receipts(standing), till.reach(standing)) for till in open_tills)


def told(courses: Sequence[Course], printed: Sequence[Bon], words: Words, lang: Lang) -> list[dict[str, Any]]:
    """The receipts in words and numbers, for the browser."""
    most = max((abs(euro) for bon in printed for receipt in bon.pair for _, euro in receipt.a_month), default=0.0)
    return [
        {
            "letter": letter(place), "colour": look(place).light, "id": course.first.id,
            "name": getattr(course.name, lang), "meaning": getattr(course.first.meaning, lang),
            "roles": [_role(bon.pair[role], bon.reach[role], most, words, lang) for role in ROLES],
        }
        for place, (course, bon) in enumerate(zip(courses, printed, strict=True))
    ]  # fmt: skip


def headline(receipt: Receipt, words: Words, lang: Lang) -> str:
    """What a role is paid for, in a few words: what pays best, and what pays at least WORTH_A_WORD of that."""
    paid = sorted(((euro, name) for name, euro in receipt.a_month if euro >= LEAST), reverse=True)[:MOST_WORDS]
    if not paid:
        return words.say("pays_nothing", lang)
    names = [words.say(f"for_{name}", lang) for euro, name in paid if euro >= WORTH_A_WORD * paid[0][0]]
    return words.say("pays_for", lang, what=_listed(names, words, lang))


def in_one_sentence(receipt: Receipt, words: Words, lang: Lang) -> str:
    """What one hour of selling, one happier customer, and one hour of help earn."""
    each = dict(receipt.lines)
    euros = {name: price(each[name], lang) for name in ("hour", "own_point", "help")}
    return words.say(f"sentence_{receipt.role.name.lower()}", lang, **euros)


def _listed(names: Sequence[str], words: Words, lang: Lang) -> str:
    *first, last = names
    return f"{', '.join(first)} {words.say('and', lang)} {last}" if first else last


def _role(receipt: Receipt, reach: Reach, most: float, words: Words, lang: Lang) -> dict[str, Any]:
    months = dict(receipt.a_month)
    return {
        "role": receipt.role.name.lower(),
        "label": words.say(receipt.role.name.lower(), lang),
        "headline": headline(receipt, words, lang),
        "sentence": in_one_sentence(receipt, words, lang),
        "base": money(receipt.base, 0, lang),
        "variable": money(receipt.variable, 0, lang),
        "total": money(receipt.base + receipt.variable, 0, lang),
        "reach": _reach(reach, words, lang),
        "lines": [
            {
                "name": name, "label": words.say(f"line_{name}", lang), "each": price(euro, lang),
                "month": price(months[name], lang, 0), "nothing": abs(months[name]) < LEAST,
                "bar": round(abs(months[name]) / most, 3) if most else 0.0, "fine": euro < 0.0,
            }
            for name, euro in receipt.lines if euro or name in ALWAYS
        ],
    }  # fmt: skip


def _reach(reach: Reach, words: Words, lang: Lang) -> dict[str, Any]:
    part, stake = number(100 * reach.part, 0, lang), money(reach.stake, 0, lang)
    return {
        "zone": reach.zone,
        "part": round(reach.part, 3),
        "label": words.say(f"zone_{reach.zone}", lang),
        "text": words.say("stake_none" if reach.zone == "apart" else "stake", lang, part=part, stake=stake),
    }
