"""The line of a mistake in a TOML file."""

import pytest

from sim.company.file import ScenarioError, parse_scenario
from sim.datafiles.lines import line_of

TEXT = '''name = "x"
about = """
[problems]
triage = 9
"""

[problems]  # what customers come with
triage = 0.5

[[company.tree]]
name = "A"
divisions = [
    { name = "A1", employees = 1 },
    { name = "A2", employees = 0 },
]

[[company.tree]]
name = "B"

[[company.tree.units]]
name = "B1"
divisions = [{ name = "B11", employees = 3 }]
'''


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("name",), 1),
        (("problems",), 7),
        (("problems", "triage"), 8),
        (("problems", "nothing"), 7),
        (("company", "tree", 0, "name"), 11),
        (("company", "tree", 0, "divisions"), 12),
        (("company", "tree", 0, "divisions", 1, "employees"), 14),
        (("company", "tree", 1), 17),
        (("company", "tree", 1, "units", 0, "divisions", 0, "name"), 22),
        (("money", "spend"), None),
    ],
)
def test_a_key_is_found_in_its_line(location, line):
    assert line_of(TEXT, location) == line


def test_a_refused_scenario_says_the_line():
    with pytest.raises(ScenarioError, match=r"unit 1, division 2: employees = 0 must be .* \(line 14\)$"):
        parse_scenario(TEXT, "mine.toml")
    right = TEXT.replace("employees = 0", "employees = 2")
    with pytest.raises(ScenarioError, match=r"problems\.triage = 5.* \(line 8\)$"):
        parse_scenario(right.replace("triage = 0.5", "triage = 5.0"), "mine.toml")
    with pytest.raises(ScenarioError, match=r"\(at line 8, column 10\)$"):
        parse_scenario(right.replace("triage = 0.5", "triage = @"), "mine.toml")


def test_a_stranger_s_text_reads_no_file(tmp_path):
    path = tmp_path / "fair-salary.toml"
    path.write_text("secret", encoding="utf-8")
    text = f'[run]\nstart_policy = "{path}"\n'
    with pytest.raises(ScenarioError, match=r"is no known policy; .* \(line 2\)$") as error:
        parse_scenario(text, "mine.toml", files=False)
    assert "secret" not in str(error.value)
