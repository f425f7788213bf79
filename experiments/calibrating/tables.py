"""The tables of a calibration, as cells of text: for the page and for the terminal."""

from experiments.calibrating.calibrate import Calibration
from experiments.calibrating.calibration import Check
from experiments.calibrating.figures import ARRIVALS, FIGURES
from experiments.calibrating.saying import expected, figure_name, interval, label, say, written
from experiments.reporting.parts import Cell, Table
from experiments.showing.language import Lang
from experiments.showing.numbers import number, significant

_KINDS = {figure.key: figure.kind for figure in (*FIGURES, ARRIVALS)}
_DIGITS = 3


def parameters(found: Calibration, lang: Lang) -> Table:
    """Each parameter: what the log says, what was plausible before, what the scenario takes."""
    heads = ("parameter", "interval", "range", "chosen", "width", "verdict")
    rows: list[tuple[Cell | str, ...]] = []
    ranges = found.measured.setting.dimensions
    for fit, each, chosen in zip(found.learned.fits, ranges, found.chosen.values.tolist(), strict=True):
        plausible = say("interval", lang, **{
            name: significant(value, _DIGITS, lang) for name, value in (("low", each.low), ("high", each.high))
        })  # fmt: skip
        rows.append((
            Cell(label(fit, lang), small=fit.key), Cell(significant(fit.middle, _DIGITS, lang), interval(fit, lang)),
            plausible, significant(chosen, _DIGITS, lang), number(fit.width, 2, lang),
            say("verdict_told" if fit.told else "verdict_not_told", lang),
        ))  # fmt: skip
    return Table(say("parameters_table", lang), tuple(say(f"head_{name}", lang) for name in heads), tuple(rows))


def fitted(found: Calibration, lang: Lang) -> Table:
    """The figures that were fitted: of the log and of the scenario."""
    rows = [
        (figure_name(key, lang), written(log, _KINDS[key], found, lang), written(model, _KINDS[key], found, lang))
        for key, log, model in found.beside
    ]
    heads = tuple(say(f"head_{name}", lang) for name in ("figure", "log", "model"))
    return Table(say("fitted", lang), heads, tuple(rows))


def checks(found: Calibration, these: tuple[Check, ...], caption: str, lang: Lang) -> Table:
    """Figures that were not fitted: of the log, and where the model expects them."""
    rows = [
        (
            figure_name(each.figure.key, lang), written(each.log, each.figure.kind, found, lang),
            expected(each, found, lang), say("verdict_holds" if each.holds else "verdict_off", lang),
        )
        for each in these
    ]  # fmt: skip
    heads = tuple(say(f"head_{name}", lang) for name in ("figure", "log", "expected", "verdict"))
    return Table(caption, heads, tuple(rows))
