"""The page docs/parameters.md: every parameter with its default, ranges, meaning, source and strength of evidence.

Made from the declarations in sim/parameters; renew it with `python -m experiments.showing.parameter_table`.
"""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from experiments.showing.evidence import STRENGTHS, strength, strength_means
from experiments.showing.markdown import refresh, table
from sim.company.checks import allowed, plain, table_in
from sim.company.scenario import Company, Run
from sim.datafiles.spelling import spelled
from sim.parameters import GROUPS, SECTIONS, Declared, declared, levers
from sim.parameters.declare import Home
from sim.parameters.units import GLOSSES

PAGE = "parameters.md"

OPENING = """\
# Parameters

<!-- Made by `python -m experiments.showing.parameter_table` from sim/parameters; do not edit it here. -->

Everything that a scenario can set. A scenario file holds only what differs from the defaults:
`siloscope scenario new my-company` writes one with every line of this page in it.

The range holds what the model can take; the likely range what somebody who knows such companies could believe, and
what is worth trying. The last column says when a change in mid-run (`Simulation.set`) counts.

"""

CHANGED: dict[Home, str] = {
    "people": "at once: everybody is as if hired with it",
    "plan": "at once, and the plan with it",
    "contract": "at once, in the contract in force",
    "opening": "no: start a new run",
}


def parameter_table_markdown() -> str:
    """The page as text."""
    parts = [OPENING, _strength(), _units(), _levers(), _plan("company", Company), _plan("run", Run)]
    for section, model in SECTIONS.items():
        head = ("name", "default", "range", "likely", "unit", "meaning", "source", "evidence", "changed in mid-run")
        rows = [_row(row) for row in declared() if row.section == section]
        parts.append(f"\n## [{section}]\n\n{model.__doc__}\n\n{table(head, rows)}")
    return "".join(parts)


def _strength() -> str:
    """How many parameters stand on how much."""
    count = Counter(row.evidence for row in declared())
    rows = [(strength(each, "en"), str(count[each]), strength_means(each, "en")) for each in STRENGTHS]
    intro = f"## How sure the {count.total()} numbers of the model are\n\n"
    return intro + table(("evidence", "parameters", "what it means"), rows)


def _units() -> str:
    """What the units mean that do not speak for themselves."""
    rows = [(unit, meaning) for unit, (meaning, _) in GLOSSES.items()]
    return "\n## Units that need a word\n\n" + table(("unit", "what it means"), rows)


def _levers() -> str:
    """What a strategist would want to move, with an example from life."""
    rows = [
        (GROUPS[row.lever].en, f"`{row.key}`", row.label.en, row.example.en)
        for row in levers()
        if row.lever and row.example
    ]
    return "\n## Levers\n\nWhat a strategist would want to move first.\n\n" + table(
        ("group", "key", "what", "an example from life"), rows
    )


def _row(row: Declared) -> Iterator[str]:
    """One parameter."""
    yield from (f"`{row.name}`", plain(row.default), f"{plain(row.low)} to {plain(row.high)}")
    yield from (f"{plain(row.likely_low)} to {plain(row.likely_high)}", row.unit.en, row.meaning.en)
    yield from (
        row.source,
        strength(row.evidence, "en"),
        "; ".join(CHANGED[home] for home in row.built_into) or "at once",
    )


def _plan(section: str, model: type[BaseModel]) -> str:
    """The sections that describe the company and how it is run."""
    rows = [
        (f"`{key}`", "none" if table_in(field) else spelled(field.default), allowed(field), field.description or "")
        for key, field in model.model_fields.items()
    ]
    return f"\n## [{section}]\n\n{model.__doc__}\n\n" + table(("name", "default", "value", "meaning"), rows)


if __name__ == "__main__":
    refresh(PAGE, parameter_table_markdown())
