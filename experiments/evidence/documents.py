"""What the committed pages of the documentation found, read from them so that no figure is typed a second time.

The pages are made by the program (docs/emergence.md and its neighbours) and lie beside the packages. Where they are not
at hand, there is nothing to tell: an empty answer, or None.
"""

import re
from functools import cache
from typing import NamedTuple

from experiments.evidence.emergence.page import MARKS
from experiments.evidence.emergence.verdict import Status
from experiments.showing.markdown import DOCS, rows_under

COMPANY = "six-weeks"
"""The company whose figures are told."""


class Verdict(NamedTuple):
    """What was found of one pattern in one company: how many claims hold, of how many."""

    status: Status
    holding: int
    claims: int


class Firmness(NamedTuple):
    """In how many of the changed worlds a conclusion keeps its sign; `shift` is the difference without a change."""

    conclusion: str
    shift: float
    stands: int
    of: int


class Reach(NamedTuple):
    """Of the effect of a target in reach: the part that one too easy has, and the part that one out of reach has."""

    measure: str
    safe: float
    hopeless: float


def verdicts() -> dict[str, dict[str, Verdict]]:
    """Verdicts by pattern ("P2b") and company, in the order of the page."""
    found = {}
    for row in rows_under(_page("emergence.md"), "## Verdicts"):
        pattern, *_ = row.pop("pattern").split()
        found[pattern] = {company: _verdict(cell) for company, cell in row.items()}
    return found


def _verdict(cell: str) -> Verdict:
    holding, claims = re.findall(r"\d+", cell)
    status = next(each for each, mark in MARKS.items() if cell.startswith(mark))
    return Verdict(status, int(holding), int(claims))


def verified() -> tuple[int, int] | None:
    """How many checks against exact theory pass, and of how many."""
    found = re.search(r"^(\d+) of (\d+) checks pass", _page("verification.md"), re.MULTILINE)
    return (int(found[1]), int(found[2])) if found else None


def conclusions() -> tuple[Firmness, ...]:
    """Every conclusion that was tried with each parameter half as large and half as large again."""
    found = []
    for row in rows_under(_page("robustness.md"), "# What the conclusions hang on"):
        stands, of = re.findall(r"\d+", row["stands in"])
        found.append(Firmness(row["conclusion"], _real(row["difference now"]), int(stands), int(of)))
    return tuple(found)


def loads() -> dict[float, dict[str, dict[str, float]]]:
    """Outcomes by load (1: as it is), policy and measure, as the page writes them ("avoidable hand-offs")."""
    found: dict[float, dict[str, dict[str, float]]] = {}
    for row in rows_under(_page("robustness.md"), "## More and fewer problems"):
        at = found.setdefault(float(row.pop("problems").removeprefix("×")), {})
        for head, cell in row.items():
            policy, measure = head.split(": ")
            at.setdefault(policy, {})[measure] = _real(cell)
    return found


def reach() -> tuple[Reach, ...]:
    """How much targets too easy and out of reach do (pattern P4), by measure."""
    section = _page("emergence.md").partition("\n## P4: ")[2].partition(f"\n### {COMPANY}")[2].partition("\n### ")[0]
    said = r"^(.+): of the effect .+, a safe one (\S+) % and a hopeless one (\S+) %"
    return tuple(
        Reach(measure, _real(safe) / 100.0, _real(hopeless) / 100.0)
        for measure, safe, hopeless in re.findall(said, section, re.MULTILINE)
    )


def fitted() -> tuple[dict[str, str], ...]:
    """The figures that the calibrated company was fitted to: figure, log, accepted, model."""
    return tuple(rows_under(_page("calibration.md"), "# The calibrated starting regime"))


def _real(text: str) -> float:
    """A number as the pages write it: with commas, and with a real minus."""
    return float(text.replace(",", "").replace("−", "-"))


@cache
def _page(name: str) -> str:
    path = DOCS / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""
