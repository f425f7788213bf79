"""The scenario volvo-baseline as an application of calibrating: it is what was found in its log."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

from experiments.calibrating.figures import COLUMNS
from experiments.calibrating.measuring import measure
from experiments.calibrating.volvo.applying import ABOVE, KEYS, SEED, read
from experiments.calibrating.volvo.held import figures, kept, values
from experiments.catalogue import CALIBRATED, SCENARIOS, load_scenario

ROOT = Path(__file__).parents[3]
TEXT = (SCENARIOS / f"{CALIBRATED}.toml").read_text(encoding="utf-8")


def test_the_scenario_is_what_was_found() -> None:
    written = tomllib.loads(TEXT)
    assert TEXT.startswith(ABOVE)
    assert tuple(each.key for each in values(kept())) == KEYS
    for each in values(kept()):
        assert each.value == pytest.approx(kept()["parameters"][each.key]["chosen"], rel=1e-4), each.key
        assert each.inside, each.key
    section_and_name = {f"{section}.{key}" for section in ("problems", "choice") for key in written[section]}
    assert section_and_name <= set(KEYS)  # nothing else was set
    lived = load_scenario(CALIBRATED).company
    assert 2 <= lived.units * lived.divisions <= kept()["log"]["groups"]


def test_both_files_say_where_they_come_from() -> None:
    came = kept()["from"]
    assert (came["seed"], came["draws"]) == (SEED, kept()["draws"])
    assert len(came["log_sha256"]) == 64
    for told in (came["log_sha256"], came["source_hash"], f"seed {SEED}"):
        assert told in TEXT


def test_the_documentation_has_the_figures() -> None:
    text = (ROOT / "docs" / "calibration.md").read_text(encoding="utf-8")
    for each in values(kept()):
        row = next(line for line in text.splitlines() if line.startswith(f"| `{each.key.partition('.')[2]}` |"))
        assert f"| {each.value:.3g} | {each.low:.2f}–{each.high:.2f} |" in row
        assert ("yes" in row) == each.told
    for beside in figures(kept()):
        assert f"| {beside.log:.3f} | {beside.scenario:.3f} |" in text, beside.figure


def test_the_log_has_the_figures_that_are_kept(raw_log: Path) -> None:
    found = kept()
    measured = measure(read(raw_log), load_scenario(CALIBRATED), every=True, keys=KEYS, seed=SEED)
    own = dict(zip(COLUMNS, measured.figures.tolist(), strict=True))
    wanted = {key: np.nan if value is None else value for key, value in found["log"]["figures"].items()}
    assert own == pytest.approx(wanted, nan_ok=True)
    assert json.dumps(found, allow_nan=False)
