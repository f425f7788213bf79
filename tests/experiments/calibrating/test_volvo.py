"""The committed volvo baseline as an application of calibrating: what is committed of it is what its log says."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

from experiments.calibrating.figures import COLUMNS
from experiments.calibrating.measuring import FITTED, measure
from experiments.calibrating.volvo.applying import SEED, read
from experiments.calibrating.volvo.held import SCENARIO, figures, kept, values
from experiments.catalogue import load_scenario

ROOT = Path(__file__).parents[3]
OUTSIDE = {"problems.second_division"}
"""Committed values that the log does not allow; docs/calibration.md says so of each."""


def test_every_value_that_the_scenario_sets_is_held_against_the_log() -> None:
    text = (ROOT / "experiments" / "scenarios" / f"{SCENARIO}.toml").read_text(encoding="utf-8")
    written = tomllib.loads(text)
    set_there = {f"{section}.{key}" for section in ("problems", "choice") for key in written[section]}
    held = {each.key: each for each in values(kept())}
    assert tuple(held) == FITTED
    assert set_there <= set(held)
    for key in set_there:
        section, _, name = key.partition(".")
        assert held[key].committed == written[section][name]


def test_committed_values_lie_in_what_the_log_allows_or_are_named() -> None:
    assert {each.key for each in values(kept()) if not each.inside} == OUTSIDE


def test_the_documentation_has_the_committed_figures() -> None:
    text = (ROOT / "docs" / "calibration.md").read_text(encoding="utf-8")
    for each in values(kept()):
        row = next(line for line in text.splitlines() if line.startswith(f"| `{each.key.partition('.')[2]}` |"))
        assert f"{each.low:.2f}–{each.high:.2f}" in row
        assert ("outside" in row) != each.inside
        assert ("yes" in row) == each.told
    for beside in figures(kept()):
        assert f"{beside.log:.3f} | {beside.fit:.3f} | {beside.committed:.3f} |" in text, beside.figure


def test_what_was_found_says_where_it_comes_from() -> None:
    came = kept()["from"]
    assert (came["seed"], came["draws"]) == (SEED, kept()["draws"])
    assert len(came["log_sha256"]) == 64
    assert json.dumps(kept(), allow_nan=False)


def test_the_log_has_the_figures_that_are_committed(raw_log: Path) -> None:
    found = kept()
    measured = measure(read(raw_log), load_scenario(SCENARIO), seed=SEED)
    own = dict(zip(COLUMNS, measured.figures.tolist(), strict=True))
    wanted = {key: np.nan if value is None else value for key, value in found["log"]["figures"].items()}
    assert own == pytest.approx(wanted, nan_ok=True)
