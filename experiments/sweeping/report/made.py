"""A sweep's report put together: question, finding, pictures, tables, design, failures, and where it comes from."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from experiments.reporting.parts import Bullets, Facts, Heading, Paragraph, Part, Table
from experiments.reporting.render import Report
from experiments.showing.language import Lang
from experiments.showing.numbers import number
from experiments.sweeping.brief import Failure, tables
from experiments.sweeping.experiment_file import experiment_to_toml
from experiments.sweeping.report.finding import finding, say
from experiments.sweeping.report.gathered import Gathered
from experiments.sweeping.report.origin import as_file, origin, rows_are_in
from experiments.sweeping.report.pictures import pictures
from experiments.sweeping.stopping import Until

MOST_FAILURES = 20


def report_of(folder: Path | str, lang: Lang = "en") -> Report:
    """The report of the sweep in a folder, as far as it has come. Raises RequestError or OSError."""
    found = Gathered(Path(folder), lang)
    experiment = found.experiment
    lede = experiment.asks or say("no_question", lang)
    return Report(experiment.name, lede, (*_head(found), *_body(found)), lang)


def _head(found: Gathered) -> Iterator[Part]:
    """How much there is, and that it is not all if so."""
    lang, brief = found.lang, found.brief
    counts = {"points": number(brief.points, 0, lang), "units": number(brief.units, 0, lang)}
    yield Paragraph(say("size", lang, policies=len(brief.policies), **counts), "note")
    if not found.progress.finished:
        done, all_points = number(found.progress.done, 0, lang), number(found.experiment.many, 0, lang)
        yield Paragraph(say("not_finished", lang, done=done, points=all_points), "alarm")
    rule, undecided = found.experiment.replicates, found.progress.undecided
    if isinstance(rule, Until) and undecided:
        yield Paragraph(say("undecided", lang, undecided=number(undecided, 0, lang), most=number(rule.most, 0, lang)))
    if found.failures:
        yield Paragraph(say("some_failed", lang, failed=number(len(found.failures), 0, lang)), "alarm")


def _body(found: Gathered) -> Iterator[Part]:
    lang, experiment = found.lang, found.experiment
    yield from finding(found)
    yield from pictures(found)
    if found.points:
        yield Heading(say("tables", lang))
        if found.others:
            yield Paragraph(say("tables_note", lang, base=found.base), "note")
        yield from tables(found.brief, found.names, lang)
    yield Heading(say("design", lang))
    yield Facts(experiment.facts(lang))
    yield from _failed(found)
    yield Heading(say("limits", lang))
    yield Bullets(tuple(_limits(found)))
    origin_file = as_file(experiment_to_toml(experiment), lang)
    yield from origin(
        found.note, found.progress.model, experiment.question.with_seed, lang, rows_are_in(lang), origin_file
    )


def _failed(found: Gathered) -> Iterator[Part]:
    """What went wrong: how often each error was there, and the first units with their points and futures."""
    lang = found.lang
    yield Heading(say("failures", lang))
    if not found.failures:
        yield Paragraph(say("no_failures", lang))
        return
    kinds = Counter(each.error for each in found.failures).most_common(MOST_FAILURES)
    yield Bullets(tuple(say("failed_so_often", lang, error=error, count=count) for error, count in kinds))
    heads = tuple(say(key, lang) for key in ("point", "future", "seed", "values", "error"))
    first = found.failures[:MOST_FAILURES]
    yield Table(say("failed_units", lang, shown=len(first), failed=len(found.failures)), heads,
                tuple(_failure(found, each) for each in first))  # fmt: skip


def _failure(found: Gathered, each: Failure) -> tuple[str, ...]:
    settings = found.experiment.settings(found.experiment.point(each.place))
    set_there = ", ".join(f"{key} = {text}" for key, text in settings)
    return str(each.place), str(each.replicate), str(each.seed), set_there, each.error


def _limits(found: Gathered) -> Iterator[str]:
    """What this is not, and what is not in it."""
    lang, question = found.lang, found.experiment.question
    yield say("limit_prediction", lang)
    yield say("limit_points", lang)
    yield say("limit_weeks", lang)
    if not question.command_needs_file:
        yield say("limit_command", lang, command=question.command)
