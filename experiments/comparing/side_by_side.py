"""A comparison's numbers side by side: a row a measure, a column a course; below it its difference."""

import math
from collections.abc import Mapping
from pathlib import Path

from experiments.comparing.intervals import Difference, Interval, judgement, sentence
from experiments.comparing.reported import HEADLINES, Paired, Summary, label_of, reported
from experiments.comparing.windows import Window
from experiments.reporting.parts import Cell, Table, Tone
from experiments.showing.language import Lang
from experiments.showing.looks import letter
from experiments.showing.numbers import amount, shown, unit_of
from experiments.showing.words import Words
from sim.records.counts import Reported

_TONES: dict[int, Tone] = {1: "better", -1: "worse", 0: "neither"}
_say = Words(Path(__file__).with_name("words.toml")).say


def side_by_side(names: Mapping[str, str], summary: Summary, paired: Paired, window: Window, lang: Lang) -> Table:
    """One window; `names` are what the courses are called, by id, the first one first."""
    known, rows = reported(), []
    for name in HEADLINES:
        measure, title = known[name], label_of(name, lang)
        scale = max((abs(summary[course][window][name].mean) for course in names), default=math.nan)
        unit = unit_of(measure.unit, lang)
        cells = [Cell(title, unit if unit != title.lower() else "")]
        for course in names:
            apart = paired[course][window][name] if course in paired else None
            cells.append(_cell(summary[course][window][name], apart, measure, scale, lang))
        rows.append(tuple(cells))
    heads = (f"{letter(place)} {name}" for place, name in enumerate(names.values()))
    return Table(window_name(window, lang), (measure_head(lang), *heads), tuple(rows))


def window_name(window: str, lang: Lang) -> str:
    """What a window is called."""
    return _say(f"window_{window}", lang)


def measure_head(lang: Lang) -> str:
    """What stands above the names of measures."""
    return _say("measure", lang)


def _cell(mean: Interval, apart: Difference | None, measure: Reported, scale: float, lang: Lang) -> Cell:
    text = shown(mean.mean, measure.unit, scale, lang)
    half = "" if math.isnan(mean.half) else f"± {amount(mean.half, measure.unit, scale, lang)}"
    if apart is None:
        return Cell(text, half)
    said = sentence(apart, measure.better, lang)
    if apart.n and apart.higher_in + apart.lower_in:
        said = f"{shown(apart.mean, measure.unit, scale, lang, signed=True)}, {said}"
    return Cell(text, half, said, _TONES[judgement(apart, measure.better)])
