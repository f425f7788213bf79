"""Numbers are written one way in each language, in every text that people read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_every_word import DECLARED, WORDS
from typed import DUTCH, ENGLISH

RULES = {
    "a blank before %": re.compile(r"[\d}]%"),
    "a real minus, no hyphen, before a number": re.compile(r"(?<![\w\-/–.=\]`])-\d"),
}
OF_LANGUAGE = {
    "en": {
        "no blank after €": re.compile(r"€[ \N{NO-BREAK SPACE}]\d"),
        "a decimal point": re.compile(r"(?<![\d.,])\d+,\d{1,2}\b"),
    },
    "nl": {
        "a blank after €": re.compile(r"€\d"),
        "a decimal comma": re.compile(r"(?<![\w.=:@<>\-])\d+\.\d{1,2}(?!\w|\.\d)"),
    },
}


def texts() -> Iterator[tuple[str, str, str]]:
    """Where, in which language, and what is said."""
    for where, both in WORDS:
        if not where.startswith(TYPED):
            yield from ((where, lang, both[lang]) for lang in ("en", "nl"))
    for where, english, dutch in DECLARED:
        if where in LATER:
            continue
        yield where, "en", english
        yield where, "nl", dutch
    for page, lang in ((ENGLISH, "en"), (DUTCH, "nl")):
        yield page.name, lang, _prose(page)


LATER = {"managers.status example", "metric nps unit"}
"""Texts of the model's own files, where a change makes everybody compile anew: to be mended with its next change."""
TYPED = ("asked:", "values:", "files:", "studies:", "sweeps:", "looking:")
"""What is refused speaks of what stands in files, where a point is the only way."""


def _prose(page: Path) -> str:
    text = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    return re.sub(r"`[^`]+`|\]\([^)]+\)|Python 3\.\d+ \w+ 3\.\d+", "", text)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_text_writes_numbers_alike(lang: str) -> None:
    told = [
        f"{where}: {text[max(0, found.start() - 15) : found.end() + 15]!r}: {rule}"
        for where, of, text in texts()
        if of == lang
        for rule, pattern in (RULES | OF_LANGUAGE[lang]).items()
        for found in pattern.finditer(re.sub(r"--set [^ ]+|[\w.]+[=:][\d.:]+", "", text))
    ]
    assert told == []


@pytest.mark.parametrize(
    ("lang", "good", "bad"),
    [("en", "61 %, €1,234, 0.5, −3, week-6, 2016-02-29", "61%, € 3, 0,5, -3"),
     ("nl", "61 %, € 1.234, 0,5, −3, week-6", "61%, €3, 0.5, -3")],
)  # fmt: skip
def test_the_rules_know_good_from_bad(lang: str, good: str, bad: str) -> None:
    rules = RULES | OF_LANGUAGE[lang]
    assert not any(pattern.search(good) for pattern in rules.values())
    assert all(pattern.search(bad) for pattern in rules.values())
