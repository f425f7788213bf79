"""Scenarios as text: one that holds what differs from the defaults, and a new one with everything to fill in."""

from collections.abc import Iterator
from textwrap import wrap
from typing import cast

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sim.company.checks import allowed, plain, table_in
from sim.company.scenario import Scenario, UnitPlan, checked
from sim.datafiles.spelling import spelled
from sim.parameters import levers
from sim.parameters.sources import OURS

OPENING = """\
A scenario: a company, its customers, and how it is run. Write only what differs from the defaults: take the # away
before a line and change the number. Lines that begin with # and a space are explanation.
"""

REST = """\
That is the company, how it is run, and what strategists move most. Whatever else there is has its default until it is
written here in the same way. All of it:

  siloscope scenario new NAME --all
"""

TREE = """\
Units of different sizes are written out under [company], instead of the numbers above:

  [[company.tree]]
  name = "Consumers"
  divisions = [
      { name = "Sales", employees = 8 },
      { name = "Service", employees = 20 },
      { name = "Archive", employees = 3, managed = false },   # no manager
  ]

A unit can hold units: write [[company.tree.units]] below it, with a name and divisions of its own.
"""


def facts(field: FieldInfo) -> str:
    """What there is to know of a key, in a few sentences."""
    more = field.json_schema_extra
    said = f"{field.description}: {allowed(field)}."
    if not isinstance(more, dict):
        return said
    evidence = "" if more["source"] == OURS else f"; evidence: {more['evidence']}"
    low, high = cast(list[float], more["likely"])
    return f"{said} Likely: {plain(low)} to {plain(high)}. Source: {more['source']}{evidence}."


def _comment(text: str) -> list[str]:
    """A text as lines of comment; indented lines stay as they are."""
    lines = []
    for line in text.splitlines():
        lines += (
            [line]
            if line.startswith(" ") or not line
            else wrap(line, 116, break_long_words=False, break_on_hyphens=False)
        )
    return [f"# {line}".rstrip() for line in lines]


def scenario_to_toml(scenario: Scenario, commented: bool = True) -> str:
    """The scenario as the text of a file: its name and what differs from the defaults."""
    lines = [f"name = {spelled(scenario.name)}"]
    lines += [f"{key} = {spelled(getattr(scenario, key))}" for key in ("about", "about_nl") if getattr(scenario, key)]
    for section, field in Scenario.model_fields.items():
        table = table_in(field)
        if table is not None:
            lines += _differing(section, getattr(scenario, section), table(), commented)
    for unit in scenario.company.tree:
        lines += _unit(unit, "company.tree")
    return "\n".join(lines) + "\n"


def _differing(section: str, values: BaseModel, defaults: BaseModel, commented: bool) -> list[str]:
    """The lines of one section; none if all of it is at its default."""
    lines: list[str] = []
    for key, field in type(values).model_fields.items():
        value = getattr(values, key)
        if value != getattr(defaults, key) and table_in(field) is None:
            lines += _comment(facts(field)) if commented else []
            lines.append(f"{key} = {spelled(value)}")
    return ["", f"[{section}]", *lines] if lines else []


def _unit(unit: UnitPlan, path: str) -> Iterator[str]:
    """A unit and the units below it, each under a heading of its own."""
    yield from ("", f"[[{path}]]", f"name = {spelled(unit.name)}")
    if unit.divisions:
        yield "divisions = ["
        for division in unit.divisions:
            managed = "" if division.managed else ", managed = false"
            yield f"    {{ name = {spelled(division.name)}, employees = {division.employees}{managed} }},"
        yield "]"
    for below in unit.units:
        yield from _unit(below, f"{path}.units")


def new_scenario_text(name: str, *, brief: bool = False) -> str:
    """A scenario file with keys commented out at their defaults, to fill in. Raises ScenarioError for a bad name.

    All keys, or if it is to be `brief` those of the company and of how it is run, and the levers.
    """
    kept = {row.name for row in levers()} if brief else None
    lines = [*_comment(OPENING), "", f"name = {spelled(checked({'name': name}).name)}"]
    for key, field in Scenario.model_fields.items():
        table = table_in(field)
        if table is not None:
            chosen = list(_keys(table, None if key in ("company", "run") else kept))
            meaning = (table.__doc__ or "").splitlines()[0]
            lines += ["", "", *_comment(meaning), f"[{key}]", *chosen] if chosen else []
        elif key != "name":
            lines += ["", *_comment(facts(field)), f"#{key} = {spelled(field.default)}"]
        if key == "company":
            lines += ["", *_comment(TREE)]
    lines += ["", "", *_comment(REST)] if brief else []
    return "\n".join(lines) + "\n"


def _keys(table: type[BaseModel], kept: set[str] | None) -> Iterator[str]:
    """The keys of a section (None: all), commented out at their defaults under what there is to know of them."""
    for key, field in table.model_fields.items():
        if table_in(field) is None and (kept is None or key in kept):
            yield from ("", *_comment(facts(field)), f"#{key} = {spelled(field.default)}")
