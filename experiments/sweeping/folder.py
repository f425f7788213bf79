"""The folder of a sweep: what is in it, and how it is mended after whatever happened to it (whose it is: claiming.py).

experiment.toml     what was asked, whole
journal.sqlite      which units are lived, and where they are
parts/              results as they came
runs-0000.parquet   at the end: all rows, in the order of points
points.parquet      at the end: every point, with its values and how many futures it has
provenance.json     at the end: where all of it comes from
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from experiments.comparing.jobs import model
from experiments.errors import RequestError
from experiments.storing.folder import PROVENANCE
from experiments.storing.provenance import provenance
from experiments.sweeping import parts
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import noted
from experiments.sweeping.journal import FORMAT, Journal, Written
from experiments.sweeping.recalled import POINTS
from experiments.sweeping.units import Lived, names

EXPERIMENT, PARTS = "experiment.toml", "parts"
_BLOCK_ROWS = parts.ROW_GROUP


def mend(folder: Path, journal: Journal, experiment: Experiment, say: Callable[[str], None]) -> None:
    """Bring folder and journal in line: drafts go, parts that nobody noted are taken up, bad ones are lived again."""
    if finished(folder, journal):
        return
    for draft in (*folder.glob(".*.draft"), *(folder / PARTS).glob(".*.draft")):
        draft.unlink()
    known = journal.parts()
    for part, told in known.items():
        path = part_path(folder, part)
        if not path.exists() or parts.sha256(path) != told:
            many = journal.lost(part)
            if path.exists():
                path.replace(path.with_name(path.name + ".broken"))
                say(f"{path.name} is damaged, and kept as {path.name}.broken; its units ({many}) are lived again")
            else:
                say(f"{path.name} is gone; its units ({many}) are lived again")
    for path in sorted((folder / PARTS).glob("part-*.parquet")):
        if int(path.stem.removeprefix("part-")) not in known:
            _take_up(path, journal, columns(experiment), say)


def finished(folder: Path, journal: Journal) -> tuple[Path, ...]:
    """The large files, if the sweep is at its end and they are all there as they were written; empty otherwise."""
    noted = journal.about("files")
    if noted is None:
        return ()
    files = {folder / name: told for name, told in json.loads(noted).items()}
    if all(path.exists() and parts.sha256(path) == told for path, told in files.items()):
        return tuple(files)
    if journal.parts() and any((folder / PARTS).glob("part-*.parquet")):
        return ()  # they are made again from the parts
    raise RequestError(
        f"{folder}: its result files are changed or gone; put them back from a copy, or begin again in a new folder"
    )


def finish(folder: Path, journal: Journal, experiment: Experiment) -> tuple[Path, ...]:
    """Make the large files of the parts, and drop the parts unless a unit failed."""
    note = columns(experiment)
    runs = parts.join(_blocks(folder, journal, experiment), folder, note)
    points = folder / POINTS
    parts.write(points, _points(journal, experiment, note))
    asked = experiment.question
    policies = tuple({policy.id: policy for course in asked.of_courses for policy in course.policies}.values())
    origin = provenance(
        asked.of_scenario, policies, seed=asked.with_seed, replicates=range(experiment.replicates.most),
        weeks=asked.in_weeks,
    )  # fmt: skip
    files = [*runs, points]
    told = {path.name: parts.sha256(path) for path in files}
    origin |= {
        "replicates": experiment.replicates.most, **noted(experiment), "content": journal.about("content"),
        "files": [*told], "sha256": told,
    }  # fmt: skip
    parts.write_text(folder / PROVENANCE, json.dumps(origin, indent=2, ensure_ascii=False) + "\n")
    journal.note(files=json.dumps(told))
    if not journal.counts()[1]:  # where units failed the parts stay, so that these can be tried again
        for path in (folder / PARTS).glob("part-*.parquet"):
            path.unlink()
    return tuple(files)


def columns(experiment: Experiment) -> pa.Schema:
    """The columns of an experiment's rows; each file carries what the experiment was and which model lived it."""
    note = {**noted(experiment), "model": model(), "format": FORMAT}
    return parts.schema(list(names(experiment.measures, experiment.windows)), json.dumps(note, sort_keys=True))


