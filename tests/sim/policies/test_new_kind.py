"""A new kind of term is one new file: it is found, read from policy files, priced and compiled."""

from pathlib import Path

import pytest
from plugins import copy_of_the_model, run

KIND = '''
"""Square: pays the square of the level."""
from sim.compiled import rule
from sim.policies.kind import SHARE, Kind
from sim.policies.parts import Words

KIND = Kind(
    label=Words(en="Square", nl="Kwadraat"),
    meaning=Words(en="Pays the square of the level.", nl="Betaalt het kwadraat van het niveau."),
    keys={"share": SHARE},
)

@rule
def pay(term, value, ahead, rivals):
    return term.amount * value * value

@rule
def expected(term, mean, sd, others, rivals):
    return term.amount * (mean * mean + sd * sd)

@rule
def spread(term, mean, sd, others, rivals):
    return 2.0 * term.amount * mean * sd
'''

SCRIPT = """
from sim.compiled import loop
from sim.policies import catalogue
from sim.policies.contract import expected_pay, keep_pay
from sim.policies.terms import NAMES
from sim.tables import STANDING, rows

@loop
def price(terms, standings):
    mean = keep_pay(terms, 0, 1, standings, False)
    more = expected_pay(terms, 0, 1, standings, False, 0.5)
    return mean, more - expected_pay(terms, 0, 1, standings, False, -0.5)

standings = rows(STANDING, 1)
standings.level, standings.sd, standings.others, standings.rivals, standings.move = 3.0, 2.0, 1.0, 4, 1.0
print(*NAMES, *price(catalogue()["squares"].terms(1000.0, 1000.0), standings))
"""


@pytest.mark.interpreted
def test_one_file_makes_a_new_kind(tmp_path: Path) -> None:
    policies = copy_of_the_model(tmp_path) / "policies"
    (policies / "terms" / "square.py").write_text(KIND)
    rate = (policies / "catalogue" / "sales-commission.toml").read_text()
    policy = rate.replace('"rate"', '"square"').replace('"sales-commission"', '"squares"')
    (policies / "catalogue" / "squares.toml").write_text(policy)
    said, complaint = run(tmp_path, SCRIPT)
    assert complaint == ""
    assert said.split() == [
        *("gate", "nomination", "rate", "slide", "square", "target", "tournament"),
        str(300.0 * 13.0),
        str(300.0 * 6.0),
    ]


@pytest.mark.interpreted
@pytest.mark.parametrize("rule", ["pay", "expected", "spread"])
def test_a_kind_must_say_what_it_pays_and_what_is_expected_of_it_and_how_surely(tmp_path: Path, rule: str) -> None:
    lacking = KIND.replace(f"def {rule}(", f"def other_{rule}(")
    (copy_of_the_model(tmp_path) / "policies" / "terms" / "square.py").write_text(lacking)
    assert f"sim.policies.terms.square lacks {rule}" in run(tmp_path, "import sim")[1]
