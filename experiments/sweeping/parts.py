"""Results on the disk: parts, written whole or not at all, and the few large files that are made of them at the end.

A row is one policy in one unit, with a column for each number that is kept.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from experiments.sweeping.mishaps import damaged
from experiments.sweeping.units import Lived

ROW_GROUP, FILE_ROWS = 10_000, 2_000_000
"""Rows of a large file that are read at once, and rows of a file."""
_HOW: dict[str, Any] = {"compression": "zstd", "use_dictionary": ["policy", "error"]}
"""Numbers hardly repeat: dictionaries of them take memory, and make files no smaller."""
ORDER = [("point", "ascending"), ("replicate", "ascending"), ("place", "ascending")]


def schema(numbers: Sequence[str], note: str) -> pa.Schema:
    """The columns of all files; `note` says where they come from, and is kept in each."""
    fields = [
        pa.field("point", pa.int32()), pa.field("replicate", pa.int32()), pa.field("place", pa.int8()),
        pa.field("policy", pa.string()), pa.field("key", pa.binary(16)), pa.field("error", pa.string()),
        *(pa.field(name, pa.float64()) for name in numbers),
    ]  # fmt: skip
    return pa.schema(fields, metadata={"siloscope": note})


def table(lived: Sequence[Lived], policies: Sequence[str], columns: pa.Schema) -> pa.Table:
    """Rows of units, all policies of each."""
    many, several = len(lived), len(policies)
    values = np.concatenate([each.values for each in lived]) if lived else np.empty((0, len(columns) - 6))
    data: list[Any] = [
        np.repeat([each.place for each in lived], several), np.repeat([each.replicate for each in lived], several),
        np.tile(np.arange(several, dtype=np.int8), many), list(policies) * many,
        [each.key or None for each in lived for _ in policies],
        [each.error or None for each in lived for _ in policies],
        *(pa.array(column, from_pandas=True) for column in values.T),
    ]  # fmt: skip
    return pa.table(
        [pa.array(each, type=field.type) for each, field in zip(data, columns, strict=True)], schema=columns
    )


def write(path: Path, rows: pa.Table) -> str:
    """Write a file whole or not at all, so that it survives a power cut; returns its sha256. Raises OSError."""
    return _whole(path, lambda draft: pq.write_table(rows, draft, **_HOW))


def write_text(path: Path, text: str) -> None:
    """Write a text whole or not at all, so that it survives a power cut. Raises OSError."""
    _whole(path, lambda draft: draft.write_text(text, encoding="utf-8"))


def read(path: Path, low: int | None = None, high: int | None = None) -> pa.Table:
    """Rows of a part, those of points from `low` to below `high` only. Raises RequestError for one that is damaged."""
    _check_kind(path)
    try:
        rows = pq.read_table(path, memory_map=False, use_threads=False, pre_buffer=False)  # a part is small
    except (OSError, pa.ArrowException) as error:
        raise damaged(path, str(error).split("\n")[0][:200]) from None
    if low is None or high is None:
        return rows
    point = rows["point"].to_numpy()
    return rows.filter(pa.array((point >= low) & (point < high)))


def sha256(path: Path) -> str:
    """Of a file. Raises RequestError for what is no file, and OSError."""
    _check_kind(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_kind(path: Path) -> None:
    """Refuse a pipe or a device in the place of a part: reading it may never end."""
    if path.exists() and not path.is_file():
        raise damaged(path, "it is no regular file")


def join(blocks: Iterator[pa.Table], folder: Path, columns: pa.Schema) -> list[Path]:
    """Write blocks, which follow each other in the order of points, to large files; returns their paths.

    The bytes depend on the rows alone, not on how they came.
    """
    paths: list[Path] = []
    rest = _regular(blocks, columns)
    for place, (first, more) in enumerate(_files(rest)):
        path = folder / f"runs-{place:04d}.parquet"

        def fill(draft: Path, first: pa.Table = first, more: Iterator[pa.Table] = more) -> None:
            with pq.ParquetWriter(draft, columns, **_HOW) as writer:
                writer.write_table(first, row_group_size=ROW_GROUP)
                for group in more:
                    writer.write_table(group, row_group_size=ROW_GROUP)

        _whole(path, fill)
        paths.append(path)
    if not paths:
        path = folder / "runs-0000.parquet"
        write(path, columns.empty_table())
        paths.append(path)
    return paths


def _regular(blocks: Iterator[pa.Table], columns: pa.Schema) -> Iterator[pa.Table]:
    """The same rows, each block sorted, in tables of ROW_GROUP rows."""
    waiting = columns.empty_table()
    for block in blocks:
        waiting = pa.concat_tables([waiting, block.sort_by(ORDER)])
        while waiting.num_rows >= ROW_GROUP:
            yield waiting.slice(0, ROW_GROUP).combine_chunks()
            waiting = waiting.slice(ROW_GROUP).combine_chunks()
    if waiting.num_rows:
        yield waiting.combine_chunks()


def _files(groups: Iterator[pa.Table]) -> Iterator[tuple[pa.Table, Iterator[pa.Table]]]:
    """For each file its first group, and the others that follow."""
    for first in groups:
        yield first, (group for _, group in zip(range(FILE_ROWS // ROW_GROUP - 1), groups, strict=False))


def _whole(path: Path, fill: Any) -> str:
    draft = path.with_name(f".{path.name}.draft")
    try:
        fill(draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        told = sha256(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    if os.name == "posix":
        held = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
    return told
