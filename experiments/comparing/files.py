"""A comparison as a folder of files that others can read and repeat."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.storing.folder import Writer, write_folder
from experiments.storing.provenance import provenance

if TYPE_CHECKING:
    from experiments.comparing.comparison import Comparison


def write(
    found: "Comparison", folder: Path | str, *, force: bool = False, command: Sequence[str] | None = None
) -> list[Path]:
    """Write weekly.parquet, runs.parquet, comparison.json and provenance.json; returns the paths. Raises OSError."""
    text = found.to_json() + "\n"
    files: dict[str, Writer] = {
        "weekly.parquet": partial(found.weekly_frame().to_parquet, index=False),
        "runs.parquet": partial(found.runs_frame().to_parquet, index=False),
        "comparison.json": lambda path: path.write_text(text, encoding="utf-8"),
    }
    note = provenance(
        found.scenario, found.policies, seed=found.seed, replicates=range(found.replicates),
        weeks=found.weeks, command=command,
    )  # fmt: skip
    return write_folder(folder, files, note, force)
