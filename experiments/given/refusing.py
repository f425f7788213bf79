"""Why something that a user gives is refused, in one line and in either language; the words are in words.toml."""

from pathlib import Path

from experiments.errors import RequestError
from experiments.showing.language import Lang
from experiments.showing.words import Words

_WORDS = Words(Path(__file__).with_name("words.toml"))


class Refusal(RequestError):
    """Something that was given cannot be used; `in_words` says why in either language."""

    def __init__(self, key: str, /, **values: object) -> None:
        """`key` is one of words.toml; `values` fill it in."""
        self._key, self._values = key, values
        super().__init__(self.in_words("en"))

    def in_words(self, lang: Lang) -> str:
        """The reason, in one line."""
        return _WORDS.say(self._key, lang, **self._values)
