"""Calibrates to the log of Volvo IT as found.json says it was done, and writes that file anew."""

import json
from pathlib import Path

from experiments.calibrating import folder as folders
from experiments.calibrating.calibrate import DRAWS, calibrate
from experiments.calibrating.volvo.held import FOUND, SCENARIO, own_figures
from experiments.catalogue import load_scenario
from experiments.storing.folder import PROVENANCE
from experiments.sweeping.engines import Engine
from experiments.sweeping.parts import write_text
from experiments.sweeping.sweep import Progress
from experiments.xray.reading import Log, read_log

SEED = 1
_NOTED = ("program", "version", "source_hash", "seed", "draws", "log_sha256")
"""What found.json says of where it comes from."""


def read(path: Path) -> Log:
    """The log, by the names of its columns."""
    return read_log(path, "case_id", "timestamp", "team", "org_line", "status")


def apply(path: Path, folder: Path, where: Engine, draws: int = DRAWS, progress: Progress | None = None) -> None:
    """Calibrate into a folder, which goes on with what it has; then commit to found.json what was found.

    What is not fitted stays as in the committed scenario. Raises RequestError.
    """
    found = calibrate(
        read(path), folder, name="Volvo IT", base=load_scenario(SCENARIO), draws=draws, seed=SEED, where=where,
        progress=progress,
    )  # fmt: skip
    folders.write(folder, found, path)
    note = json.loads((folder / PROVENANCE).read_text(encoding="utf-8"))
    told = {key: note[key] for key in _NOTED}
    content = {"from": told, **found.as_json(), "committed_figures": own_figures(found.measured.setting)}
    write_text(FOUND, json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n")
