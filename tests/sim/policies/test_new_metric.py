"""A new metric is one new file: it is found, read from policy files, expected, priced, paid and compiled."""

from pathlib import Path

import pytest
from plugins import copy_of_the_model, run

METRIC = '''
"""Solved: problems solved per head per month; whoever clears the desk hopes to solve."""
from sim.compiled import rule
from sim.policies.metric import A_MONTH, Metric, a_month
from sim.policies.parts import Words
from sim.tables import Raw

METRIC = Metric(
    label=Words(en="solved problems", nl="opgeloste problemen"), unit=A_MONTH,
    meaning=Words(en="problems that were solved", nl="problemen die zijn opgelost"), low=0.0, high=100.0,
    likely=(10.0, 40.0), likely_better=(0.0, 10.0),
)

@rule
def level(raw, heads, weeks, c, p):
    return a_month(raw[Raw.SOLVED], heads, weeks)

@rule
def noise(heads, weeks, c, p):
    return a_month(4.0, heads, weeks)

@rule
def drift(c, p):
    return 0.25

@rule
def moved_by_desk(heads, weeks, c, p):
    return a_month(0.5, heads, weeks)
'''

COMPILED = """
import numpy as np
from sim.company.organisation import build
from sim.company.scenario import Scenario
from sim.compiled import loop
from sim.policies import metrics
from sim.tables import Raw

@loop
def ask(code, c, p, raw):
    return (
        metrics.level(code, raw, 3.0, 13.0, c[0], p[0]),
        metrics.noise(code, 3.0, 13.0, c[0], p[0]),
        metrics.drift(code, c[0], p[0]),
        metrics.moved_by_desk(code, 3.0, 13.0, c[0], p[0]),
        metrics.moved_by_help(code, 3.0, 13.0, c[0], p[0]),
    )

w = build(Scenario(), 0, 0, 1, with_events=False)
raw = np.zeros(len(w.so_far))
raw[Raw.SOLVED] = 18.0
code = metrics.NAMES.index("solved")
print(code, *(round(found, 9) for found in ask(code, w.company, w.parameters, raw)))
"""

LIVED = """
from sim import Simulation, load_policy
from sim.company.scenario import checked

scenario = checked({"company": {"units": 1, "divisions": 2, "employees": 2}})
run = Simulation(scenario, "solvers", weeks=5)
term, me = run.world.terms[0], run.world.employees
print(load_policy("solvers").employee.terms[0].metric)
now = 4.0 / (52 / 12)  # of a month's work, what falls into the four weeks of this one
truth = term.amount * 0.5 * (now / now + (1.0 - now))
print(abs(me.prices.desk[0] / truth - 1.0) < 1e-9, me.prices.hour[0], me.prices.help[0])
run.live_weeks(4)
print(run.world.employees.pay.sum() > 0.0)
print((abs(run.world.employees.pay * (4.0 / (52 / 12)) / term.amount % 1.0 - 0.5) > 0.499).all())
"""

POLICY = """
id = "solvers"
name.en = "Solvers"
name.nl = "Oplossers"
meaning.en = "Paid for each solved problem."
meaning.nl = "Betaald voor elk opgelost probleem."
origin = "a test"

[employee]
salary = 1.0

[[employee.terms]]
kind = "rate"
metric = "solved"
scope = "self"
period = "month"
share = 0.1

[manager]
salary = 1.0
"""


@pytest.mark.interpreted
def test_one_file_makes_a_new_metric(tmp_path: Path) -> None:
    policies = copy_of_the_model(tmp_path) / "policies"
    (policies / "metrics" / "solved.py").write_text(METRIC)
    (policies / "catalogue" / "solvers.toml").write_text(POLICY)
    said, complaint = run(tmp_path, COMPILED)
    assert complaint == ""
    assert said.split() == ["9", "2.0", str(round(4 / 9, 9)), "0.25", str(round(0.5 / 9, 9)), "0.0"]
    said, complaint = run(tmp_path, LIVED, NUMBA_DISABLE_JIT="1")
    assert complaint == ""
    assert said.split("\n")[:4] == ["solved", "True 0.0 0.0", "True", "True"]


@pytest.mark.interpreted
@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        (
            "moved_by_desk",
            "moved_by_dekst",
            "metrics.solved.moved_by_dekst: known outcomes are hour, point, day, ",
        ),
        ("def noise", "def spread", "metrics.solved lacks noise"),
        ("def drift", "def drifting", "metrics.solved lacks drift"),
        ("METRIC = Metric", "SOLVED = Metric", "metrics.solved lacks METRIC"),
    ],
)
def test_a_file_that_cannot_be_a_metric_is_refused(tmp_path: Path, right: str, wrong: str, complaint: str) -> None:
    (copy_of_the_model(tmp_path) / "policies" / "metrics" / "solved.py").write_text(METRIC.replace(right, wrong))
    assert complaint in run(tmp_path, "import sim")[1]
