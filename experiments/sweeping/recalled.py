"""A finished sweep whose journal is gone: its large files hold all that the journal said, so nothing is lived again.

provenance.json has the hashes of these files. Only where they agree is the journal made of them.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from experiments.errors import RequestError
from experiments.given.files import text_in
from experiments.storing.folder import PROVENANCE
from experiments.sweeping import parts
from experiments.sweeping.journal import FILE, FORMAT, Journal, Written

POINTS = "points.parquet"
_COLUMNS = ["point", "replicate", "place", "error"]


def note_in(folder: Path) -> dict[str, Any]:
    """What a folder's provenance.json holds; empty where there is none yet. Raises RequestError or OSError."""
    path = folder / PROVENANCE
    if not path.exists():
        return {}
    text = text_in(path, None)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"{path}: is damaged ({error}); run the sweep's command again in a new folder") from None
    return found if isinstance(found, dict) else {}


@contextmanager
def reading(folder: Path) -> Iterator[Journal]:
    """The journal of a folder, to read in; where it is gone, what the large files say. Raises RequestError."""
    if (folder / FILE).exists():
        with Journal(folder) as journal:
            yield journal
        return
    with Journal(folder, kept=False) as journal:
        if not recall(folder, journal) and any(folder.rglob("*.parquet")):
            raise RequestError(
                f"{folder / FILE}: is gone; run the command that began it again: what was written is taken up"
            )
        yield journal


def recall(folder: Path, journal: Journal) -> bool:
    """Note in a journal that knows of nothing what the large files hold; False where they are not as they were written.

    Raises OSError.
    """
    if journal.about("files") is not None or journal.parts():
        return False
    note = note_in(folder)
    told, content = note.get("sha256"), note.get("content")
    if not isinstance(told, dict) or not isinstance(content, str) or POINTS not in told:
        return False
    if not all((folder / name).is_file() and parts.sha256(folder / name) == each for name, each in told.items()):
        return False
    runs = [folder / name for name in told if name != POINTS]
    journal.restore(
        _units(runs), _points(folder / POINTS), format=str(FORMAT), model=str(note.get("source_hash", "")),
        content=content, files=json.dumps(told),
    )  # fmt: skip
    return True


def _units(runs: list[Path]) -> Iterator[Written]:
    """The units of large files, a row group at a time."""
    for path in runs:
        for batch in pq.ParquetFile(path).iter_batches(parts.ROW_GROUP, columns=_COLUMNS):
            for row in batch.to_pylist():
                if row["place"] == 0:
                    yield Written(row["point"], row["replicate"], row["error"] is not None)


def _points(path: Path) -> Iterator[tuple[int, int, bool]]:
    """The points, how many futures each has, and whether that decided it."""
    rows: list[Mapping[str, Any]] = parts.read(path).select(["point", "replicates", "decided"]).to_pylist()
    return ((row["point"], row["replicates"], row["decided"]) for row in rows)
