"""A calibration as a page: what the log tells, what it cannot, how well the model foresees it, where it comes from."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from experiments.calibrating import tables
from experiments.calibrating.calibrate import Calibration
from experiments.calibrating.calibration import TOLD
from experiments.calibrating.saying import alarm, interval, label, more, read, say, told, window
from experiments.calibrating.windows import EARLY
from experiments.reporting import charts
from experiments.reporting.parts import Answer, Bullets, Facts, Heading, Paragraph, Part, Picture, Size
from experiments.reporting.render import Report
from experiments.showing.drawing import Chart
from experiments.showing.language import Lang
from experiments.showing.numbers import number, shown
from experiments.sweeping.report.origin import as_file, origin


def report_of(found: Calibration, note: Mapping[str, object], scenario: str, lang: Lang = "en") -> Report:
    """The page; `note` is the provenance and `scenario` the text of the scenario's file."""
    files = say("files", lang, rows=number(len(found.learned.draws), 0, lang))
    comes_from = origin(
        dict(note), str(note["source_hash"]), found.measured.setting.seed, lang, files, as_file(scenario, lang)
    )
    log = Facts(((say("fact_sha256", lang), str(note["log_sha256"])),))
    parts = (*parts_of(found, lang), *comes_from, log)
    return Report(say("title", lang, name=found.name), say("lede", lang), parts, lang)


def parts_of(found: Calibration, lang: Lang) -> Iterator[Part]:
    """All of it but the provenance."""
    yield Heading(say("found", lang))
    if warning := alarm(found, lang):
        yield Paragraph(warning, "alarm")
    yield Answer(told(found, lang))
    yield Bullets(tuple(more(found, lang)))
    yield Paragraph(read(found, lang))
    yield Heading(say("parameters", lang))
    yield Picture(say("picture", lang), _in_words(found, lang), lambda size: _chart(found, lang, size),
                  say("picture_note", lang))  # fmt: skip
    yield tables.parameters(found, lang)
    yield Paragraph(say("width_note", lang, told=number(TOLD, 2, lang)), "note")
    yield Heading(say("fitted", lang))
    yield tables.fitted(found, lang)
    yield from _checks(found, lang)
    yield Heading(say("set_up", lang))
    yield Facts(tuple(_facts(found, lang)))


def _checks(found: Calibration, lang: Lang) -> Iterator[Part]:
    for name, these in (("not_fitted", found.learned.not_fitted), ("held_out", found.learned.held_out)):
        title = say(name, lang)
        yield Heading(title)
        yield tables.checks(found, these, title, lang) if these else Paragraph(say("no_checks", lang))
    if found.learned.held_out:
        yield Paragraph(say("held_out_note", lang, share=shown(EARLY, "share", EARLY, lang)), "note")


def _facts(found: Calibration, lang: Lang) -> Iterator[tuple[str, str]]:
    setting = found.measured.setting
    company = setting.scenario.company
    yield say("fact_window", lang), window(found, lang)
    parts = {"units": company.units, "divisions": company.divisions, "people": company.employees}
    yield say("fact_company", lang), say("company", lang, **parts)
    counts = {"draws": number(found.learned.used, 0, lang), "cases": number(setting.cases, 0, lang)}
    yield say("fact_draws", lang), say("draws", lang, **counts)
    yield say("fact_method", lang), say("method", lang)


def _chart(found: Calibration, lang: Lang, size: Size) -> Chart:
    setting = found.measured.setting
    ends = np.array([(fit.low, fit.middle, fit.high) for fit in found.learned.fits]).T
    low, middle, high = setting.shares(ends).tolist()
    rows = pd.DataFrame({
        "name": [label(fit, lang) for fit in found.learned.fits], "mean": middle, "low": low, "high": high,
        "state": ["ahead" if fit.told else "undecided" for fit in found.learned.fits],
    })  # fmt: skip
    return charts.by_name(rows, charts.Axes(say("picture_x", lang), "", x_format=".0%", y_format=".0%"), size)


def _in_words(found: Calibration, lang: Lang) -> str:
    verdicts = {True: say("verdict_told", lang), False: say("verdict_not_told", lang)}
    return "; ".join(f"{label(fit, lang)}: {interval(fit, lang)}, {verdicts[fit.told]}" for fit in found.learned.fits)