def part_path(folder: Path, part: int) -> Path:
    """Where a part is."""
    return folder / PARTS / f"part-{part:06d}.parquet"


def remembered(folder: Path, journal: Journal, experiment: Experiment, place: int) -> Iterator[Lived]:
    """What was lived of a point before."""
    done = journal.of_point(place)
    if not done:
        return
    several = len(experiment.question.policies)
    found: dict[int, list[Lived]] = {}
    for part in sorted(set(done.values())):
        rows = parts.read(part_path(folder, part), place, place + 1).sort_by(
            [("replicate", "ascending"), ("place", "ascending")]
        )
        numbers = np.stack([rows[name].to_numpy() for name in rows.column_names[6:]], axis=-1)
        for first in range(0, rows.num_rows, several):
            replicate = rows["replicate"][first].as_py()
            if done.get(replicate) == part:
                found[replicate] = [
                    Lived(place, replicate, rows["key"][first].as_py() or b"", numbers[first : first + several],
                          rows["error"][first].as_py() or "")
                ]  # fmt: skip
    for replicate in sorted(found):
        yield from found[replicate]


def rows_of(folder: Path, journal: Journal, low: int, high: int) -> Iterable[pa.Table]:
    """The rows of points from `low` to below `high`: each unit once, from the part that the journal names."""
    where = journal.where(low, high)
    for part in journal.parts_of(low, high):
        rows = parts.read(part_path(folder, part), low, high)
        units = zip(rows["point"].to_pylist(), rows["replicate"].to_pylist(), strict=True)
        yield rows.filter(pa.array([where.get(unit) == part for unit in units], type=pa.bool_()))


def _blocks(folder: Path, journal: Journal, experiment: Experiment) -> Iterator[pa.Table]:
    """All rows, a few points at a time, so that memory does not grow with the experiment."""
    note = columns(experiment)
    a_point = experiment.replicates.most * len(experiment.question.policies)
    step = max(1, _BLOCK_ROWS // a_point)
    for low in range(0, experiment.many, step):
        found = [rows.cast(note) for rows in rows_of(folder, journal, low, low + step)]
        if found:
            yield pa.concat_tables(found)


def _points(journal: Journal, experiment: Experiment, note: pa.Schema) -> pa.Table:
    """Every point: its company, its values, its futures."""
    closed, many = journal.points(), experiment.many
    names_of, values = experiment.companies_and_values(np.arange(many))
    data: dict[str, pa.Array] = {
        "point": pa.array(np.arange(many, dtype=np.int32)),
        "company": pa.array(names_of, pa.string()),
        "seed": pa.array(np.full(many, experiment.question.with_seed, dtype=np.uint64)),
        "replicates": pa.array((closed[place][0] for place in range(many)), pa.int32(), size=many),
        "decided": pa.array((closed[place][1] for place in range(many)), pa.bool_(), size=many),
    }
    for column, dimension in enumerate(experiment.dimensions):
        data[dimension.key] = pa.array(values[:, column], pa.float64(), from_pandas=True)
    return pa.table(data).replace_schema_metadata(note.metadata)


def _take_up(path: Path, journal: Journal, note: pa.Schema, say: Callable[[str], None]) -> None:
    """Note a part that was written just before a kill; one that is torn, or another experiment's, is put aside."""
    try:
        rows = parts.read(path)
    except RequestError:
        rows = None
    if (
        rows is None
        or rows.schema.metadata is None
        or rows.schema.metadata.get(b"siloscope") != note.metadata[b"siloscope"]
    ):
        path.replace(path.with_name(path.name + ".broken"))
        say(f"{path.name} cannot be read, and is kept as {path.name}.broken")
        return
    first = rows.filter(pc.equal(rows["place"], 0))
    units = {
        Written(point, replicate, error is not None)
        for point, replicate, error in zip(
            first["point"].to_pylist(), first["replicate"].to_pylist(), first["error"].to_pylist(), strict=True
        )
    }
    new = [unit for unit in units if unit.replicate not in journal.of_point(unit.place)]
    if new:
        journal.wrote(int(path.stem.removeprefix("part-")), parts.sha256(path), new)
    else:
        path.unlink()
