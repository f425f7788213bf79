"""How many of something, in words: one future, two futures."""

from pathlib import Path

from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words

_WORDS = Words(Path(__file__).with_name("words.toml"))


def futures(count: int, lang: Lang) -> str:
    """So many futures.

    >>> futures(1, "en"), futures(3, "en"), futures(2_000, "nl")
    ('1 future', '3 futures', '2.000 toekomsten')
    """
    return _counted("future", count, lang)


def weeks(count: int, lang: Lang) -> str:
    """So many weeks.

    >>> weeks(1, "nl"), weeks(52, "en")
    ('1 week', '52 weeks')
    """
    return _counted("week", count, lang)


def people(count: int, lang: Lang) -> str:
    """So many people.

    >>> people(1, "en"), people(78, "nl")
    ('1 person', '78 mensen')
    """
    return _counted("person", count, lang)


def _counted(what: str, count: int, lang: Lang) -> str:
    noun = _WORDS.say(f"one {what}" if count == 1 else f"many {what}", lang)
    return f"{number(count, 0, lang)} {noun}"
