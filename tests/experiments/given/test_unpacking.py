"""Packed files: read as they were packed, in however many pieces, or refused before they cost anything."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.given.unpacking import MOST_PIECES, CannotUnpackError, unpacked
from experiments.xray.opening import FILE, opened
from experiments.xray.reading import LogError


@given(st.lists(st.tuples(st.binary(max_size=50), st.integers(0, 9)), max_size=5))
def test_pieces_with_zeros_between_are_read_as_one(pieces: list[tuple[bytes, int]]) -> None:
    packed = b"".join(gzip.compress(piece, mtime=0) + bytes(zeros) for piece, zeros in pieces)
    assert unpacked(packed, None) == b"".join(piece for piece, _ in pieces)


@given(st.binary(min_size=1, max_size=100_000), st.data())
def test_no_more_comes_out_than_may(inside: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(inside, mtime=0)
    assert unpacked(packed, len(inside)) == inside
    with pytest.raises(CannotUnpackError) as error:
        unpacked(packed, len(inside) - 1)
    assert error.value.key == "large inside"
    with pytest.raises(CannotUnpackError) as error:  # cut off anywhere
        unpacked(packed[: data.draw(st.integers(2, len(packed) - 1))], None)
    assert error.value.key == "damaged"


@given(st.binary(max_size=200))
def test_anything_is_unpacked_or_refused(rest: bytes) -> None:
    for raw in (b"\x1f\x8b" + rest, gzip.compress(b"x", mtime=0) + rest):
        try:
            expected = gzip.decompress(raw)
        except (OSError, EOFError, zlib.error):
            with pytest.raises(CannotUnpackError):
                unpacked(raw, None)
        else:
            assert unpacked(raw, None) == expected


def test_a_bomb_is_told_by_what_came_out_before_it_is_all_there() -> None:
    with pytest.raises(LogError, match="holds more than 1 MB when it is unpacked"):
        opened(gzip.compress(bytes(50_000_000)), "x.csv.gz", FILE._replace(bytes=1_000_000))


@pytest.mark.parametrize("between", [b"", b"\0" * 10])
def test_very_many_pieces_are_refused_however_little_is_in_them(between: bytes) -> None:
    nothing = gzip.compress(b"", mtime=0) + between
    assert unpacked(nothing * 1_000, 0) == b""
    with pytest.raises(LogError, match=f"packed in more than {MOST_PIECES:,} pieces; unpack it") as error:
        opened(nothing * (MOST_PIECES + 1), "x.csv.gz", FILE)
    assert "100.000 stukken" in error.value.in_words("nl")  # type: ignore[attr-defined]
