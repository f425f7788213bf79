"""What a shell completes: names of policies and scenarios, keys of --set, names of --measures.

Names of files are only looked at, because a shell waits for them; keys and measures have to be asked of the model,
which takes half a second.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import typer

_HERE = Path(__file__)


def policy_names(incomplete: str) -> Iterator[str]:
    """Completion of a policy."""
    spec = find_spec("sim")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        yield from _names(Path(folder) / "policies" / "catalogue", incomplete)


def scenario_names(incomplete: str) -> Iterator[str]:
    """Completion of a scenario."""
    yield from _names(_HERE.parents[1] / "scenarios", incomplete)


def setting_keys(incomplete: str) -> Iterator[tuple[str, str]]:
    """Completion of KEY= for --set; after a policy's name and a colon, of the numbers of its contract."""
    policy, colon, begun = incomplete.partition(":")
    found = _contract_keys(policy, begun) if colon else _scenario_keys(incomplete)
    yield from ((f"{key}=", meaning) for key, meaning in found)
    if not colon:
        yield from ((f"{name}:", "…") for name in policy_names(incomplete))


def measure_names(context: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Completion of the last of the names, with commas between them, that --measures takes."""
    from experiments.comparing.reported import reported
    from sim.records.measures import MEASURES

    known = MEASURES if context.info_name == "run" else reported()
    before, comma, begun = incomplete.rpartition(",")
    taken = before.split(",")
    for name, measure in known.items():
        if name.startswith(begun) and name not in taken:
            yield f"{before}{comma}{name}", measure.label


def one_measure(incomplete: str) -> Iterator[tuple[str, str]]:
    """Completion of a single measure of a comparison."""
    from experiments.comparing.reported import reported

    return ((name, each.label) for name, each in reported().items() if name.startswith(incomplete))


def _scenario_keys(begun: str) -> Iterator[tuple[str, str]]:
    from sim.company.checks import leaves
    from sim.company.scenario import Scenario

    for key, field in leaves(Scenario).items():
        if key.startswith(begun):
            yield key, field.description or ""


def _contract_keys(policy: str, begun: str) -> Iterator[tuple[str, str]]:
    from experiments.comparing.contract_keys import keys_of
    from sim.policies import catalogue

    known = catalogue().get(policy)
    for row in keys_of(known) if known is not None else ():
        if row.key.startswith(begun):
            yield f"{policy}:{row.key}", row.label.en


def _names(folder: Path, incomplete: str) -> Iterator[str]:
    return (path.stem for path in sorted(folder.glob("*.toml")) if path.stem.startswith(incomplete))
