"""The scenarios that come with the program: the files of experiments/scenarios, in order of their names.

A new file there is a new scenario, and nothing else has to know of it.
"""

from functools import lru_cache
from pathlib import Path

from sim.company.file import ScenarioError, read_scenario
from sim.company.scenario import Scenario
from sim.datafiles.mistakes import nearest
from sim.parameters import Declared

SCENARIOS = Path(__file__).parent / "scenarios"
CALIBRATED = "volvo-baseline"
"""The company whose problems travel as in a real ticket log (docs/calibration.md)."""


@lru_cache(maxsize=8)
def _read_folder(folder: Path) -> tuple[tuple[str, Scenario], ...]:
    return tuple((path.stem, read_scenario(path)) for path in sorted(folder.glob("*.toml")))


def scenarios(folder: Path = SCENARIOS) -> dict[str, Scenario]:
    """All scenarios of a folder by the name of their file; read once a session. Raises ScenarioError."""
    return dict(_read_folder(folder))


def load_scenario(name_or_path: str | Path) -> Scenario:
    """A scenario by its name in the catalogue, or by the path of its file (ending in .toml). Raises ScenarioError."""
    name = str(name_or_path)
    if name.endswith(".toml"):
        return read_scenario(Path(name_or_path))
    known = {path.stem: path for path in sorted(SCENARIOS.glob("*.toml"))}
    if name not in known:
        raise ScenarioError(f'scenario "{name[:60]}" is not in the catalogue; {nearest(name, known)}')
    return read_scenario(known[name])


@lru_cache(maxsize=1)
def _calibrated() -> dict[str, float]:
    return scenarios()[CALIBRATED].parameters()


def calibrated(row: Declared) -> float | None:
    """A parameter's value in the calibrated company, where that differs from the default. Raises ScenarioError."""
    value = _calibrated()[row.name]
    return value if value != row.default else None
