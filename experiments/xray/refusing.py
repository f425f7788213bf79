"""Why a log is refused, in one line and in either language; the words are in words.toml."""

from pathlib import Path

from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.showing.words import Words
from sim.datafiles.reading import DataFileError

WORDS = Words(Path(__file__).with_name("words.toml"))
"""The visible words of this room."""


class WordKey(str):
    """A value within a sentence that is itself a key of words.toml, and said in the sentence's language."""


class Count(int):
    """A value within a sentence that is written as the sentence's language writes numbers."""


class LogError(DataFileError):
    """A log that cannot be read; its text is one line that names the file, the place and what would be right."""


class LogRefusal(LogError):
    """A log whose content cannot be used; `key` and `values` say why, so that `why` can say it in either language."""

    def __init__(self, source: str, key: str, /, **values: object) -> None:
        """`source` names the file; `key` is one of words.toml without its "refused "; `values` fill it in."""
        self.source, self.key, self.values = source, key, values
        super().__init__(self.in_words("en"))

    def in_words(self, lang: Lang) -> str:
        """The whole line."""
        return f"{self.source}: {self.why(lang)}"

    def why(self, lang: Lang) -> str:
        """The reason without the name of the file."""
        return said(f"refused {self.key}", lang, self.values)


def said(key: str, lang: Lang, values: dict[str, object], words: Words = WORDS) -> str:
    """A sentence of `words`, with words of this room among its values in the same language."""
    return words.say(key, lang, **{name: _filled(value, lang) for name, value in values.items()})


def _filled(value: object, lang: Lang) -> object:
    if isinstance(value, Count):
        return number(value, 0, lang)
    return WORDS.say(value, lang) if isinstance(value, WordKey) else value


def short(value: str) -> str:
    """A value in quotes, of reasonable length."""
    return repr(value if len(value) <= 40 else value[:39] + "…")
