"""Every rule by which people decide has an example with numbers, and a test that calls it."""

import ast
from pathlib import Path

import pytest

import sim.agents

RULES = {
    f"{path.stem}.{node.name}": node
    for path in sorted(Path(sim.agents.__file__).parent.glob("*.py"))
    for node in ast.parse(path.read_text()).body
    if isinstance(node, ast.FunctionDef)
    and any(getattr(mark, "id", "") in ("rule", "routine") for mark in node.decorator_list)
}
CALLED = {
    node.func.id
    for path in Path(__file__).parent.glob("test_*.py")
    for node in ast.walk(ast.parse(path.read_text()))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
}


def test_the_rules_are_found() -> None:
    assert len(RULES) > 40


@pytest.mark.parametrize("name", RULES)
def test_a_rule_shows_an_example(name: str) -> None:
    text = ast.get_docstring(RULES[name]) or ""
    assert ">>>" in text
    assert any(letter.isdigit() for letter in text.partition(">>>")[2])


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_tested_by_itself(name: str) -> None:
    assert RULES[name].name in CALLED
