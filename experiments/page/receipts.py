"""The receipts of the page: what each policy pays a manager and an employee for, as a till would print it."""

from html import escape

from experiments.comparing.comparison import Comparison
from experiments.page.sentences import name_of
from experiments.page.words import say
from experiments.showing.language import Lang
from experiments.showing.looks import colour_class, letter
from experiments.showing.numbers import money, number
from experiments.showing.price_names import price_name
from sim.policies import Policy
from sim.policies.vocabulary import Role
from sim.receipt import Receipt, in_reach, receipt

WEEK = 6
ALWAYS = ("hour", "own_point", "unit_point", "out_point", "desk", "help")
"""Lines that every receipt has; others only where they pay."""
ABOVE_START = (-0.4, 0.0, 0.4, 0.8, 1.2, 1.6)
"""Standings that are set side by side, in points above satisfaction when the contract began."""

type Receipts = list[tuple[Receipt, Receipt]]


def receipts(found: Comparison) -> Receipts:
    """The receipt of a manager and of an employee, for each policy; for a course, of the policy that it begins with."""
    at = in_reach(found.scenario)
    return [(_receipt(found, each.first, Role.MANAGER, at), _receipt(found, each.first, Role.EMPLOYEE, at))
            for each in found.courses]  # fmt: skip


def standings(found: Comparison) -> list[float]:
    """The scores (0-10) that are ABOVE_START, as far as the scale reaches."""
    start = found.scenario.customers.satisfaction_start
    return list(dict.fromkeys(min(max(start + above, 0.0), 10.0) for above in ABOVE_START))


def points_a_month(found: Comparison) -> list[list[float]]:
    """For each policy: what a manager gains a month with a point for every own customer, at each of `standings`."""
    return [
        [dict(_receipt(found, each.first, Role.MANAGER, at).a_month)["own_point"] for at in standings(found)]
        for each in found.courses
    ]  # fmt: skip


def cards(found: Comparison, printed: Receipts, lang: Lang) -> str:
    """The receipts side by side, as HTML."""
    parts = []
    for place, (course, pair) in enumerate(zip(found.courses, printed, strict=True)):
        meaning = course.first.meaning.nl if lang == "nl" else course.first.meaning.en
        roles = "".join(
            _till(role, each, lang) for role, each in zip(("manager", "employee"), pair, strict=True)
        )  # fmt: skip
        name = name_of(found, course.id, lang)
        parts.append(
            f'<article class="receipt {colour_class(place)}">'
            f'<h3><span class="letter">{letter(place)}</span> {escape(name)}</h3>'
            f'<p class="meaning">{escape(meaning)}</p>{roles}</article>'
        )
    return "".join(parts)


def standings_table(found: Comparison, euros: list[list[float]], lang: Lang) -> str:
    """What a point is worth a month at several standings, as an HTML table."""
    scores = standings(found)
    head = "".join(f'<th scope="col">{number(score, 1, lang)}</th>' for score in scores)
    rows = "".join(
        f'<tr><th scope="row">{letter(place)} {escape(name_of(found, policy, lang))}</th>'
        + "".join(f"<td{_dim(euro, 0)}>{price(euro, lang, 0)}</td>" for euro in euros[place])
        + "</tr>"
        for place, policy in enumerate(found.ids)
    )
    first, over = escape(say("policy", lang)), escape(say("standings_at", lang))
    heads = (
        f'<tr><th scope="col" rowspan="2">{first}</th><th scope="colgroup" colspan="{len(scores)}">{over}</th></tr>'
        f"<tr>{head}</tr>"
    )
    return f'<table class="numbers"><thead>{heads}</thead><tbody>{rows}</tbody></table>'


def price(euro: float, lang: Lang, decimals: int = 2) -> str:
    """A price as a receipt prints it.

    >>> price(4.4, "nl"), price(0.0, "en"), price(0.001, "en"), price(-2.0, "en")
    ('€\xa04,40', 'nothing', 'next to nothing', '−\u2060€2.00')
    """
    if euro == 0:
        return say("nothing", lang)
    if abs(euro) < _least(decimals):
        return say("almost_nothing", lang)
    return money(euro, decimals, lang)


def _till(role: str, printed: Receipt, lang: Lang) -> str:
    rows = "".join(
        f'<tr class="sum"><th scope="row">{escape(say(f"line_{name}", lang))}</th><td>{money(euro, 0, lang)}</td></tr>'
        for name, euro in (("base", printed.base), ("variable", printed.variable))
    ) + "".join(
        f'<tr{_dim(euro)}><th scope="row">{escape(price_name(name, lang))}</th><td>{price(euro, lang)}</td></tr>'
        for name, euro in printed.lines
        if euro != 0 or name in ALWAYS
    )
    head = "".join(f'<th scope="col">{escape(say(each, lang))}</th>' for each in ("pays", "euro"))
    return (
        f'<table><caption>{escape(say(role, lang))}</caption><thead class="unseen"><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _dim(euro: float, decimals: int = 2) -> str:
    return ' class="nothing"' if abs(euro) < _least(decimals) else ""


def _least(decimals: int) -> float:
    """The least euros that do not round to nothing."""
    return float(0.5 * 10.0**-decimals)


def _receipt(found: Comparison, policy: Policy, role: Role, satisfaction: float) -> Receipt:
    return receipt(policy, found.scenario, role, satisfaction=satisfaction, week=WEEK)
