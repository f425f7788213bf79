"""The fixed words of the page, in both languages: read from words.toml."""

import tomllib
from functools import cache
from pathlib import Path

from experiments.showing.language import Lang

LANGUAGES: tuple[Lang, ...] = ("en", "nl")


@cache
def words() -> dict[str, dict[str, str]]:
    """All words: key to language to text."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def say(key: str, lang: Lang, **values: object) -> str:
    """The words of that key with values filled in. Raises KeyError for a key that words.toml has not."""
    return words()[key][lang].format(**values)
