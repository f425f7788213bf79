"""Policy files: how they are read, and what a reader is told about one that is wrong."""

from pathlib import Path

import pytest

from sim.policies import PolicyError, catalogue, load_policy
from sim.policies.reading import parse_policy
from sim.policies.vocabulary import Role

GOOD = """\
id = "good"
name.en = "Good"
name.nl = "Goed"
meaning.en = "Sales behind a gate."
meaning.nl = "Verkoop achter een poort."
origin = "S0.3"
attribution = "owner"

[survey]
coverage = 0.6

[employee]
salary = 1.0

[[employee.terms]]
kind = "tournament"
metric = "sales"
scope = "self"
period = "month"
share = 0.3
winners = 0.1

[manager]
salary = 0.8

[[manager.terms]]
kind = "slide"
metric = "days"
scope = "division"
period = "quarter"
share = 0.3
threshold = 10.0
cap = 2.0

[[manager.terms]]
kind = "gate"
metric = "satisfaction"
scope = "unit"
period = "quarter"
threshold = 8.0
"""

# What is replaced, by what, and what the message must then hold besides the file.
WRONG = [
    ('kind = "slide"', 'kind = "slid"', ["manager, term 1: kind", '"slid"', 'did you mean "slide"?']),
    ('kind = "slide"', 'kind = "zzz"', ["manager, term 1: kind", '"zzz"', "known are gate, nomination, rate"]),
    ('metric = "days"', 'metric = "day"', ["manager, term 1: metric", '"day"', '"days"']),
    ('metric = "days"', "metric = 3", ["manager, term 1: metric", "3", "known are days, help, margin"]),
    ('scope = "unit"', 'scope = "units"', ["manager, term 2: scope", '"units"', '"unit"']),
    ('period = "month"', 'period = "week"', ["employee, term 1: period", '"week"', "month, quarter, year"]),
    ('scope = "self"', 'scope = "company"', ["employee, term 1: scope", "without rivals", "division"]),
    ('kind = "slide"', 'kind = "nomination"', ["manager, term 1: metric", '"days"', "nominations"]),
    ("share = 0.3\nw", "share = 30\nw", ["employee, term 1: share = 30.0", "0 to 10"]),
    ("share = 0.3\nw", 'share = "30 %"\nw', ["employee, term 1: share", '"30 %"', "must be a number"]),
    ("share = 0.3\nw", "share = true\nw", ["employee, term 1: share = true", "must be a number"]),
    ("share = 0.3\nw", "share = nan\nw", ["employee, term 1: share = nan", "must be a number"]),
    ("share = 0.3\nw", "w", ["employee, term 1: share is missing", "0 to 10"]),
    ("share = 0.3\nw", "shar = 0.3\nw", ["employee, term 1: shar = 0.3", 'did you mean "share"?']),
    ("winners = 0.1", "winners = 2.5", ["employee, term 1: winners = 2.5", "whole number"]),
    ("winners = 0.1", "winners = 0", ["employee, term 1: winners = 0.0", "0.001"]),
    ("winners = 0.1", "winners = 1\ncap = 2", ["employee, term 1: cap = 2.0", "tournament", "share, winners"]),
    ("threshold = 8.0", "threshold = 80", ["manager, term 2: threshold = 80.0", "0 to 10", "satisfaction"]),
    ("cap = 2.0", "cap = 12.0", ["manager, term 1: cap = 12.0", "below the threshold of 10"]),
    ("salary = 0.8", "salary = -1", ["manager.salary = -1", "0 to 10"]),
    ("salary = 0.8", "salaris = 1", ["manager: salaris = 1", "salary"]),
    ("salary = 0.8\n", "", ["manager: salary is missing; write salary (base pay only) or pay (base and variable pay"]),
    ("coverage = 0.6", "coverage = 1.5", ["survey.coverage = 1.5", "0 to 1"]),
    ("coverage = 0.6", "covrage = 0.6", ["survey: covrage = 0.6", 'did you mean "coverage"?']),
    ('attribution = "owner"', 'attribution = "owners"', ["attribution", '"owners"', '"owner"']),
    ('name.nl = "Goed"\n', "", ["name: nl is missing"]),
    ('name.nl = "Goed"', 'name.nl = ""', ["name.nl", "a text of one line"]),
    ('name.nl = "Goed"', 'name.nl = """a\nb"""', ["name.nl", "a text of one line"]),
    ('origin = "S0.3"\n', "", ["origin is missing"]),
    ("[survey]", "[surveys]", ["surveys", 'did you mean "survey"?']),
    ("[[manager.terms]]", "[manager.terms]", ["not readable as TOML", "line 35"]),
    ('id = "good"', "id = good", ["not readable as TOML", "line 1"]),
    ('id = "good"', 'id = "better"', ['id = "better"', 'write id = "good"']),
    ('period = "quarter"\nthreshold', 'period = "year"\nthreshold', ["manager: period", '"quarter"', '"year"', "gate"]),
]


