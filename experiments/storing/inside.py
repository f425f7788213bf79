"""Where a file comes from, kept with it: in an SVG as an element, in a PNG as a chunk, in a Parquet file as metadata.

A CSV has no place for it that every reader passes over, so it gets a file beside it, called as the W3C calls it
(Tabular Data on the Web, 2015): found.csv-metadata.json.
"""

import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from experiments.storing.version import PROGRAM
from experiments.storing.whole import write_whole

if TYPE_CHECKING:
    import pandas as pd

type Origin = Mapping[str, object]
"""Plain values, as of storing/provenance.py."""

BESIDE = "-metadata.json"
_HEAD = 33  # bytes of a PNG: its signature, and the chunk that must come first


def in_svg(text: str, origin: Origin) -> str:
    """The picture with its origin in it; what it shows is as it was.

    >>> in_svg("<svg><g/></svg>", {"seed": 1})
    '<svg><g/><metadata id="siloscope">{"seed": 1}</metadata></svg>'
    """
    inside, end, _ = text.rpartition("</svg>")
    return f'{inside}<metadata id="{PROGRAM}">{escape(_as_text(origin))}</metadata>{end}'


def in_png(picture: bytes, origin: Origin) -> bytes:
    """The same for the bytes of a PNG: an iTXt chunk, in UTF-8 and not packed, right after the head."""
    content = b"iTXt" + PROGRAM.encode() + bytes(5) + _as_text(origin).encode()
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return picture[:_HEAD] + chunk + picture[_HEAD:]


def write_frame(frame: "pd.DataFrame", path: Path, origin: Origin) -> None:
    """Write a frame as Parquet, with its origin in the metadata of the file. Raises OSError."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(frame, preserve_index=False)
    told = {**(table.schema.metadata or {}), PROGRAM.encode(): _as_text(origin).encode()}
    pq.write_table(table.replace_schema_metadata(told), path)


def write_table(path: Path, text: str, origin: Origin) -> list[Path]:
    """Write the text of a CSV, and beside it where it comes from; returns both paths. Raises OSError."""
    note = json.dumps({"url": path.name, PROGRAM: dict(origin)}, indent=2, ensure_ascii=False)
    return [write_whole(path, text), write_whole(path.with_name(path.name + BESIDE), note + "\n")]


def _as_text(origin: Origin) -> str:
    return json.dumps(dict(origin), ensure_ascii=False)
