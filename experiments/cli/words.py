"""The visible words of the command line, in both languages: read from words.toml."""

import tomllib
from functools import cache
from pathlib import Path

from experiments.showing.language import Lang


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def say(key: str, lang: Lang, **values: object) -> str:
    """The words of that key with values filled in. Raises KeyError for a key that words.toml has not."""
    return _words()[key][lang].format(**values)


def known(key: str) -> bool:
    """Whether words.toml has that key."""
    return key in _words()