def write(folder: Path, text: str, name: str = "good.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.interpreted
@pytest.mark.parametrize(("right", "broken", "said"), WRONG)
def test_error_is_one_line_that_helps(tmp_path: Path, right: str, broken: str, said: list[str]) -> None:
    assert right in GOOD
    path = write(tmp_path, GOOD.replace(right, broken))
    with pytest.raises(PolicyError) as caught:
        load_policy(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    assert [part for part in said if part not in message] == [], message


@pytest.mark.interpreted
def test_gate_must_guard_something() -> None:
    head, gate = GOOD.split("[[manager.terms]]")[0], GOOD.split("[[manager.terms]]")[2]
    with pytest.raises(PolicyError, match="manager: terms holds a gate that guards nothing"):
        parse_policy(f"{head}[[manager.terms]]{gate}", "here")


@pytest.mark.interpreted
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"employee = 3", "id is missing"),
        (b"a = " + b"[" * 5000, "not readable as TOML"),
        (b"a = " + b"1" * 5000, "not readable as TOML"),
        (
            GOOD.encode().replace(b"[employee]\nsalary = 1.0\n", b"").replace(b"[[employee.terms]]", b"[[employee]]"),
            "emp",
        ),
        (GOOD.encode().replace(b"[[employee.terms]]", b"[employee.terms]"), "double brackets"),
        (b"", "id is missing"),
        (b'"a\\nb\\u001b[31m" = 1', r"a b \[31m = 1 is an unknown key"),
        (b"x" * 5000 + b" = 1", r"x\.\.\. = 1 is an unknown key"),
    ],
)
def test_any_bytes_give_an_error_of_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "good.toml"
    path.write_bytes(content)
    with pytest.raises(PolicyError, match=said) as caught:
        load_policy(path)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.interpreted
def test_missing_files_and_unknown_names(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="cannot be read"):
        load_policy(tmp_path / "none.toml")
    with pytest.raises(PolicyError, match="cannot be read"):
        load_policy(write(tmp_path, GOOD).parent / "good.toml" / "x.toml")
    with pytest.raises(PolicyError, match='"fair-salery" is not in the catalogue; did you mean "fair-salary"'):
        load_policy("fair-salery")


@pytest.mark.interpreted
def test_new_policy_is_a_new_file_and_nothing_else(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    write(tmp_path, GOOD.replace('id = "good"', 'id = "a-better"'), "a-better.toml")
    assert list(catalogue(tmp_path)) == ["a-better", "good"]
    policy = load_policy(path)
    assert policy == catalogue(tmp_path)["good"]
    rows = policy.terms(3000.0, 5000.0)
    assert policy.spans == ((0, 1), (1, 3))
    assert rows.role.tolist() == [Role.EMPLOYEE, Role.MANAGER, Role.MANAGER]
    assert rows.amount.tolist() == pytest.approx([0.3 * 3000, 0.3 * 5000 * 3, 0.0])
    assert rows.gates.tolist() == [0, 0, 1]
    assert rows.sign.tolist() == [1.0, -1.0, 1.0]
    assert (rows[1].threshold, rows[1].cap) == (10.0, 2.0)


@pytest.mark.interpreted
def test_policies_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_policy("fair-salary").id = "x"  # type: ignore[misc]
    catalogue().clear()
    assert catalogue()
    assert len({hash(policy) for policy in catalogue().values()}) == len(catalogue())
