"""How a parameter is declared: value, ranges, unit, words, source, strength of evidence and home, all in one place.

The command line, the scenario files, the tables of the documentation, the sliders, sweeps and sensitivity are all made
from these declarations. A declaration has two ranges: the limits, outside of which the model makes no sense, and the
likely range, within which somebody who knows such companies could believe the value to be.

Evidence is one of: "strong" (several studies that agree), "some" (one study, or a laboratory), "weak" (a practitioner's
text), "assumption" (ours). "derived" means: follows from other figures.

Rules read every parameter from one row whenever they need it. Some are also built into something when the company
opens, and a change in mid-run must be written there too (see sim/company/setting.py): into the "people" (what they
brought along at hire), the "plan" (what is expected of a head), the "contract" (amounts and surveys), or nowhere but
in the state at the "opening", which cannot be changed afterwards.

A parameter that a strategist would want to move is a lever. It belongs to a group, and an example from life makes its
numbers imaginable; an example that is not measured says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, cast

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from sim.parameters.sources import OURS, SOURCES
from sim.parameters.units import GLOSSES, UNITS

Evidence = Literal["strong", "some", "weak", "derived", "assumption"]
Home = Literal["people", "plan", "contract", "opening"]
Group = Literal["market", "work", "people", "managers"]


class Both(NamedTuple):
    """A text in both languages."""

    en: str
    nl: str


KINDS = ("switch", "rule")
"""Units of what is one thing or another, and not more or less."""

GROUPS: dict[Group, Both] = {
    "market": Both("Market and customers", "Markt en klanten"),
    "work": Both("Work", "Werk"),
    "people": Both("People", "Mensen"),
    "managers": Both("Managers", "Managers"),
}
"""The groups of levers, in the order in which they are shown."""


def real(
    default: float,
    limits: tuple[float, float],
    *,
    likely: tuple[float, float],
    unit: str,
    en: tuple[str, str],
    nl: tuple[str, str],
    source: str = OURS,
    evidence: Evidence = "assumption",
    built_into: tuple[Home, ...] = (),
    lever: Group | None = None,
    example: tuple[str, str] | None = None,
    whole: bool = False,
) -> Any:
    """Declare a real parameter; ranges include both ends, `en` and `nl` hold a short label and the meaning.

    One that is `whole` has no fractions; its default is written as a whole number. A lever has an `example` in English
    and Dutch. Raises KeyError for a unit or a source that has no Dutch (see units.py, sources.py), ValueError for a
    lever without an example or an example without a lever.
    """
    if (lever is None) != (example is None):
        raise ValueError(f'parameter "{en[0]}": a lever needs an example, and only a lever has one')
    facts: dict[str, JsonValue] = {
        "label": [en[0], nl[0]],
        "meaning": [en[1], nl[1]],
        "likely": list(likely),
        "unit": unit,
        "unit_nl": UNITS[unit],
        "source": source,
        "source_nl": SOURCES[source],
        "evidence": evidence,
        "built_into": list(built_into),
        "lever": lever,
        "example": list(example) if example else None,
    }
    low, high = limits
    return Field(
        default, ge=low, le=high, strict=True, description=en[1], allow_inf_nan=False, json_schema_extra=facts,
        multiple_of=1 if whole else None,
    )  # fmt: skip


class Section(BaseModel):
    """A group of parameters: one table of the scenario file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Declared:
    """One parameter as declared: everything that a table, a slider or an error message needs."""

    section: str
    name: str
    default: float | int
    low: float
    high: float
    likely_low: float
    likely_high: float
    unit: Both
    label: Both
    meaning: Both
    source: str
    source_nl: str
    evidence: Evidence
    built_into: tuple[Home, ...]
    lever: Group | None
    example: Both | None

    @property
    def key(self) -> str:
        """Section and name, as in a scenario: `problems.triage`."""
        return f"{self.section}.{self.name}"

    @property
    def is_quantity(self) -> bool:
        """Whether there can be more or less of it; a switch, or a rule out of several, is one thing or another."""
        return self.unit.en not in KINDS

    @property
    def gloss(self) -> Both | None:
        """What the unit means, if it does not speak for itself."""
        found = GLOSSES.get(self.unit.en.split()[0])
        return Both(*found) if found else None


def declared_in(section: str, model: type[Section]) -> Iterator[Declared]:
    """The parameters of one section in the order of declaration."""
    for name, field in model.model_fields.items():
        facts = cast(dict[str, Any], field.json_schema_extra)
        yield Declared(
            section=section,
            name=name,
            default=field.default,
            low=next(m.ge for m in field.metadata if hasattr(m, "ge")),
            high=next(m.le for m in field.metadata if hasattr(m, "le")),
            likely_low=facts["likely"][0],
            likely_high=facts["likely"][1],
            unit=Both(facts["unit"], facts["unit_nl"]),
            label=Both(*facts["label"]),
            meaning=Both(*facts["meaning"]),
            source=facts["source"],
            source_nl=facts["source_nl"],
            evidence=facts["evidence"],
            built_into=tuple(facts["built_into"]),
            lever=facts["lever"],
            example=Both(*facts["example"]) if facts["example"] else None,
        )
