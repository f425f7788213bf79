"""What a test of the claims found, on the terminal: the patterns, then every claim by every rule in every size."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from experiments.claiming.claims_in import claim_text
from experiments.claiming.results import Results
from experiments.claiming.saying import (
    claims_note,
    failure,
    pattern_text,
    rule_name,
    say,
    sentence,
    share_text,
    summary,
    title,
)
from experiments.claiming.verdicts import Verdict, of_pattern
from experiments.errors import RequestError
from experiments.evidence.emergence.patterns import patterns
from experiments.evidence.emergence.verdict import Status
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED
from sim.datafiles.mistakes import nearest, on_one_line

_STYLES = {Status.HOLDS: "green", Status.FAILS: "red", Status.OPEN: "yellow"}


def wanted(names: list[str] | None) -> tuple[str, ...]:
    """The patterns that were asked for, or all. Raises RequestError for one that is not known."""
    known = {each.lower(): each for each in patterns()}
    for name in names or ():
        if name.lower() not in known:
            raise RequestError(f"--pattern {on_one_line(name)} is not known; {nearest(name, list(known.values()))}")
    return tuple(known[name.lower()] for name in names) if names else tuple(known.values())


def show(found: Results, shown: tuple[str, ...], lang: Lang, console: Console) -> None:
    """Print the summary, the verdicts on patterns, and the claims of those that are shown."""
    if not found.cells:
        console.print(say("none", lang), markup=False)
        return
    console.print(Text(summary(found, lang), style="bold"))
    if failure(found, lang):
        console.print(Text(failure(found, lang), style="red"))
    console.print()
    console.print(_patterns(found, lang))
    for pattern in shown:
        if pattern in found.claims:
            console.print()
            console.print(_claims(found, pattern, lang))
            for place, told in enumerate(found.claims[pattern], start=1):
                claim = claim_text(told.text, lang)
                console.print(Text(f"{place}. {claim}. {sentence(found, pattern, place - 1, lang)}"))
    console.print()
    console.print(Text(f"{claims_note(lang, with_effects=False)} {say('english_claims', lang)}", style="dim"))


def _patterns(found: Results, lang: Lang) -> Table:
    sizes = tuple(dict.fromkeys(size for _, size in found.cells))
    table = Table(title=say("verdicts", lang), title_justify="left", title_style="bold")
    for head in (say("pattern", lang), say("rule", lang), *sizes):
        table.add_column(head)
    for pattern in found.claims:
        for place, rule in enumerate(dict.fromkeys(rule for rule, _ in found.cells)):
            cells = [_pattern(found.verdicts.get((rule, size), {}).get(pattern), lang) for size in sizes]
            table.add_row(Text("" if place else title(pattern, lang)), rule_name(rule, lang), *cells)
    return table


def _pattern(verdicts: tuple[Verdict, ...] | None, lang: Lang) -> Text:
    if not verdicts:
        return Text(UNDEFINED)
    return Text(pattern_text(verdicts, lang), style=_STYLES[of_pattern(verdicts)])


def _claims(found: Results, pattern: str, lang: Lang) -> Table:
    sizes = tuple(dict.fromkeys(size for _, size in found.cells))
    table = Table(title=title(pattern, lang), title_justify="left", title_style="bold")
    for head in ("", say("rule", lang), *sizes):
        table.add_column(head)
    for place in range(len(found.claims[pattern])):
        verdicts = found.of_claim(pattern, place)
        for row, rule in enumerate(dict.fromkeys(rule for rule, _ in found.cells)):
            cells = [_share(verdicts.get((rule, size)), lang) for size in sizes]
            table.add_row("" if row else str(place + 1), rule_name(rule, lang), *cells)
    return table


def _share(verdict: Verdict | None, lang: Lang) -> Text:
    return Text(UNDEFINED) if verdict is None else Text(share_text(verdict, lang), style=_STYLES[verdict.status])
