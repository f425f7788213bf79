"""How a parameter is declared: default, range, unit, meaning, source and strength of evidence, all in one place.

The command line, the scenario files, the tables of the documentation and (later) the sliders are all made from these
declarations. Evidence is one of: "strong" (several field studies), "some" (one study, or a laboratory), "weak" (a
practitioner's text), "assumption" (ours). "derived" means: follows from other figures.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, JsonValue

Evidence = Literal["strong", "some", "weak", "assumption", "derived"]
SKETCH = "hand-tuned sketch of this model"
OURS = "assumption of the makers"


def real(
    default: float,
    low: float,
    high: float,
    unit: str,
    meaning: str,
    source: str = OURS,
    evidence: Evidence = "assumption",
) -> Any:
    """Declare a real parameter, low and high included."""
    facts: dict[str, JsonValue] = {"unit": unit, "source": source, "evidence": evidence}
    return Field(
        default, ge=low, le=high, strict=True, description=meaning, allow_inf_nan=False, json_schema_extra=facts
    )


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
    unit: str
    meaning: str
    source: str
    evidence: Evidence


def declared_in(section: str, model: type[Section]) -> Iterator[Declared]:
    """The parameters of one section in the order of declaration."""
    for name, field in model.model_fields.items():
        facts = cast(dict[str, Any], field.json_schema_extra)
        low = next(m.ge for m in field.metadata if hasattr(m, "ge"))
        high = next(m.le for m in field.metadata if hasattr(m, "le"))
        meaning = field.description or ""
        yield Declared(
            section, name, field.default, low, high, facts["unit"], meaning, facts["source"], facts["evidence"]
        )
