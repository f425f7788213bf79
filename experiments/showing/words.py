"""The one reader of visible words: a file words.toml, in both languages, beside the code that says them."""

import tomllib
from functools import cached_property
from pathlib import Path

from experiments.showing.language import Lang


class Words:
    """The words of one file: key to language to text. It is read when the first word is said."""

    def __init__(self, path: Path) -> None:
        """`path` is a file in TOML: a table a key, and in it a text a language; what is in braces is filled in."""
        self._path = path

    @cached_property
    def all(self) -> dict[str, dict[str, str]]:
        """Every word. Raises OSError, or ValueError if the file is no TOML."""
        return tomllib.loads(self._path.read_text(encoding="utf-8"))

    def say(self, key: str, lang: Lang, **values: object) -> str:
        """The words of that key with values filled in. Raises KeyError for a key that the file has not."""
        return self.all[key][lang].format(**values)

    def known(self, key: str) -> bool:
        """Whether the file has that key."""
        return key in self.all
