"""The claims in the language of the reader. A pattern makes them in English; the book knows how they are built.

What a claim names (a measure, a policy) is declared in both languages where it is made, and looked up there.
"""

from functools import cache
from pathlib import Path

from experiments.showing.language import Lang
from experiments.translating.phrasebook import Phrasebook
from sim.policies import catalogue
from sim.records.measures import MEASURES

_FILE = Path(__file__).parent / "dutch" / "words.toml"


def claim_text(text: str, lang: Lang) -> str:
    """A claim in that language, or as it is where the book does not know it.

    >>> claim_text("Silo index: higher than under commission", "nl")
    'Eilandjesindex: hoger dan onder provisie'
    """
    return _book().said(text, lang)


@cache
def _book() -> Phrasebook:
    more = {policy.name.en: policy.name.nl for policy in catalogue().values()}
    for each in MEASURES.values():
        more |= {each.label: each.label_nl, _small(each.label): _small(each.label_nl)}
    return Phrasebook([_FILE], more)


def _small(name: str) -> str:
    """As it stands within a sentence."""
    return name[:1].lower() + name[1:]
