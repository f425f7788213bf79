"""The fixed words of the page, in both languages, from words.toml."""

from pathlib import Path

from experiments.showing.words import Words

WORDS = Words(Path(__file__).with_name("words.toml"))

say = WORDS.say
