"""The folder of a calibration.

bank/               the simulated logs' figures as they came
scenario.toml       the company, with where it comes from; every other command takes it
plausible.csv       plausible values together, a row a set: the points of an experiment
plausible.toml      an experiment over these points, to ask whether an answer holds for all of them
calibration.json    all that was found
report.html         the page
provenance.json     where all of it comes from
"""

import csv
import hashlib
import io
import json
from pathlib import Path

import numpy as np

from experiments.calibrating.calibrate import Calibration
from experiments.calibrating.report import report_of
from experiments.calibrating.saying import interval, say, told
from experiments.reporting.render import write as write_page
from experiments.showing.language import Lang
from experiments.showing.printable import printable
from experiments.storing.folder import PROVENANCE
from experiments.storing.provenance import provenance
from experiments.storing.version import version_of
from experiments.sweeping.mishaps import told as told_of_folder
from experiments.sweeping.parts import write_text
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml
from sim.datafiles.spelling import spelled
from sim.policies import load_policy

SCENARIO, PLAUSIBLE, EXPERIMENT, FOUND, REPORT = (
    "scenario.toml", "plausible.csv", "plausible.toml", "calibration.json", "report.html",
)  # fmt: skip
MOST_ROWS = 200
"""Of the plausible sets: each is a company that somebody will want to live."""
_POLICIES = ("sales-commission", "gate-and-shared-target")
_NAME_MOST = 50  # signs


def write(folder: Path, found: Calibration, log: Path, lang: Lang = "en") -> None:
    """Write all that was found, each file whole or not at all. Raises RequestError or OSError."""
    with log.open("rb") as file:
        told = hashlib.file_digest(file, "sha256").hexdigest()
    scenario = named(found, lang)
    setting = found.measured.setting
    weeks = setting.window.whole_weeks
    note = provenance(scenario, [load_policy(scenario.run.start_policy)], seed=setting.seed, replicates=[], weeks=weeks)
    files = [SCENARIO, PLAUSIBLE, EXPERIMENT, FOUND, REPORT]
    packages = {"scikit-learn": version_of("scikit-learn")}
    note |= {"log_sha256": told, "draws": found.draws, "packages": {**_packages(note), **packages}, "files": files}
    text = scenario_text(found, scenario, note, lang)
    with told_of_folder(folder):
        write_text(folder / SCENARIO, text)
        write_text(folder / PLAUSIBLE, plausible(found))
        write_text(folder / EXPERIMENT, _experiment(found, lang))
        write_text(folder / FOUND, _as_text({**found.as_json(), "log_sha256": told}))
        write_page(report_of(found, note, text, lang), folder / REPORT)
        write_text(folder / PROVENANCE, _as_text(note))


def named(found: Calibration, lang: Lang = "en") -> Scenario:
    """The scenario under a name of its own."""
    name = " ".join(printable(found.name).split())[:_NAME_MOST] or "log"
    cases = found.measured.cases
    about = {
        "about": say("scenario_about", "en", cases=cases, name=name),
        "about_nl": say("scenario_about", "nl", cases=cases, name=name),
    }
    return found.scenario.model_copy(update={"name": say("scenario_name", lang, name=name), **about})


def scenario_text(found: Calibration, scenario: Scenario, note: dict[str, object], lang: Lang = "en") -> str:
    """The text of the scenario's file: what is known of each value stands above it."""
    facts = {key: str(note[key]) for key in ("program", "version", "made", "source_hash", "seed", "log_sha256")}
    lines = [
        say("file_command", lang, command=str(note["command"])),
        say("file_program", lang, **facts, draws=str(found.draws)),
        say("file_log", lang, **facts, cases=str(found.measured.cases)),
        told(found, lang),
        say("file_intervals", lang),
    ]
    for fit in found.learned.fits:
        untold = "" if fit.told else f" ({say('verdict_not_told', lang)})"
        lines.append(f"  {fit.key}: {interval(fit, lang)}{untold}")
    above = "\n".join(f"# {printable(line)}" for line in lines)
    return f"{above}\n{scenario_to_toml(scenario, commented=False)}"


def plausible(found: Calibration) -> str:
    """Plausible sets of values as a table that an experiment takes: a row of keys, then a row a set."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([each.key for each in found.measured.setting.dimensions])
    draws = np.unique(found.learned.draws, axis=0)
    order = np.random.default_rng(found.measured.setting.seed).permutation(len(draws))
    rows.writerows(draws[order[:MOST_ROWS]].tolist())
    return text.getvalue()


def _experiment(found: Calibration, lang: Lang) -> str:
    return "\n".join([
        f"# {say('file_experiment', lang)}",
        f"#   siloscope sweep {EXPERIMENT} --out robust",
        "#   siloscope report robust",
        "version = 1", f"name = {spelled(named(found, lang).name)}", f"asks = {spelled(say('experiment_asks', lang))}",
        f"scenario = {spelled(SCENARIO)}", f"policies = [{', '.join(map(spelled, _POLICIES))}]", "",
        "[design]", 'kind = "table"', f"file = {spelled(PLAUSIBLE)}", "", "[replicates]", "number = 4",
    ]) + "\n"  # fmt: skip


def _packages(note: dict[str, object]) -> dict[str, object]:
    packages = note["packages"]
    return packages if isinstance(packages, dict) else {}


def _as_text(content: dict[str, object]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
