"""What a file says of itself: it can be read back, and the picture or the table is what it was."""

import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Tree

import altair as alt
import pandas as pd
import pyarrow.parquet as pq

from experiments.showing.drawing import draw, paint
from experiments.storing.inside import BESIDE, in_png, in_svg, write_frame, write_table

ORIGIN = {"program": "siloscope", "asks": '<b> & "Één vraag?" ]]>', "seed": 7}


def chart() -> alt.Chart:
    return alt.Chart(pd.DataFrame({"x": [1.0, 2.0]})).mark_point().encode(x="x:Q")


def chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kinds and contents of a PNG's chunks, each of which has the checksum that it says."""
    at = 8
    while at < len(picture):
        (size,) = struct.unpack(">I", picture[at : at + 4])
        kind, content = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + size]
        assert struct.unpack(">I", picture[at + 8 + size : at + 12 + size]) == (zlib.crc32(kind + content),)
        yield kind, content
        at += 12 + size


def test_an_svg_holds_it_and_shows_what_it_showed() -> None:
    plain = draw(chart(), "en", 12)
    root = Tree.fromstring(in_svg(plain, ORIGIN))
    (told,) = root.findall("{http://www.w3.org/2000/svg}metadata")
    assert json.loads(told.text or "") == ORIGIN
    root.remove(told)
    assert Tree.tostring(root) == Tree.tostring(Tree.fromstring(plain))


def test_a_png_holds_it_and_shows_what_it_showed() -> None:
    plain = paint(chart(), "Title", "below", "en", 12)
    found = list(chunks(in_png(plain, ORIGIN)))
    assert [kind for kind, _ in found][:2] == [b"IHDR", b"iTXt"]
    keyword, text = found[1][1].split(b"\0", 1)
    assert (keyword, json.loads(text.lstrip(b"\0"))) == (b"siloscope", ORIGIN)
    assert [each for each in found if each[0] != b"iTXt"] == list(chunks(plain))


def test_a_table_has_it_beside_it(tmp_path: Path) -> None:
    table, note = write_table(tmp_path / "found.csv", "a,b\n1,2\n", ORIGIN)
    assert table.read_text() == "a,b\n1,2\n"
    assert note.name == f"found.csv{BESIDE}"
    assert json.loads(note.read_text()) == {"url": "found.csv", "siloscope": ORIGIN}


def test_a_frame_holds_it_and_is_read_as_it_was(tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": [1.0, None], "b": ["x", "y"]})
    write_frame(frame, tmp_path / "found.parquet", ORIGIN)
    pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / "found.parquet"), frame)
    assert json.loads(pq.read_schema(tmp_path / "found.parquet").metadata[b"siloscope"]) == ORIGIN
