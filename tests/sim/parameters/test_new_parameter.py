"""A new parameter and a new measure are one declaration each, and then everything that lists them knows them."""

import json
from pathlib import Path

from plugins import add_a_measure, add_a_parameter, copy_of_the_model, run

LISTINGS = """
import json
from experiments.comparing.reported import reported
from sim.company.file import scenario_with
from sim.company.scenario import Scenario
from sim.company.text import new_scenario_text
from sim.parameters import PARAMETERS, declared, levers
from sim.records.measures import MEASURES

found = {
    "declared": [row.key for row in declared()],
    "levers": [row.key for row in levers()],
    "labels": next(row.label for row in levers() if row.name == "dummy"),
    "in a rule": "dummy" in PARAMETERS.names,
    "set": scenario_with(Scenario(), {"choice.dummy": "0.7"}).parameters()["dummy"],
    "in a new file": "#dummy = 0.5" in new_scenario_text("mine"),
    "measures": list(MEASURES),
    "reported": reported()["dummy_measure"].reading_nl,
}
print(json.dumps(found))
"""


def test_a_declaration_is_enough(tmp_path: Path) -> None:
    sim = copy_of_the_model(tmp_path)
    key, measure = add_a_parameter(sim), add_a_measure(sim)
    said, complaint = run(tmp_path, LISTINGS)
    assert complaint == ""
    found = json.loads(said)
    assert key in found["declared"]
    assert key in found["levers"]
    assert found["labels"] == ["A dummy", "Een proefpop"]
    assert found["in a rule"]
    assert found["set"] == 0.7
    assert found["in a new file"]
    assert found["measures"][-1] == measure, "the files of measures are listed by name"
    assert found["reported"] == "Hoe men een proefmaat leest."
