"""The folder of a test of the claims: what was lived, and nothing that follows from it.

claims.json         the claims as they stand in their patterns, by pattern
journal.sqlite      which units are lived, and in which part they are
parts/              results as they came, a row a unit and pattern
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from experiments.claiming.asked import RULES, place_of_size, point_of
from experiments.claiming.units import Found, Lived, Told, Unit, own_program
from experiments.comparing.jobs import model
from experiments.errors import RequestError
from experiments.evidence.emergence.verdict import Kind
from experiments.given.files import text_in
from experiments.sweeping import parts
from experiments.sweeping.claiming import holds_others
from experiments.sweeping.folder import PARTS, part_path
from experiments.sweeping.journal import FILE, FORMAT, LOCK, Journal, Written, locked
from experiments.sweeping.mishaps import told as mishaps_told

CLAIMS = "claims.json"
_COLUMNS = pa.schema([
    pa.field("rule", pa.string()), pa.field("size", pa.string()), pa.field("draw", pa.int32()),
    pa.field("pattern", pa.string()), pa.field("error", pa.string()), pa.field("apart", pa.list_(pa.float64())),
])  # fmt: skip

type Claims = dict[str, tuple[Told, ...]]
"""The claims of each pattern that was lived, by its id."""


class Row(NamedTuple):
    """What came of one pattern in one unit; `pattern` is empty where the unit as a whole failed."""

    unit: Unit
    pattern: str
    error: str
    apart: tuple[float, ...]


class Folder:
    """A folder that is ours, open for writing; see `opened`."""

    def __init__(self, path: Path, journal: Journal) -> None:
        self._path, self._journal = path, journal
        self._part = max(journal.parts(), default=0)
        self._claims = claims_in(path)

    def missing(self, units: Iterable[Unit]) -> list[Unit]:
        """Those that are not lived yet, in their order."""
        done = {point: set(self._journal.of_point(point)) for point in range(len(RULES) * len(place_of_size()))}
        return [unit for unit in units if unit.draw not in done[point_of(unit.rule, unit.size)]]

    def keep(self, lived: list[Lived]) -> None:
        """Write what has come, and only then say that it is there. Raises OSError, or RequestError."""
        if not lived:
            return
        self._learn(found for each in lived for found in each.found)
        self._part += 1
        told = parts.write(part_path(self._path, self._part), _table(lived))
        written = [Written(point_of(each.unit.rule, each.unit.size), each.unit.draw, each.failed) for each in lived]
        self._journal.wrote(self._part, told, written)

    def _learn(self, found: Iterable[Found]) -> None:
        """Note the claims of patterns that were never lived before; they are the same in every unit."""
        new = {each.pattern: each.told for each in found if not each.error}
        for pattern, told in new.items():
            if self._claims.setdefault(pattern, told) != told:
                raise RequestError(f"{self._path}: pattern {pattern} does not claim the same everywhere")
        if new:
            text = json.dumps(
                {name: [each._asdict() for each in told] for name, told in self._claims.items()}, indent=1
            )
            parts.write_text(self._path / CLAIMS, text + "\n")


@contextmanager
def opened(path: Path, seed: int) -> Iterator[Folder]:
    """Make the folder ours, or see that it is, mended and kept from other processes.

    Raises RequestError for a folder that holds something else, or results of another seed or program.
    """
    with mishaps_told(path):
        if path.exists() and not path.is_dir():
            raise RequestError(f"{path}: is a file; name a folder")
        if holds_others(path, CLAIMS, (PARTS, FILE, LOCK)):
            raise RequestError(f"{path}: holds other things than a test of ours; name a new folder")
        (path / PARTS).mkdir(parents=True, exist_ok=True)
    with mishaps_told(path), locked(path), Journal(path) as journal:
        asked = {"model": model(), "claims": own_program(), "seed": str(seed)}
        for key, value in asked.items():
            if journal.about(key) not in (None, value):
                what = "another seed" if key == "seed" else "another version of the model or of its claims"
                raise RequestError(f"{path}: was begun with {what}, and results must not be mixed; name a new folder")
        journal.note(format=str(FORMAT), **asked)
        _mend(path, journal)
        yield Folder(path, journal)


def rows_in(path: Path) -> Iterator[Row]:
    """What was lived so far, each unit once. Raises RequestError."""
    if not (path / CLAIMS).exists():
        raise RequestError(f"{path}: holds no test of the claims; siloscope claims --out {path} makes one")
    with Journal(path) as journal:
        known = list(journal.parts())
        where = {point: journal.of_point(point) for point in range(len(RULES) * len(place_of_size()))}
    for part in known:
        for row in parts.read(part_path(path, part)).to_pylist():
            unit = Unit(row["rule"], row["size"], row["draw"])
            if where[point_of(unit.rule, unit.size)].get(unit.draw) == part:
                yield Row(unit, row["pattern"] or "", row["error"] or "", tuple(row["apart"] or ()))


def noted(path: Path) -> dict[str, str]:
    """What the journal notes of a folder: the `model` and the `seed`. Raises RequestError."""
    with Journal(path) as journal:
        return {key: journal.about(key) or "" for key in ("model", "seed")}


def claims_in(path: Path) -> Claims:
    """The claims that were put to the test in a folder; empty where nothing was lived. Raises RequestError."""
    file = path / CLAIMS
    if not file.exists():
        return {}
    text = text_in(file, None)
    try:
        found: dict[str, list[dict[str, Any]]] = json.loads(text)
    except ValueError as error:
        raise RequestError(f"{file}: is damaged ({error}); remove this file, and run the same command again") from None
    return {
        name: tuple(Told(each["text"], Kind(each["kind"]), each["looks"], tuple(each["cases"])) for each in told)
        for name, told in found.items()
    }


def _mend(path: Path, journal: Journal) -> None:
    """Parts that are gone or damaged send their units back; one that nobody noted was cut off by a kill, and goes."""
    known = journal.parts()
    for part, told in known.items():
        file = part_path(path, part)
        if not file.exists() or parts.sha256(file) != told:
            journal.lost(part)
            if file.exists():
                file.replace(file.with_name(file.name + ".broken"))
    for file in [*(path / PARTS).glob("part-*.parquet"), *path.glob(".*.draft"), *(path / PARTS).glob(".*.draft")]:
        if file.suffix == ".draft" or int(file.stem.removeprefix("part-")) not in known:
            file.unlink()
    if known and not (path / CLAIMS).exists():
        for part in known:
            journal.lost(part)


def _table(lived: list[Lived]) -> pa.Table:
    rows = []
    for each in lived:
        of_unit = each.unit._asdict()
        if not each.found:
            rows.append({**of_unit, "pattern": None, "error": each.error or "unknown", "apart": None})
        for found in each.found:
            rows.append({**of_unit, "pattern": found.pattern, "error": found.error or None, "apart": [*found.apart]})
    return pa.Table.from_pylist(rows, schema=_COLUMNS)
