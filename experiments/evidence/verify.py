"""Whether the model gives the answers that are known: every closed form of theory against the model itself.

The theorems are the files `t<number>_<name>.py` of experiments/evidence/verification, found by folder. Run this module
to see the table and to renew docs/verification.md: `python -m experiments.evidence.verify`.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterable
from types import ModuleType

from experiments.evidence import verification
from experiments.evidence.verification.check import SIGMAS, TOLERANCE, Check
from experiments.showing.markdown import refresh, table

PAGE = "verification.md"

OPENING = """\
# Verification

<!-- Made by `python -m experiments.evidence.verify` from experiments/evidence/verification; do not edit it here. -->

Where theory has an exact answer, the model must give it. Each line below is a run of the model itself: a small
company, a pay contract written as a policy file, and every mechanism at zero that the theorem does not speak of (law 3
of the model). Measured may differ from expected by {tolerance:.0%}, or by {sigmas:g} standard errors of the Monte Carlo
mean if that is more.

{passed} of {count} checks pass.
"""


def theorems() -> list[ModuleType]:
    """The modules of the theorems, in order."""
    names = sorted(found.name for found in pkgutil.iter_modules(verification.__path__))
    return [importlib.import_module(f"{verification.__name__}.{name}") for name in names if re.match(r"t\d", name)]


def verify() -> list[Check]:
    """All checks, run now; takes about half a minute, and as long again if the rules must be compiled first."""
    return [check for theorem in theorems() for check in theorem.checks()]


def verification_markdown(checks: Iterable[Check] | None = None) -> str:
    """The page that shows them, one section a theorem; without checks they are run first."""
    done = verify() if checks is None else list(checks)
    passed = sum(check.passed for check in done)
    text = [OPENING.format(tolerance=TOLERANCE, sigmas=SIGMAS, passed=passed, count=len(done))]
    for theorem in sorted({_theorem(check) for check in done}):
        rows = [_row(check) for check in done if _theorem(check) == theorem]
        head = ("check", "what theory says", "source", "expected", "measured", "may differ", "")
        text.append(f"\n## {theorem}\n\n{table(head, rows)}")
    return "".join(text)


def _theorem(check: Check) -> str:
    return check.id.partition("-")[0]


def _row(check: Check) -> tuple[str, ...]:
    """One check as a row of a table."""
    numbers = (f"{check.expected:.5g}", f"{check.measured:.5g}", f"±{check.tolerance:.2g}")
    return (check.id, check.statement, check.source, *numbers, "yes" if check.passed else "**NO**")


def _show(checks: list[Check]) -> None:
    """The table on the screen."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(title="Verification")
    for head in ("check", "what theory says", "expected", "measured", "may differ", "holds"):
        shown.add_column(head, overflow="fold")
    for check in checks:
        name, statement, _, *numbers, _ = _row(check)
        shown.add_row(name, statement, *numbers, "yes" if check.passed else "[bold red]NO[/]")
    Console().print(shown)


if __name__ == "__main__":
    everything = verify()
    _show(everything)
    refresh(PAGE, verification_markdown(everything))
    raise SystemExit(0 if all(check.passed for check in everything) else 1)
