"""Calibrates to the log of Volvo IT, and commits what came of it: found.json, and the scenario `volvo-baseline`."""

import json
from pathlib import Path

from experiments.calibrating import folder as folders
from experiments.calibrating.calibrate import DRAWS, USUAL_SCENARIO, calibrate
from experiments.calibrating.measuring import FITTED
from experiments.calibrating.saying import say
from experiments.calibrating.volvo.held import FOUND
from experiments.catalogue import CALIBRATED, SCENARIOS, load_scenario
from experiments.storing.folder import PROVENANCE
from experiments.sweeping.engines import Engine
from experiments.sweeping.parts import sha256, write_text
from experiments.sweeping.sweep import Progress
from experiments.xray.reading import Log, read_log

SEED = 1
KEYS = tuple(key for key in FITTED if key != "problems.problems_per_customer")
"""The log does not say how many people share the cases, so their load stays as it is."""
COMMAND = "python -m experiments.calibrating.volvo --log LOG.csv --out FOLDER"
ABOVE = """\
# A company whose problems travel as those in a real ticket log do: that of Volvo IT, open to all (BPI Challenge 2013,
# doi 10.4121/uuid:500573e6-accc-4b0c-9576-aa5468b10cee). A team in the log is a division here. The pay scheme behind
# the log is unknown: this is one starting regime, under sales commission, and says nothing of the effect of a policy.
#
# docs/calibration.md says how well it fits, and how little of it a log tells. Do not change the values by hand.
#
"""
_NOTED = ("program", "version", "source_hash", "seed", "draws", "log_sha256")
"""What found.json says of where it comes from."""


def read(path: Path) -> Log:
    """The log, by the names of its columns."""
    return read_log(path, "case_id", "timestamp", "team", "org_line", "status")


def apply(path: Path, folder: Path, where: Engine, draws: int = DRAWS, progress: Progress | None = None) -> None:
    """Calibrate into a folder, which goes on with what it has; then write found.json and the scenario anew.

    Every case is measured, as in the published figures. Raises RequestError.
    """
    found = calibrate(
        read(path), folder, name="Volvo IT", base=load_scenario(USUAL_SCENARIO), every=True, keys=KEYS, draws=draws,
        seed=SEED, where=where, progress=progress,
    )  # fmt: skip
    folders.write(folder, found, sha256(path))
    note = {**json.loads((folder / PROVENANCE).read_text(encoding="utf-8")), "command": COMMAND}
    content = {"from": {key: note[key] for key in _NOTED}, **found.as_json()}
    write_text(FOUND, json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n")
    about = {"about": say("volvo_about", "en"), "about_nl": say("volvo_about", "nl")}
    scenario = found.scenario.model_copy(update={"name": CALIBRATED, **about})
    write_text(SCENARIOS / f"{CALIBRATED}.toml", ABOVE + folders.scenario_text(found, scenario, note))
