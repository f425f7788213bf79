"""What a test of the claims has found so far, read from its folder."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from experiments.claiming.asked import Asked
from experiments.claiming.folder import Claims, claims_in, noted, rows_in
from experiments.claiming.verdicts import Verdict, Verdicts, of_pattern, verdicts_of


class Results(NamedTuple):
    """The claims, and what is to be said of each under each rule in each size."""

    asked: Asked
    claims: Claims
    verdicts: Verdicts
    draws: dict[tuple[str, str], int]
    """How many draws were lived, by rule and size."""
    failed: int
    """Units in which anything went wrong."""
    error: str
    """What went wrong first."""
    model: str
    """Hash of the sources of the model that lived them."""

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """The rules and sizes that were lived, in order."""
        return tuple((rule, size) for rule in self.asked.rules for size in self.asked.sizes if self.draws[rule, size])

    def of_claim(self, pattern: str, place: int) -> dict[tuple[str, str], Verdict]:
        """The verdicts on one claim of a pattern, by rule and size; those not lived are left out."""
        return {cell: self.verdicts[cell][pattern][place] for cell in self.cells if pattern in self.verdicts[cell]}

    def as_json(self) -> dict[str, Any]:
        """Plain values; NaN is None."""
        rows = [
            {
                "pattern": pattern, "claim": told.text, "rule": rule, "size": size, "verdict": each.status.name.lower(),
                "right": each.share.right, "draws": each.share.n, "share": _real(each.share.mean),
                "low": _real(each.share.low), "high": _real(each.share.high), "effect": _real(each.effect.mean),
                "effect_low": _real(each.effect.low), "effect_high": _real(each.effect.high), "case": each.case,
            }
            for pattern, several in self.claims.items()
            for place, told in enumerate(several)
            for (rule, size), each in self.of_claim(pattern, place).items()
        ]  # fmt: skip
        patterns = [
            {"pattern": pattern, "rule": rule, "size": size,
             "verdict": of_pattern(self.verdicts[rule, size][pattern]).name.lower()}
            for pattern in self.claims for rule, size in self.cells if pattern in self.verdicts[rule, size]
        ]  # fmt: skip
        draws = [{"rule": rule, "size": size, "draws": self.draws[rule, size]} for rule, size in self.cells]
        facts = {"seed": self.asked.seed, "model": self.model, "failed": self.failed, "error": self.error}
        return {**facts, "draws": draws, "patterns": patterns, "claims": rows}

    def _repr_html_(self) -> str:
        """The test as a notebook shows it."""
        from experiments.claiming.report import verdicts_table
        from experiments.reporting.render import fragment

        return fragment((verdicts_table(self, "en"),))


def results_in(folder: Path, asked: Asked | None = None) -> Results:
    """What a folder has of what is asked, or all that it has; the seed is its own. Raises RequestError or OSError."""
    rows = sorted(rows_in(folder), key=lambda row: row.unit)  # in whatever order they came, the same to the last digit
    about = noted(folder)
    if asked is None:
        most = max((row.unit.draw for row in rows), default=1)
        asked = Asked(draws=max(most + 1, 2))
    asked = replace(asked, seed=int(about["seed"]))
    kept = [
        row for row in rows
        if row.unit.draw < asked.draws and row.unit.rule in asked.rules and row.unit.size in asked.sizes
    ]  # fmt: skip
    claims = claims_in(folder)
    lived = Counter((unit.rule, unit.size) for unit in {row.unit for row in kept})
    wrong = [row for row in kept if row.error]
    return Results(
        asked, _in_order(claims), verdicts_of(kept, claims), lived, len({row.unit for row in wrong}),
        wrong[0].error if wrong else "", about["model"],
    )  # fmt: skip


def _in_order(claims: Claims) -> Claims:
    """As the patterns stand in their folder: not as they happened to be lived first."""
    from experiments.evidence.emergence.patterns import patterns

    return {name: claims[name] for name in patterns() if name in claims}


def _real(value: float) -> float | None:
    return None if value != value else value
