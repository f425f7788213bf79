"""Has it become slower or larger? Figures that hardly depend on the machine, held against a committed baseline.

baseline.toml says for each what was measured, and how much worse it may be. How to renew it: docs/speed.md.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from experiments.benchmark.figures import Figure, Found, figures
from experiments.errors import RequestError

BASELINE = Path(__file__).with_name("baseline.toml")


@dataclass(frozen=True)
class Held:
    """A figure held against the baseline; `limit` is the worst that passes, `measured` None if it was not measured."""

    figure: Figure
    measured: float | bool | None
    baseline: float
    limit: float

    @property
    def passes(self) -> bool:
        """Whether it is no worse than the limit. What was not measured does not pass."""
        if self.measured is None:
            return False
        return self.measured <= self.limit if self.figure.at_most else self.measured >= self.limit


def check(found: Found, baseline: Path = BASELINE) -> list[Held]:
    """Every figure of the baseline against what was found now.

    Raises RequestError for a baseline that names what is no figure, or lacks a number.
    """
    kept = tomllib.loads(baseline.read_text(encoding="utf-8"))
    return [_held(key, entry, found, baseline.name) for key, entry in kept.items()]


def _held(key: str, entry: dict[str, float], found: Found, file: str) -> Held:
    figure = next((figure for figure in figures() if figure.key == key), None)
    if figure is None:
        raise RequestError(f"{file}: {key} is not a figure of the benchmark; docs/speed.md lists them")
    if set(entry) != {"measured", "at_worst"}:
        raise RequestError(f"{file}: {key} needs just two numbers, measured and at_worst")
    return Held(figure, figure.of(found), entry["measured"], entry["at_worst"])
