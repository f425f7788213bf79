"""Unpacks gzip that somebody gives: no more than may come out of it, and no more pieces than it can have for a reason.

A small file may hold a huge one, and a file of millions of empty pieces holds nothing and takes minutes all the same.
"""

import zlib
from typing import Literal

GZIP = b"\x1f\x8b"
"""What a packed file begins with."""
MOST_PIECES = 100_000
"""Packed files that may stand one behind the other in one: those of every hour of ten years."""
_BLOCK = 16_384  # bytes unpacked at once, of which come out at most a thousand times as many
_WITH_GZIP_HEADER = 16 + zlib.MAX_WBITS


class CannotUnpackError(ValueError):
    """What is packed cannot be had; `key` says why."""

    def __init__(self, key: Literal["damaged", "large inside", "many pieces"]) -> None:
        """`key` is for the words of whoever refuses it."""
        self.key = key
        super().__init__(key)


def unpacked(raw: bytes, most: int | None) -> bytes:
    """All that is packed in `raw` (gzip, of one piece or more), at most so many bytes. Raises CannotUnpackError.

    >>> import gzip
    >>> unpacked(gzip.compress(b"a") + gzip.compress(b"b"), 2)
    b'ab'
    """
    inside = bytearray()
    at = pieces = 0
    while (at := _after_padding(raw, at)) < len(raw):
        pieces += 1
        if pieces > MOST_PIECES:
            raise CannotUnpackError("many pieces")
        at = _piece(raw, at, inside, most)
    return bytes(inside)


def _piece(raw: bytes, at: int, inside: bytearray, most: int | None) -> int:
    """Unpack what begins at a place, behind what was inside before; returns where it ends."""
    reader = zlib.decompressobj(_WITH_GZIP_HEADER)
    while not reader.eof:
        block = raw[at : at + _BLOCK]
        try:
            inside += reader.decompress(block)
        except zlib.error:
            raise CannotUnpackError("damaged") from None
        if not block:
            raise CannotUnpackError("damaged")  # it ends in the middle
        if most is not None and len(inside) > most:
            raise CannotUnpackError("large inside")
        at += len(block) - len(reader.unused_data)
    return at


def _after_padding(raw: bytes, at: int) -> int:
    """Where the next piece begins: zeros may stand between, looked at block by block."""
    while block := raw[at : at + _BLOCK]:
        rest = block.lstrip(b"\0")
        if rest:
            return at + len(block) - len(rest)
        at += len(block)
    return at
