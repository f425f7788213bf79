"""How a page begins: its title, what it is about, and the answer, with the price beside the benefit.

The case that the project is named after asks a question of its own; any other comparison says what was compared.
"""

from experiments.comparing.comparison import Comparison
from experiments.comparing.headline import headline
from experiments.comparing.intervals import in_futures, sentence
from experiments.comparing.reported import label_of, reported
from experiments.page.sentences import between, name_of, verdict
from experiments.page.words import say
from experiments.showing.language import Lang
from experiments.showing.numbers import shown

CASE = "six-weeks"
"""The scenario of the case."""
PRICE = ("profit_so_far", "pay_so_far")


def title(found: Comparison, hero: str, lang: Lang) -> str:
    """What stands above all."""
    if found.scenario.name == CASE:
        return say("title", lang)
    if hero == found.ids[0]:
        return say("title_alone", lang, company=found.scenario.name, hero=name_of(found, hero, lang))
    return say(
        "title_any", lang, company=found.scenario.name, hero=name_of(found, hero, lang),
        base=name_of(found, found.ids[0], lang),
    )  # fmt: skip


def lede(found: Comparison, lang: Lang) -> str:
    """What it is about."""
    return say("lede" if found.scenario.name == CASE else "lede_any", lang)


def answer(found: Comparison, hero: str, lang: Lang) -> str:
    """The answer to the title's question."""
    return claim(found, hero, lang) if _asks(found, hero) else headline(found, found.ids.index(hero), lang)


def more(found: Comparison, hero: str, lang: Lang) -> str:
    """What belongs to the answer: the whole last quarter, and the price; empty where the answer says it all."""
    return f"{later(found, hero, lang)} {price(found, hero, lang)}" if _asks(found, hero) else ""


def _asks(found: Comparison, hero: str) -> bool:
    """Whether the title is the case's question."""
    return found.scenario.name == CASE and hero != found.ids[0]


def claim(found: Comparison, hero: str, lang: Lang) -> str:
    """What may be said of the wall in the sixth week."""
    base = found.ids[0]
    apart = between(found, hero, base, "silo_index", "week6")
    found_out = verdict(apart)
    count = apart.higher_in if found_out == "higher" else apart.lower_in
    return say(
        f"answer_{found_out}", lang, often=in_futures(count, apart.n, lang), said=sentence(apart, 0, lang),
        hero=name_of(found, hero, lang), base=name_of(found, base, lang),
    )  # fmt: skip


def later(found: Comparison, hero: str, lang: Lang) -> str:
    """The same of the whole last quarter: one week alone may lie high or low in the swing of the quarter."""
    apart = between(found, hero, found.ids[0], "silo_index", "last_quarter")
    return say("later", lang, said=sentence(apart, 0, lang))


def price(found: Comparison, hero: str, lang: Lang) -> str:
    """What it costs, or brings: profit and pay since the switch."""
    parts = []
    for measure in PRICE:
        apart, unit = between(found, hero, found.ids[0], measure, "last_quarter"), reported()[measure].unit
        parts.append(
            say("price_part", lang, measure=label_of(measure, lang).lower(), said=sentence(apart, 0, lang),
                difference=shown(apart.mean, unit, apart.mean, lang, signed=True))
        )  # fmt: skip
    return say("price", lang, parts="; ".join(parts))
