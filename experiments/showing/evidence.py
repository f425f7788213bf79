"""How strength of evidence is said: a word, and what it means, in both languages."""

from pathlib import Path
from typing import get_args

from experiments.showing.language import Lang
from experiments.showing.words import Words
from sim.parameters.declare import Evidence

STRENGTHS: tuple[Evidence, ...] = get_args(Evidence)
"""From the strongest to what is only assumed, as declared."""

_WORDS = Words(Path(__file__).with_name("words.toml"))


def strength(evidence: Evidence, lang: Lang) -> str:
    """The word.

    >>> strength("weak", "en"), strength("assumption", "nl")
    ('weak', 'aanname')
    """
    return _WORDS.say(f"evidence {evidence}", lang)


def strength_means(evidence: Evidence, lang: Lang) -> str:
    """What that word means.

    >>> strength_means("strong", "en")
    'several studies that agree'
    """
    return _WORDS.say(f"evidence {evidence} means", lang)
