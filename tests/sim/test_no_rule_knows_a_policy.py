"""Law 1: agents see prices, never policies."""

import ast
import re
from pathlib import Path

import pytest
from builders import CATALOGUE

import sim

ROOM = Path(sim.__file__).parent
SOURCES = sorted(ROOM.rglob("*.py"))
READERS = {"prices.py", "payday.py", "standings.py", "agreeing.py"}  # who may look into a contract


def attributes(path: Path) -> set[str]:
    return {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}


def imported(path: Path) -> set[str]:
    nodes = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]
    return {f"{node.module}.{alias.name}" for node in nodes for alias in node.names}


def is_a_rule(node: ast.AST) -> bool:
    marks = getattr(node, "decorator_list", [])
    return any(isinstance(mark, ast.Name) and mark.id in ("rule", "routine", "loop") for mark in marks)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOM)))
def test_no_source_of_the_model_names_a_policy(path):
    text = path.read_text()
    if path.name == "scenario.py":  # where a company starts if nobody says otherwise
        text = re.sub(r"start_policy: str = Field\(\s*\"[a-z-]+\"", "", text)
    named = [policy for policy in CATALOGUE if policy in text or policy.replace("-", "_") in text]
    assert named == []


@pytest.mark.parametrize("path", sorted((ROOM / "agents").glob("*.py")), ids=lambda path: path.stem)
def test_an_agent_s_rules_look_into_no_contract(path):
    assert attributes(path).isdisjoint({"terms", "spans", "attribution", "policy"})
    assert not any(name.startswith("sim.policies") for name in imported(path))


def test_only_those_who_begin_price_and_pay_a_contract_read_the_terms_of_a_contract():
    engine = [
        path
        for path in SOURCES
        if path.parent.name in ("life", "pay") and any(map(is_a_rule, ast.walk(ast.parse(path.read_text()))))
    ]
    assert {path.name for path in engine} >= {"prices.py", "payday.py", "work.py", "desk.py", "meeting.py"}
    readers = {path.name for path in engine if attributes(path) & {"terms", "spans"}}
    assert readers == READERS


def test_nothing_that_agents_see_tells_them_a_policy():
    from sim import Invitation, Situation

    assert not [name for name in Situation._fields + Invitation._fields if "policy" in name or "term" in name]
