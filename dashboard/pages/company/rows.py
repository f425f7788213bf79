"""Every parameter as a row of the page, by section: made from the declarations, so that a new one appears by itself."""

import math

from experiments.catalogue import calibrated
from experiments.comparing.question import Question
from experiments.showing.evidence import strength, strength_means
from experiments.showing.language import Lang
from experiments.showing.section_names import section_name
from sim.company.checks import bound
from sim.company.scenario import Run, Scenario
from sim.parameters import SECTIONS, Both, Declared, declared
from sim.policies import catalogue

type Plain = dict[str, object]

START, WARMUP = "run.start_policy", "run.warmup_weeks"
"""Keys that are no parameters, and are shown with them: how people were paid before the switch, and for how long."""

_STEPS = 100  # at most, in the likely range of a slider


def sections(scenario: Scenario, lang: Lang) -> list[Plain]:
    """All sections with their rows, in the order of a scenario's file."""
    values = scenario.parameters()
    return [
        {
            "name": section,
            "title": section_name(section, lang),
            "rows": [_row(row, values[row.name], lang) for row in declared() if row.section == section],
        }
        for section in SECTIONS
    ]


def start_facts(scenario: Scenario, lang: Lang) -> Plain:
    """How people were paid before the switch, for how long, and what else there is to choose from."""
    field = Run.model_fields["warmup_weeks"]
    return {
        "policy": scenario.run.start_policy,
        "policies": [
            {"id": name, "name": policy.name.nl if lang == "nl" else policy.name.en}
            for name, policy in catalogue().items()
        ],
        "warmup": scenario.run.warmup_weeks,
        "least": bound(field, "ge"),
        "most": bound(field, "le"),
    }


def text_of(key: object, value: object) -> str | None:
    """The text of a setting that a browser asks for; None if it may not be set so."""
    if key == START:
        return value if isinstance(value, str) and value in catalogue() else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    if key == WARMUP:
        field = Run.model_fields["warmup_weeks"]
        fits = value == int(value) and bound(field, "ge") <= value <= bound(field, "le")
        return str(int(value)) if fits else None
    row = next((each for each in declared() if each.key == key), None)
    return repr(float(value)) if row is not None and row.low <= value <= row.high else None


def with_value(question: Question, key: str, text: str) -> Question:
    """The question with a value set; a setting that changes nothing is taken back."""
    plain = question.with_setting(key, None)
    changed = question.with_setting(key, text)
    return plain if plain.of_scenario == changed.of_scenario else changed


def _row(row: Declared, value: float, lang: Lang) -> Plain:
    gloss = row.gloss
    return {
        "key": row.key,
        "label": _in(row.label, lang),
        "meaning": _in(row.meaning, lang),
        "unit": _in(row.unit, lang),
        "gloss": _in(gloss, lang) if gloss else "",
        "example": _in(row.example, lang) if row.example else "",
        "value": value,
        "default": row.default,
        "calibrated": calibrated(row),
        "low": row.low,
        "high": row.high,
        "likely": [row.likely_low, row.likely_high],
        "slide": slide(row, value),
        "evidence": strength(row.evidence, lang),
        "evidence_means": strength_means(row.evidence, lang),
        "source": row.source_nl if lang == "nl" else row.source,
    }


def slide(row: Declared, value: float) -> list[float]:
    """From where to where a slider runs and in which steps: what is likely, and what is set; ends are whole steps.

    Where one value only is likely, as of a rule of decision, all that there are can be tried.
    """
    known = row.likely_low < row.likely_high
    least, most = (row.likely_low, row.likely_high) if known else (row.low, row.high)
    size = step(least, most) if known or not isinstance(row.default, int) else 1.0
    low, high = min(least, value), max(most, value)
    return [round(math.floor(low / size + 1e-9) * size, 12), round(math.ceil(high / size - 1e-9) * size, 12), size]


def step(low: float, high: float) -> float:
    """A round step that makes at most _STEPS of a range, so that a slider stops at numbers that people say.

    >>> step(0.07, 0.2), step(0, 1), step(14, 42), step(0, 4000)
    (0.002, 0.01, 0.5, 50.0)
    """
    length = (high - low) or 1.0
    size: float = 10.0 ** math.floor(math.log10(length / _STEPS))
    return next(round(size * times, 12) for times in (1, 2, 5, 10) if length / (size * times) <= _STEPS * 1.0001)


def _in(both: Both, lang: Lang) -> str:
    return both.nl if lang == "nl" else both.en
