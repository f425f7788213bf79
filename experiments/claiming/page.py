"""The page docs/claims.md: what a test of the claims found, with a plain sentence for each claim."""

from collections.abc import Iterator

from experiments.claiming.results import Results
from experiments.claiming.saying import (
    claims_note,
    effect_text,
    failure,
    how,
    not_lived,
    pattern_text,
    rule_name,
    say,
    sentence,
    share_text,
    summary,
    title,
)
from experiments.claiming.verdicts import Verdict
from experiments.showing.markdown import table
from experiments.showing.numbers import UNDEFINED

PAGE = "claims.md"

OPENING = """\
# The claims put to the test

<!-- Made by `python -m experiments.claiming FOLDER`; do not edit it here. -->

[emergence.md](emergence.md) asks whether the patterns hold in the model as it is. This page asks how far that hangs on
the rule by which people decide, on the size of the company, and on numbers of which nobody is sure. The claims are the
same, word for word and bar for bar; nothing was bent for them, and what fails is printed as failing.

"""


def page(found: Results) -> str:
    """The page as text, without a date: the same results give the same page."""
    return "".join((OPENING, *_head(found), *_patterns(found), *_how(found)))


def _head(found: Results) -> Iterator[str]:
    rules, sizes = _rules(found), _sizes(found)
    yield f"**{summary(found, 'en')}**\n\n"
    if failure(found, "en"):
        yield f"{failure(found, 'en')}\n\n"
    yield "## Verdicts\n\n"
    yield table(
        ("pattern", "company", *(rule_name(rule, "en") for rule in rules)),
        (
            (title(pattern, "en"), size, *(_pattern(found, pattern, rule, size) for rule in rules))
            for pattern in found.claims
            for size in sizes
        ),
    )
    yield f"\n{say('verdicts_note', 'en')}\n\n{claims_note('en')}\n"


def _patterns(found: Results) -> Iterator[str]:
    sizes = _sizes(found)
    for pattern, several in found.claims.items():
        yield f"\n## {title(pattern, 'en')}\n\n"
        yield from (f"- {told.text}. *{sentence(found, pattern, place, 'en')}*\n" for place, told in enumerate(several))
        rows = [
            (told.text, rule_name(rule, "en"),
             *(_cell(found.of_claim(pattern, place).get((rule, size))) for size in sizes))
            for place, told in enumerate(several) for rule in _rules(found)
        ]  # fmt: skip
        figures = table(("claim", "rule", *sizes), rows)
        yield f"\n<details><summary>Figures of {pattern}</summary>\n\n{figures}\n</details>\n"


def _how(found: Results) -> Iterator[str]:
    yield f"\n## {say('how', 'en')}\n\n"
    yield from (f"- *{rule_name(rule, 'en')}*: {say(f'rule_{rule}_means', 'en')}.\n" for rule in _rules(found))
    yield from (f"- {say(f'size_{size}', 'en')}.\n" for size in _sizes(found))
    yield from (f"- {each}\n" for each in how("en"))
    yield f"\n{say('draws', 'en')}:\n\n"
    rows = (
        (rule_name(rule, "en"), *(str(found.draws.get((rule, size), 0)) for size in _sizes(found)))
        for rule in _rules(found)
    )
    yield table(("rule", *_sizes(found)), rows)
    if not_lived(found, "en"):
        yield f"\n**{not_lived(found, 'en')}**\n"
    yield f"\nSeed {found.asked.seed}, model sources `{found.model[:12]}`. To live more draws, or the same again:\n\n"
    yield f"    siloscope claims --out FOLDER --draws {max(found.draws.values(), default=0)}\n"
    yield "    python -m experiments.claiming FOLDER\n"


def _pattern(found: Results, pattern: str, rule: str, size: str) -> str:
    verdicts = found.verdicts.get((rule, size), {}).get(pattern)
    return pattern_text(verdicts, "en") if verdicts else UNDEFINED


def _cell(verdict: Verdict | None) -> str:
    return UNDEFINED if verdict is None else f"{share_text(verdict, 'en')}; {effect_text(verdict, 'en')}"


def _rules(found: Results) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for rule, _ in found.cells))


def _sizes(found: Results) -> tuple[str, ...]:
    return tuple(dict.fromkeys(size for _, size in found.cells))
