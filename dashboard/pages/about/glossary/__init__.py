"""The glossary: words that the pages use, and the measures among them with their own reading."""

from dashboard.pages.facts import words_beside
from experiments.showing.language import Lang
from sim.records.measures import MEASURES

_WORDS = words_beside(__file__)

MEASURED = ("silo_index", "avoidable_handoffs", "satisfaction", "trust", "effort")
"""Measures that are explained, as a strategist meets them first."""


def glossary(lang: Lang) -> list[dict[str, str]]:
    """Every `term` with what it `means`, by alphabet."""
    terms = [key.removeprefix("term ") for key in _WORDS.all if key.startswith("term ")]
    found = [{"term": _WORDS.say(f"term {key}", lang), "means": _WORDS.say(f"means {key}", lang)} for key in terms]
    for name in MEASURED:
        known = MEASURES[name]
        label, reading = (known.label_nl, known.reading_nl) if lang == "nl" else (known.label, known.reading)
        found.append({"term": label[0].lower() + label[1:], "means": reading})
    return sorted(found, key=lambda each: each["term"].casefold())
