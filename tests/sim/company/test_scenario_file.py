"""Scenario files: what a reader is told about one that is wrong, and that writing and reading agree."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.company.file import LARGEST, ScenarioError, parse_scenario, read_scenario, scenario_with
from sim.company.scenario import Company, DivisionPlan, Run, Scenario, UnitPlan
from sim.company.text import new_scenario_text, scenario_to_toml
from sim.parameters import PARAMETERS, SECTIONS, declared, levers
from sim.policies import catalogue

TREE = """\
[[company.tree]]
name = "Consumers"
divisions = [{ name = "Sales", employees = 8 }, { name = "Service", employees = 20, managed = false }]

[[company.tree]]
name = "Business"

[[company.tree.units]]
name = "Abroad"
divisions = [{ name = "Export", employees = 3 }]
"""

# A file, and what its message must hold besides the name of the file.
WRONG = [
    ("[problem]\ntriage = 0.5", ["problem is an unknown key", 'did you mean "problems"?']),
    ("[problems]\ntriag = 0.5", ["problems.triag = 0.5", 'did you mean "problems.triage"?']),
    ("triage = 0.5", ["triage = 0.5", 'did you mean "problems.triage"?']),
    ("[work]\ntriage = 0.5", ["work.triage = 0.5", 'did you mean "problems.triage"?']),
    ("[zzz]", ["zzz", "known are name, about, about_nl"]),
    ("[money]\nqqqqq = 1", ["money.qqqqq = 1", "known are employee_salary, manager_salary, belief_announced"]),
    ('"a\\nb" = 1', ["a b = 1", "unknown key"]),
    ("[problems]\ntriage = 1.5", ["problems.triage = 1.5", "a number from 0 to 1 (chance)"]),
    ("[customers]\nspend = -1", ["customers.spend = -1", "0 to 1,000,000 (euro a week)"]),
    ('[problems]\ntriage = "0.5"', ['problems.triage = "0.5"', "a number from 0 to 1"]),
    ("[problems]\ntriage = nan", ["problems.triage = nan", "a number from 0 to 1"]),
    ("[problems]\npatience = inf", ["problems.patience = inf", "0.1 to 10,000 (working days)"]),
    ("[problems]\ntriage = true", ["problems.triage = true", "a number"]),
    ("[problems]\ntriage = 2026-01-01", ["problems.triage", "a number"]),
    ("[problems]\ntriage = [0.5]", ["problems.triage", "a number"]),
    ("problems = 3", ["problems = 3", "a table with the keys", "triage"]),
    ("[run]\nweeks = 0", ["run.weeks = 0", "a whole number from 1 to 5,200"]),
    ("[run]\nweeks = 2.5", ["run.weeks = 2.5", "a whole number"]),
    ("[run]\nweeks = true", ["run.weeks = true", "a whole number"]),
    ("[run]\nseed = 0x" + "f" * 5000, ["run.seed", "9,223,372,036,854,775,807"]),
    ('[run]\nstart_policy = "sales-comission"', ['run.start_policy = "sales-comission"', '"sales-commission"']),
    ('[run]\nstart_policy = "not/there.toml"', ["run.start_policy", "not/there.toml", "cannot be read"]),
    ("[run]\nstart_policy = 3", ["run.start_policy = 3", "a text"]),
    ("[company]\nemployees = -5", ["company.employees = -5", "a whole number from 1 to 100,000"]),
    ("[company]\nmanaged = 1", ["company.managed = 1", "true or false"]),
    ("[company]\nemployees = 50000", ["company", "300,006 people", "the most is 100,000"]),
    ("[company]\ntree = 3", ["company.tree = 3", "a list of tables", "name, divisions, units"]),
    ("[company]\ntree = [3]", ["company, unit 1 = 3", "a table"]),
    ("[company]\nunits = 9\n" + TREE, ["company.units = 9", "does not count"]),
    ("[company]\nunits = 2\n" + TREE, ["company.units = 2", "does not count"]),
    (TREE.replace("20", "-20"), ["company, unit 1, division 2: employees = -20", "a whole number"]),
    (TREE.replace("20", "200_000"), ["company, unit 1, division 2: employees = 200000", "1 to 100,000"]),
    (TREE.replace("20", "100_000"), ["company", "100,013 people"]),
    (TREE.replace("managed", "manager"), ["company, unit 1, division 2: manager = false", '"managed"']),
    (TREE.replace("employees = 3", "employees = '3'"), ['company, unit 2, unit 1, division 1: employees = "3"']),
    (TREE.replace(", employees = 3", ""), ["company, unit 2, unit 1, division 1: employees is missing"]),
    (TREE.replace('"Export"', '"Sales"'), ["company", 'two divisions are called "Sales"']),
    (TREE.replace('"Business"', '"Consumers"'), ["company", 'two units at the top are called "Consumers"']),
    (TREE.replace('"Export"', '" "'), ["company, unit 2, unit 1, division 1: name", "a text of one line"]),
    (TREE.replace('"Export"', '"a\\nb"'), ["company, unit 2, unit 1, division 1: name", "a text of one line"]),
    (TREE.replace("[{ name = \"Export\", employees = 3 }]", "[]"), ["company", 'unit "Abroad" has no divisions']),
    ("[[company" + ".tree" + ".units" * 300 + "]]\nname = 'x'", ["company"]),
    ("[problems\ntriage = 1", ["TOML", "line 1, column 10"]),
    ("[problems]\ntriage = ", ["TOML", "at end of document"]),
    ("[problems]\ntriage = 1\ntriage = 2\n", ["TOML", "line 3"]),
    ("a = " + "[" * 5000, ["TOML", "nested too deep"]),
    ("a = " + "9" * 5000, ["TOML"]),
    ("\0", ["TOML", "line 1"]),
]  # fmt: skip


def told(error: pytest.ExceptionInfo[ScenarioError]) -> str:
    """The message, which must be one line of our own words."""
    message = str(error.value)
    assert message.isprintable()
    assert len(message) < 500
    assert not re.search(r"pydantic|input should|value error|validation", message, re.IGNORECASE)
    return message


@pytest.mark.parametrize(("text", "parts"), WRONG, ids=[text[:40].replace("\0", "NUL") for text, _ in WRONG])
def test_a_wrong_file_is_refused_in_one_line_that_says_what_would_be_right(text: str, parts: list[str]) -> None:
    with pytest.raises(ScenarioError) as error:
        parse_scenario(text, "mine.toml")
    message = told(error)
    for part in ["mine.toml: ", *parts]:
        assert part in message


@pytest.mark.parametrize(
    ("content", "parts"),
    [(b"\xff\xfe\x00", ["no text in UTF-8"]), (b"#" * (LARGEST + 1), ["larger than"]), (None, ["no such file"])],
)
def test_what_is_no_scenario_file_is_refused(tmp_path: Path, content: bytes | None, parts: list[str]) -> None:
    path = tmp_path / "mine.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ScenarioError) as error:
        read_scenario(path)
    message = told(error)
    assert all(part in message for part in [str(path), *parts])


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="is a folder"):
        read_scenario(tmp_path)


def test_a_file_without_a_name_is_called_after_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("\ufeff[problems]\ntriage = 0.25\n", encoding="utf-8")  # some editors begin a file with this mark
    assert read_scenario(path) == Scenario(name="mine").with_parameters(triage=0.25)


def test_an_empty_text_gives_the_defaults_and_a_tree_its_units() -> None:
    assert parse_scenario("", "") == Scenario()
    units = parse_scenario(TREE, "").company.unit_plans()
    assert [division.employees for division in units[0].divisions] == [8, 20]
    assert units[1].units[0].divisions[0].name == "Export"


def test_start_policy_may_be_a_file(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no known policy"):
        scenario_with(Scenario(), {"run.start_policy": str(tmp_path)})
    known = Path(__file__).parents[3] / "sim" / "policies" / "catalogue" / "fair-salary.toml"
    assert scenario_with(Scenario(), {"run.start_policy": str(known)}).run.start_policy == str(known)


# ------------------------------------------------------------------------------------------------- setting single keys


def test_keys_are_set_as_a_file_would_set_them() -> None:
    settings = {
        "problems.triage": "0.5", "work.selling": "0", "run.weeks": "3", "company.managed": "false", "name": "Mine",
        "run.start_policy": "'fair-salary'", "about": "What if?",
    }  # fmt: skip
    expected = Scenario(
        name="Mine", about="What if?", company=Company(managed=False), run=Run(weeks=3, start_policy="fair-salary")
    ).with_parameters(triage=0.5, selling=0.0)
    assert scenario_with(Scenario(), settings) == expected
    assert scenario_with(expected, {}) == expected


@pytest.mark.parametrize(
    ("key", "value", "parts"),
    [
        ("triage", "0.5", ['triage = "0.5"', '"problems.triage"']),
        ("problem.triage", "0.5", ['"problems.triage"']),
        ("problems.triag", "0.5", ['"problems.triage"']),
        ("problems", "{}", ["a whole section", "as problems.problems_per_customer"]),
        ("", "1", ["unknown key"]),
        ("company.tree.name", "1", ["unknown key"]),
        ("problems.triage", "", ["problems.triage", "a number"]),
        ("problems.triage", "half", ['problems.triage = "half"', "a number"]),
        ("problems.triage", "0.5\nwork = 3", ["problems.triage", "a number"]),
        ("problems.triage", "nan", ["problems.triage = nan", "a number"]),
        ("run.weeks", "1e2", ["run.weeks = 100.0", "a whole number"]),
        ("name", "a\tb", ["name", "a text of one line"]),
        ("run.start_policy", "fair-salry", ['"fair-salary"']),
    ],
)
def test_a_wrong_setting_is_refused(key: str, value: str, parts: list[str]) -> None:
    with pytest.raises(ScenarioError) as error:
        scenario_with(Scenario(), {key: value})
    message = told(error)
    assert all(part in message for part in parts)


def test_numbers_beside_a_tree_are_refused_instead_of_ignored() -> None:
    with pytest.raises(ScenarioError, match=r"company.units = 2 does not count.*set company.divisions, .* too"):
        scenario_with(parse_scenario(TREE, ""), {"company.units": "2"})


def test_numbers_take_the_place_of_a_tree_if_none_is_left_open() -> None:
    everything = {"company.units": "2", "company.divisions": "4", "company.employees": "5", "company.managed": "false"}
    assert scenario_with(parse_scenario(TREE, ""), everything).company == Company(
        units=2, divisions=4, employees=5, managed=False
    )
    even = Company(tree=Company(units=2, divisions=3, employees=12).unit_plans())
    assert scenario_with(Scenario(company=even), {"company.units": "4"}).company == Company(
        units=4, divisions=3, employees=12
    )
    assert scenario_with(Scenario(company=even), {"problems.triage": "0.5"}).company == even


# ------------------------------------------------------------------------------------------------------ in Python


def test_parameters_by_name_are_those_of_all_sections() -> None:
    values = Scenario().parameters()
    rows = declared()
    assert len(values) == len(rows) == len({row.name for row in rows}), "names must be unique over the sections"
    assert tuple(values) == PARAMETERS.names
    assert set(SECTIONS) < set(Scenario.model_fields)
    assert all(row.low <= row.default <= row.high and all(map(str, asdict(row).values())) for row in rows)


def test_with_parameters_checks_as_a_file_does() -> None:
    assert Scenario().with_parameters(triage=0.25, spend=0).parameters()["triage"] == 0.25
    for name, value, part in [
        ("triage", 1.5, "from 0 to 1"),
        ("triag", 1.0, '"problems.triage"'),
        ("z", 1.0, "z is an unknown"),
    ]:
        with pytest.raises(ScenarioError) as error:
            Scenario().with_parameters(**{name: value})
        assert part in told(error)


# --------------------------------------------------------------------------------------------------------- writing


def test_a_new_file_gives_the_defaults_commented_out_or_not() -> None:
    text = new_scenario_text("mine")
    assert parse_scenario(text, "") == Scenario(name="mine")
    bare = re.sub(r"(?m)^#(?=\w)", "", text)
    assert parse_scenario(bare, "") == Scenario(name="mine")
    keys = set(re.findall(r"(?m)^(\w+) = ", bare))
    assert keys == {"name", "about", "about_nl", *Scenario().parameters(), *Run.model_fields, *Company.model_fields} - {
        "tree"
    }
    for row in declared():
        assert row.meaning.en.split()[0] in text
    assert text.count("Likely:") == len(declared())
    assert all(len(line) <= 120 for line in text.splitlines())


def test_a_brief_new_file_is_about_the_company_and_the_levers() -> None:
    text = new_scenario_text("mine", brief=True)
    bare = re.sub(r"(?m)^#(?=\w)", "", text)
    assert parse_scenario(bare, "") == Scenario(name="mine")
    keys = set(re.findall(r"(?m)^(\w+) = ", bare))
    assert keys == {
        "name", "about", "about_nl", *Run.model_fields, *Company.model_fields, *(row.name for row in levers())
    } - {"tree"}  # fmt: skip
    assert len(text.splitlines()) < len(new_scenario_text("mine").splitlines()) / 3
    assert "--all" in text


def test_the_tree_that_a_new_file_explains_is_good() -> None:
    shown = re.search(r"(?s)#   \[\[company.tree\]\].*?#   \]\n", new_scenario_text("mine"))
    assert shown
    tree = parse_scenario(shown[0].replace("#   ", ""), "").company.tree
    assert [division.managed for division in tree[0].divisions] == [True, True, False]


@pytest.mark.parametrize("name", ["", " ", "x" * 61, "two\nlines"])
def test_a_new_file_needs_a_name(name: str) -> None:
    with pytest.raises(ScenarioError) as error:
        new_scenario_text(name)
    assert "name" in told(error)


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)
division_plans = st.builds(DivisionPlan, name=words, employees=st.integers(1, 900), managed=st.booleans())


@st.composite
def trees(draw: st.DrawFn) -> tuple[UnitPlan, ...]:
    """Up to three units, the last of them holding units in its turn."""
    plans = draw(st.lists(division_plans, min_size=1, max_size=6, unique_by=lambda plan: plan.name))
    names = draw(st.lists(words, min_size=len(plans), max_size=len(plans), unique=True))
    units = tuple(UnitPlan(name=name, divisions=(plan,)) for name, plan in zip(names, plans, strict=True))
    if len(units) > 2 and draw(st.booleans()):
        return (*units[:1], UnitPlan(name=names[1], divisions=(plans[1],), units=units[2:]))
    return units


companies = st.builds(Company, tree=trees()) | st.builds(
    Company, units=st.integers(1, 9), divisions=st.integers(1, 9), employees=st.integers(1, 99), managed=st.booleans()
)
runs = st.builds(
    Run,
    start_policy=st.sampled_from(sorted(catalogue())),
    warmup_weeks=st.integers(0, 520),
    weeks=st.integers(1, 520),
    replicates=st.integers(1, 100_000),
    seed=st.integers(0, 2**63 - 1),
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A scenario with a few parameters anywhere in their ranges."""
    rows = draw(st.lists(st.sampled_from(declared()), max_size=6, unique_by=lambda row: row.name))
    values = {
        row.name: draw(st.floats(row.low, row.high) if row.is_quantity else st.integers(int(row.low), int(row.high)))
        for row in rows
    }
    about = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
    start = Scenario(name=draw(words), about=draw(about), about_nl=draw(about), company=draw(companies), run=draw(runs))
    return start.with_parameters(**values)


@given(scenarios(), st.booleans())
def test_what_is_written_is_read_back(scenario: Scenario, commented: bool) -> None:
    assert parse_scenario(scenario_to_toml(scenario, commented), "") == scenario


@given(st.text() | st.from_regex(r"\[(company|run|problems)\]\n\w{1,20} = [^\n]{1,20}", fullmatch=True))
def test_no_text_gives_another_error(text: str) -> None:
    said = ""
    try:
        parse_scenario(text, "mine.toml")
    except ScenarioError as error:
        said = str(error)
    assert "\n" not in said
