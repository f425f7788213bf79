"""A new kind of term is one new file: it is found, read from policy files, priced and compiled."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SIM = Path(__file__).parents[3] / "sim"

KIND = '''
"""Square: pays the square of the level."""
from sim.compiled import rule
from sim.policies.kind import SHARE, Kind

KIND = Kind(keys={"share": SHARE})

@rule
def pay(term, value, ahead, rivals):
    return term.amount * value * value

@rule
def expected(term, mean, sd, others, rivals):
    return term.amount * (mean * mean + sd * sd)

@rule
def slope(term, mean, sd, others, rivals):
    return 2.0 * term.amount * mean

@rule
def rival_slope(term, mean, sd, others, rivals):
    return 0.0
'''

SCRIPT = """
import numpy as np
from sim.compiled import loop
from sim.policies import catalogue
from sim.policies.contract import appraise
from sim.policies.terms import NAMES

@loop
def price(terms, level, sd, others, rivals, slopes, rival_slopes):
    return appraise(terms, 0, 1, level, sd, others, rivals, slopes, rival_slopes)

slopes = np.zeros(1)
terms = catalogue()["squares"].terms(1000.0, 1000.0)
total = price(terms, np.full(1, 3.0), np.full(1, 2.0), np.ones(1), np.full(1, 4), slopes, np.zeros(1))
print(*NAMES, total, slopes[0])
"""


@pytest.mark.interpreted
def test_one_file_makes_a_new_kind(tmp_path: Path) -> None:
    (tmp_path / "sim").mkdir()
    (tmp_path / "sim" / "__init__.py").touch()  # else an installed `sim` would go before this folder
    shutil.copy(SIM / "compiled.py", tmp_path / "sim")
    shutil.copytree(SIM / "policies", tmp_path / "sim" / "policies", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "sim" / "policies" / "terms" / "square.py").write_text(KIND)
    rate = (tmp_path / "sim" / "policies" / "catalogue" / "sales-commission.toml").read_text()
    policy = rate.replace('"rate"', '"square"').replace('"sales-commission"', '"squares"')
    (tmp_path / "sim" / "policies" / "catalogue" / "squares.toml").write_text(policy)
    (tmp_path / "script.py").write_text(SCRIPT)
    settings = {"PYTHONPATH": str(tmp_path), "SILOSCOPE_CACHE": str(tmp_path / "cache")}
    run = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        cwd=tmp_path,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.split() == [
        *("gate", "nomination", "rate", "slide", "square", "target", "tournament"),
        str(300.0 * 13.0),
        str(300.0 * 6.0),
    ]
