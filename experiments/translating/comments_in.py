"""The explanations in a scenario's file, in the language of the one who asked for it.

The model writes them in English; what they explain is declared in both languages, and said here in the other one.
"""

import re
from functools import cache
from pathlib import Path
from textwrap import wrap

from experiments.showing.evidence import STRENGTHS, strength
from experiments.showing.language import Lang
from experiments.showing.words import Words
from experiments.translating.phrasebook import Phrasebook
from experiments.translating.refusals import book as refusals

_FILE = Path(__file__).parent / "comments" / "words.toml"
_WORDS = Words(_FILE)
_FACTS = re.compile(
    r"(?P<meaning>.*): (?P<allowed>(?:a |true )[^:]*?)\."
    r"(?: Likely: (?P<low>\S+) to (?P<high>\S+)\. Source: (?P<source>.*?)(?:; evidence: (?P<evidence>\w+))?\.)?"
)
"""What `sim.company.text` says of a key."""
_WIDTH = 116


def commented(text: str, lang: Lang) -> str:
    """A scenario's file with its comments in that language; nothing else is touched."""
    if lang == "en":
        return text
    lines: list[str] = []
    run: list[str] = []
    for line in [*text.split("\n"), ""]:
        if re.match(r"# \S", line):
            run.append(line.removeprefix("# "))
            continue
        if run:
            told = wrap(_said(" ".join(run), lang), _WIDTH, break_long_words=False, break_on_hyphens=False)
            lines += [f"# {each}" for each in told]
            run = []
        lines.append(line)
    return "\n".join(lines[:-1])


def _said(comment: str, lang: Lang) -> str:
    facts = _FACTS.fullmatch(comment)
    if facts is None:
        return _book().said(comment, lang)
    known = {name: part for name, part in facts.groupdict().items() if part is not None}
    kind = "facts_with_evidence" if "evidence" in known else "facts_of_ours" if "source" in known else "facts"
    told = {name: _book().said(part, lang) for name, part in known.items()}
    return _WORDS.say(kind, lang, **told | {"allowed": refusals().said(known["allowed"], lang)})


@cache
def _book() -> Phrasebook:
    """What is declared in two languages: meanings, sources and how strong the evidence is."""
    from sim.parameters import declared

    more = {row.meaning.en: row.meaning.nl for row in declared()}
    more |= {row.source: row.source_nl for row in declared()}
    more |= {each: strength(each, "nl") for each in STRENGTHS}
    return Phrasebook([_FILE], more)
