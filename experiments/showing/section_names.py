"""What the sections of a scenario are called, wherever parameters are listed by section."""

from pathlib import Path

from experiments.showing.language import Lang
from experiments.showing.words import Words
from sim.parameters import SECTIONS

_WORDS = Words(Path(__file__).with_name("words.toml"))


def section_name(section: str, lang: Lang) -> str:
    """The name of a section; one that has no words yet says what its declaration says.

    >>> section_name("choice", "nl")
    'Wat mensen afwegen'
    """
    key = f"section {section}"
    return _WORDS.say(key, lang) if _WORDS.known(key) else (SECTIONS[section].__doc__ or section).splitlines()[0]
