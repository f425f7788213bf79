"""A calibration in words: what was read, what the log tells and what it cannot, and how well the model foresees it."""

import math
from collections.abc import Iterator
from pathlib import Path

from experiments.calibrating.calibrate import Calibration
from experiments.calibrating.calibration import Check, Fit
from experiments.calibrating.figures import Kind
from experiments.showing.language import Lang
from experiments.showing.numbers import UNDEFINED, duration, number, shown, significant
from experiments.showing.words import Words
from sim.parameters import declared
from sim.policies import load_policy

say = Words(Path(__file__).with_name("words.toml")).say
_DIGITS, _LARGE = 3, 1_000
_MANY_WEEKS, _DAYS_A_WEEK = 2.0, 7


def read(found: Calibration, lang: Lang) -> str:
    """What was read from the log."""
    measured = found.measured
    company = measured.setting.scenario.company
    counts = {"cases": measured.cases, "handoffs": measured.handoffs, "groups": measured.groups,
              "lived": company.units * company.divisions,
              "people": company.employees}  # fmt: skip
    parts = {key: number(value, 0, lang) for key, value in counts.items()}
    rates = {"arrivals": measured.arrivals, "weight": measured.weight}
    parts["span"] = _span(measured.window.weeks, lang)
    said = say("read", lang, **parts, **{key: _rate(value, lang) for key, value in rates.items()})
    if not measured.left_out:
        return said
    return f"{said} {say('left_out', lang, left=number(measured.left_out, 0, lang))}"


def window(found: Calibration, lang: Lang) -> str:
    """Which stretch of the log is measured, and how many such stretches of a simulated one."""
    setting = found.measured.setting
    said = [say("window", lang, span=_span(setting.weeks, lang))]
    if setting.followed:
        said.append(say("window_followed", lang, span=_span(setting.followed, lang)))
    said.append(say("window_ended" if setting.ended else "window_open", lang))
    if setting.times > 1:
        said.append(say("window_times", lang, times=number(setting.times, 0, lang)))
    return " ".join(said)


def told(found: Calibration, lang: Lang) -> str:
    """Which parameters the log tells."""
    names = [f"{label(each, lang)} ({interval(each, lang)})" for each in found.learned.fits if each.told]
    return say("told", lang, names="; ".join(names)) if names else say("told_none", lang)


def more(found: Calibration, lang: Lang) -> Iterator[str]:
    """What it cannot tell, what the checks say, and what else there is to know."""
    untold = [label(each, lang) for each in found.learned.fits if not each.told]
    if untold and len(untold) < len(found.learned.fits):
        yield say("not_told", lang, names="; ".join(untold))
    measured = found.measured
    if measured.people is None:
        yield say("not_counted", lang, people=number(_people_of(found), 0, lang))
    not_fitted, late = found.learned.not_fitted, found.learned.held_out
    checked = [
        say(key, lang, held=_held(checks), of=len(checks))
        for key, checks in (("checks", not_fitted), ("checks_late", late))
        if checks
    ]
    if checked:
        yield " ".join([*checked, say("checks_chance", lang)])
    off = [figure_name(each.figure.key, lang) for each in not_fitted if not each.holds]
    off += [say("off_late", lang, name=figure_name(each.figure.key, lang)) for each in late if not each.holds]
    if off:
        yield say("off", lang, names="; ".join(off))
    if not found.strange:
        yield say("familiar", lang, share=_share(found.learned.strange, lang))
    if found.failed:
        yield say("failed", lang, failed=number(found.failed, 0, lang))
    start = load_policy(measured.setting.scenario.run.start_policy)
    yield say("pay", lang, policy=getattr(start.name, lang))


def alarm(found: Calibration, lang: Lang) -> str:
    """What is said first if the model makes no such log; empty if it does."""
    return say("strange", lang, share=_share(found.learned.strange, lang)) if found.strange else ""


def label(fit: Fit, lang: Lang) -> str:
    """The name of a parameter."""
    return str(getattr({row.key: row.label for row in declared()}[fit.key], lang))


def interval(fit: Fit, lang: Lang) -> str:
    """The interval of a parameter."""
    low, high = (significant(value, _DIGITS, lang) for value in (fit.low, fit.high))
    return say("interval", lang, low=low, high=high)


def figure_name(key: str, lang: Lang) -> str:
    """The name of a figure."""
    return say(f"figure {key}", lang)


def written(value: float, kind: Kind, found: Calibration, lang: Lang) -> str:
    """A figure's value."""
    if math.isnan(value):
        return UNDEFINED
    if kind == "days":
        return duration(value, "hours" if found.measured.setting.in_hours else "days", lang)
    return f"{number(100 * value, 1, lang)} %" if kind == "share" else number(value, 2, lang)


def expected(check: Check, found: Calibration, lang: Lang) -> str:
    """Where the model expects a figure."""
    low, high = (written(value, check.figure.kind, found, lang) for value in (check.low, check.high))
    return say("interval", lang, low=low, high=high)


def _people_of(found: Calibration) -> float:
    """How many people share the cases of the log if each has as many problems as in the scenario."""
    scenario = found.scenario
    a_head = scenario.problems.problems_per_customer * scenario.customers.customers_per_employee
    return found.measured.arrivals / a_head


def _span(weeks: float, lang: Lang) -> str:
    """Weeks as a reader says them: a short time in days."""
    if weeks < _MANY_WEEKS:
        return duration(_DAYS_A_WEEK * weeks, "days", lang)
    return say("weeks", lang, weeks=number(weeks, 0, lang))


def _rate(value: float, lang: Lang) -> str:
    return number(value, 0, lang) if value >= _LARGE else significant(value, _DIGITS, lang)


def _held(checks: tuple[Check, ...]) -> int:
    return sum(each.holds for each in checks)


def _share(share: float, lang: Lang) -> str:
    return shown(share, "share", share, lang)
