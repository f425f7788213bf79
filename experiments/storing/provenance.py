"""Where results come from: everything that is needed to make them again, and nothing about whose machine it was."""

import platform
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from experiments.storing.version import PROGRAM, own_version, version_of
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml
from sim.compiled import source_hash
from sim.policies import Policy
from sim.policies.reading import policy_to_toml

PACKAGES = ("numpy", "scipy", "numba", "mesa", "pandas", "pyarrow")

_FOLDERS = re.compile(r"(^|(?<==))(?:~|[A-Za-z]:)?[\\/](?:.*[\\/])?(?=[^\\/]*$)")


def provenance(
    scenario: Scenario,
    policies: Sequence[Policy],
    *,
    seed: int,
    replicates: Sequence[int],
    weeks: int,
    command: Sequence[str] | None = None,
) -> dict[str, object]:
    """Provenance of a run as plain values for JSON.

    `replicates` are the numbers of the futures; `weeks` counts from the switch; `command` are the words that were typed
    after the program's name (default: those of this process). Scenario and policies are there in full, as the text of
    their files. `source_hash` stands for the sources of the model.
    """
    return {
        **made_by(command),
        "seed": seed,
        "replicates": list(replicates),
        "weeks": weeks,
        "scenario": scenario_to_toml(scenario, commented=False),
        "parameters": scenario.parameters(),
        "policies": {policy.id: policy_to_toml(policy) for policy in policies},
    }


def made_by(command: Sequence[str] | None = None) -> dict[str, object]:
    """What made a result, whatever it is: the first part of every provenance."""
    return {
        "program": PROGRAM,
        "version": own_version(),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": command_line(sys.argv[1:] if command is None else command),
        "source_hash": source_hash(),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}".strip(),
        "packages": {name: version_of(name) for name in PACKAGES},
    }


def command_line(words: Sequence[str]) -> str:
    """The command as typed, the folders of absolute paths left out: they would tell whose machine it was.

    >>> command_line(["compare", "/home/ann/mine.toml", "--out=/tmp/found", "--set", "problems.triage=0.5"])
    'siloscope compare …/mine.toml --out=…/found --set problems.triage=0.5'
    >>> command_line(["run", "-p", "fair-salary > /home/ann/mine.toml@26"])
    'siloscope run -p "fair-salary > …/mine.toml@26"'
    """
    return " ".join((PROGRAM, *map(_typed, words)))


def _typed(word: str) -> str:
    """A word without folders; a course of policies in quotes, as a shell needs it."""
    parts = [_FOLDERS.sub("…/", part.strip()) for part in word.split(">")]
    return f'"{" > ".join(parts)}"' if len(parts) > 1 else _FOLDERS.sub("…/", word)
