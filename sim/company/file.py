"""Scenario files: reads one, checks it, and changes single values. A file holds only what differs from the defaults."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from sim.company.checks import ScenarioError, leaves, table_in, unknown
from sim.company.numbers import COUNTED, counted
from sim.company.scenario import Scenario, checked
from sim.datafiles.lines import line_of
from sim.datafiles.mistakes import nearest, wrong
from sim.datafiles.reading import parse_toml, read_text
from sim.policies import PolicyError, catalogue, load_policy

__all__ = ["ScenarioError", "parse_scenario", "read_scenario", "scenario_with"]

LARGEST = 2_000_000  # bytes; a tree of ten thousand divisions is a third of it


def parse_scenario(text: str, source: str, name: str | None = None, files: bool = True) -> Scenario:
    """The scenario in the text of a file; `source` names it in errors, `name` is for a text without a name.

    `files` says whether the text may name a policy's file, to be read; that of a stranger may not.
    Raises ScenarioError, which ends with the line.
    """
    values = parse_toml(text, source, ScenarioError)
    if name is not None:
        values.setdefault("name", name)
    try:
        scenario = checked(values)
        _check_tree(scenario, values.get("company", {}))
        _check_policy(scenario, files)
    except ScenarioError as error:
        line = line_of(text, error.location) if error.location else None
        raise ScenarioError(f"{source}: {error}{f' (line {line})' if line else ''}", error.location) from None
    return scenario


def read_scenario(path: Path) -> Scenario:
    """The scenario in a file; without a name of its own it is called after the file. Raises ScenarioError."""
    text = read_text(path, ScenarioError, LARGEST)
    return parse_scenario(text, str(path), path.stem[:60])


def scenario_with(scenario: Scenario, settings: Mapping[str, str], files: bool = True) -> Scenario:
    """The scenario with some keys set: {"problems.triage": "0.5"}; values and `files` as in a file. ScenarioError.

    Numbers of [company] take the place of a tree that is written out, if they and the tree leave none of them open.
    """
    values = scenario.model_dump()
    if "company.tree" not in settings:
        values["company"] |= _numbers_for_tree(scenario, settings)
    known = leaves(Scenario)
    for key, text in settings.items():
        section, _, name = key.rpartition(".")
        if key not in known:
            raise ScenarioError(wrong(key, text, _unknown(key, section)).message())
        table = values[section] if section else values
        table[name] = text if known[key].annotation is str and text[:1] not in ("'", '"') else _literal(text)
    changed = checked(values)
    _check_tree(changed, [key.removeprefix("company.") for key in settings if key.startswith("company.")])
    _check_policy(changed, files)
    return changed


def _unknown(key: str, section: str) -> str:
    """What is wrong with a key that cannot be set."""
    if key in Scenario.model_fields:
        return (
            f"is a whole section; set its keys one by one, as {next(k for k in leaves(Scenario) if k.startswith(key))}"
        )
    field = Scenario.model_fields.get(section)
    table = table_in(field) if field else None
    return unknown(key, table.model_fields if table else Scenario.model_fields, Scenario)


def _literal(text: str) -> object:
    """A value as TOML writes it; what is no TOML stays a text, so that the check of its kind refuses it by name."""
    try:
        values: dict[str, object] = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return text
    return values["value"] if len(values) == 1 else text


def _check_tree(scenario: Scenario, given: Iterable[str]) -> None:
    """Refuse numbers of [company] that would silently do nothing."""
    for key in given:
        if scenario.company.tree and key in COUNTED:
            value = getattr(scenario.company, key)
            remedy = "does not count, because the tree of divisions is written out; leave one of the two out"
            raise ScenarioError(wrong(f"company.{key}", value, remedy).message(), ("company", key))


def _numbers_for_tree(scenario: Scenario, settings: Mapping[str, str]) -> dict[str, object]:
    """What becomes of [company] when numbers are set beside a tree; nothing where there is no tree, or no number."""
    given = [key for key in COUNTED if f"company.{key}" in settings]
    if not scenario.company.tree or not given:
        return {}
    known = counted(scenario.company)
    missing = [f"company.{key}" for key in COUNTED if key not in known and key not in given]
    if missing:
        key = f"company.{given[0]}"
        remedy = (
            "does not count alone, because the divisions are written out and differ; "
            f"set {', '.join(missing)} too, or change the tree in a file of your own"
        )
        raise ScenarioError(wrong(key, _literal(settings[key]), remedy).message(), ("company", given[0]))
    return {**known, "tree": ()}


def _check_policy(scenario: Scenario, files: bool) -> None:
    """Refuse a start policy that is neither in the catalogue nor a good policy file, if files may be read."""
    name, place = scenario.run.start_policy, ("run", "start_policy")
    try:
        if not (files and name.endswith(".toml")) and name not in catalogue():
            remedy = f"is no known policy; {nearest(name, catalogue())}"
            raise ScenarioError(wrong("run.start_policy", name, remedy).message(), place)
        load_policy(name)
    except PolicyError as error:
        raise ScenarioError(f"run.start_policy: {error}", place) from None
