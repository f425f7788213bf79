"""A test of the claims as a page: what holds, what hangs on the rule, every claim with its figures, and how."""

from collections.abc import Iterator
from pathlib import Path

from experiments.claiming.claims_in import claim_text
from experiments.claiming.results import Results
from experiments.claiming.saying import (
    KEYS,
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
from experiments.evidence.emergence.verdict import Kind, Status
from experiments.reporting.parts import (
    Answer,
    Bullets,
    Cell,
    Facts,
    Fold,
    Gallery,
    Heading,
    Paragraph,
    Part,
    Picture,
    Size,
    Table,
    Tone,
)
from experiments.reporting.render import Report
from experiments.showing.drawing import Chart
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED
from experiments.storing.provenance import command_line

_TONES: dict[Status, Tone] = {Status.HOLDS: "better", Status.FAILS: "worse", Status.OPEN: "neither"}
_STATES = {Status.HOLDS: "ahead", Status.FAILS: "behind", Status.OPEN: "undecided"}


def report_of(found: Results, command: list[str], lang: Lang = "en") -> Report:
    """The page of a test; `command` are the words that were typed after the program's name."""
    return Report(say("name", lang), say("asks", lang), (*parts_of(found, lang), *_origin(found, command, lang)), lang)


def parts_of(found: Results, lang: Lang) -> Iterator[Part]:
    """All of it but where it comes from."""
    if not found.cells:
        yield Paragraph(say("none", lang))
        return
    yield Answer(summary(found, lang))
    if failure(found, lang):
        yield Paragraph(failure(found, lang), "alarm")
    yield Heading(say("verdicts", lang))
    yield verdicts_table(found, lang)
    yield Paragraph(say("verdicts_note", lang), "note")
    yield Heading(say("pictures", lang))
    yield Gallery(tuple(_picture(found, rule, lang) for rule in dict.fromkeys(rule for rule, _ in found.cells)))
    yield Paragraph(say("picture_note", lang), "note")
    for pattern in found.claims:
        yield Heading(title(pattern, lang))
        yield Bullets(
            tuple(
                f"{claim_text(told.text, lang)}. {sentence(found, pattern, place, lang)}"
                for place, told in enumerate(found.claims[pattern])
            )
        )
        yield Fold(say("more", lang, pattern=pattern), (_claims_table(found, pattern, lang),))
    yield Paragraph(f"{claims_note(lang)} {say('english_claims', lang)}", "note")
    yield Heading(say("how", lang))
    yield Facts(tuple((rule_name(rule, lang), say(f"rule_{rule}_means", lang)) for rule in found.asked.rules))
    yield Bullets((*(say(f"size_{size}", lang) for size in found.asked.sizes), *how(lang)))
    yield _draws_table(found, lang)
    if not_lived(found, lang):
        yield Paragraph(not_lived(found, lang))


def verdicts_table(found: Results, lang: Lang) -> Table:
    """A row a pattern and rule, a column a size."""
    sizes = tuple(dict.fromkeys(size for _, size in found.cells))
    rules = dict.fromkeys(rule for rule, _ in found.cells)
    rows = [
        (title(pattern, lang), rule_name(rule, lang),
         *(_pattern_cell(found, pattern, rule, each, lang) for each in sizes))
        for pattern in found.claims for rule in rules
    ]  # fmt: skip
    return Table(say("claims_that_hold", lang), (say("pattern", lang), say("rule", lang), *sizes), tuple(rows))


def _pattern_cell(found: Results, pattern: str, rule: str, size: str, lang: Lang) -> str:
    verdicts = found.verdicts.get((rule, size), {}).get(pattern)
    return pattern_text(verdicts, lang) if verdicts else UNDEFINED


def _claims_table(found: Results, pattern: str, lang: Lang) -> Table:
    """A row a claim and rule, a column a size: share and effect."""
    sizes = tuple(dict.fromkeys(size for _, size in found.cells))
    rows = []
    for place, told in enumerate(found.claims[pattern]):
        verdicts = found.of_claim(pattern, place)
        for rule in dict.fromkeys(rule for rule, _ in found.cells):
            cells = tuple(_cell(verdicts.get((rule, size)), lang) for size in sizes)
            rows.append((claim_text(told.text, lang), rule_name(rule, lang), *cells))
    return Table(title(pattern, lang), (say("claim", lang), say("rule", lang), *sizes), tuple(rows))


def _cell(verdict: Verdict | None, lang: Lang) -> Cell | str:
    if verdict is None:
        return UNDEFINED
    return Cell(share_text(verdict, lang), below=effect_text(verdict, lang), tone=_TONES[verdict.status])


def _picture(found: Results, rule: str, lang: Lang) -> Picture:
    """All claims under a rule, in the first size that was lived."""
    size = next(size for one, size in found.cells if one == rule)
    verdicts = [
        each for pattern, several in found.verdicts[rule, size].items()
        for told, each in zip(found.claims[pattern], several, strict=True)
        if told.kind is not Kind.DIFFERS and each.share.n
    ]  # fmt: skip
    verdicts.sort(key=lambda each: each.share.mean)
    count = {KEYS[status]: sum(each.status is status for each in verdicts) for status in Status}

    def draw(size: Size) -> Chart:
        import pandas as pd

        from experiments.reporting.charts import Axes, strip

        rows = pd.DataFrame({
            "rank": range(1, len(verdicts) + 1), "mean": [each.share.mean for each in verdicts],
            "low": [each.share.low for each in verdicts], "high": [each.share.high for each in verdicts],
            "state": [_STATES[each.status] for each in verdicts],
        })  # fmt: skip
        return strip(rows, Axes(say("axis_rank", lang), say("axis_share", lang), ".0%"), size)

    return Picture(
        say("picture", lang, rule=rule_name(rule, lang), size=size),
        say("picture_words", lang, n=len(verdicts), **count), draw,
    )  # fmt: skip


def _draws_table(found: Results, lang: Lang) -> Table:
    sizes = tuple(dict.fromkeys(size for _, size in found.cells))
    rows = [
        (rule_name(rule, lang), *(str(found.draws.get((rule, size), 0)) for size in sizes))
        for rule in dict.fromkeys(rule for rule, _ in found.cells)
    ]
    return Table(say("draws", lang), (say("rule", lang), *sizes), tuple(rows))


def _origin(found: Results, command: list[str], lang: Lang) -> Iterator[Part]:
    facts = {"model_hash": found.model, "seed": str(found.asked.seed), "command": command_line(command)}
    yield Heading(say("where", lang))
    yield Facts(tuple((say(key, lang), text) for key, text in facts.items()))
    yield Paragraph(say("files", lang), "note")


def folder_page(folder: Path) -> Path:
    """Where the page of a folder is."""
    return folder / "report.html"
