"""The visible words of chosen contracts, in both languages, from words.toml."""

from pathlib import Path

from experiments.showing.words import Words

_WORDS = Words(Path(__file__).with_name("words.toml"))

say = _WORDS.say
