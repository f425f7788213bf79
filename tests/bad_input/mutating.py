"""Good files made bad: each mutation changes one thing, as a slip, a wrong program or an ill will would."""

import gzip
import re
from collections.abc import Callable
from random import Random

from tests.bad_input.seeds import CONTENTS, TEXTS, VALUES

_VALUE = re.compile(r"(?<== ).*$", re.MULTILINE)
_WORD = re.compile(r"[\w-]+")
_MOST = 4  # mutations of one file


def mutated(good: str, luck: Random) -> bytes:
    """The file with up to four things wrong with it; now and then something else altogether."""
    if luck.random() < 0.03:
        return luck.choice(CONTENTS)
    text = good
    for _ in range(luck.randint(1, _MOST)):
        text = luck.choice(_OF_TEXT)(text, luck)
    raw = text.encode("utf-8", "surrogatepass")
    return luck.choice(_OF_BYTES)(raw, luck) if luck.random() < 0.25 else raw


def _part(text: str, pattern: re.Pattern[str], new: str, luck: Random) -> str:
    """With one of the places that a pattern finds replaced."""
    found = [*pattern.finditer(text)]
    if not found:
        return text + new
    place = luck.choice(found)
    return text[: place.start()] + new + text[place.end() :]


def _in_quotes(text: str) -> str:
    """A text as TOML writes it, unless it is to be wrong."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _slice(text: str, luck: Random) -> tuple[int, int]:
    start = luck.randint(0, len(text))
    return start, min(len(text), start + luck.randint(0, 60))


def _line_moved(text: str, luck: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    line = lines.pop(luck.randrange(len(lines)))
    lines.insert(luck.randint(0, len(lines)), line)
    return "".join(lines)


def _cut(text: str, luck: Random) -> str:
    start, end = _slice(text, luck)
    return text[:start] + text[end:]


def _doubled(text: str, luck: Random) -> str:
    start, end = _slice(text, luck)
    return text[:end] + text[start:end] * luck.choice((1, 1, 3, 200)) + text[end:]


def _inserted(text: str, luck: Random) -> str:
    place = luck.randint(0, len(text))
    return text[:place] + luck.choice(TEXTS) + text[place:]


_OF_TEXT: tuple[Callable[[str, Random], str], ...] = (
    lambda text, luck: _part(text, _VALUE, luck.choice(VALUES), luck),
    lambda text, luck: _part(text, _VALUE, _in_quotes(luck.choice(TEXTS)), luck),
    lambda text, luck: _part(text, _WORD, luck.choice(TEXTS), luck),
    lambda text, luck: _part(text, _WORD, luck.choice(VALUES), luck),
    lambda text, luck: _part(text, re.compile(r"\d+(\.\d+)?"), luck.choice(VALUES), luck),
    lambda text, luck: _part(text, re.compile(r"[=,\"\[\]{}.;\n]"), luck.choice("=,\"[]{}.;\n\t|"), luck),
    lambda text, luck: text[: luck.randint(0, len(text))],
    _inserted, _cut, _doubled, _line_moved,
)  # fmt: skip

_OF_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    lambda raw, luck: b"\xef\xbb\xbf" + raw,
    lambda raw, luck: raw.replace(b"\n", b"\r\n"),
    lambda raw, luck: raw.replace(b"\n", b"\r"),
    lambda raw, luck: gzip.compress(raw, mtime=0),
    lambda raw, luck: gzip.compress(raw, mtime=0)[: -luck.randint(1, 12)],
    lambda raw, luck: raw.decode("utf-8", "replace").encode("utf-16"),
    lambda raw, luck: raw.decode("utf-8", "replace").encode("latin-1", "replace"),
    lambda raw, luck: raw[: len(raw) // 2] + luck.randbytes(8) + raw[len(raw) // 2 :],
    lambda raw, luck: bytes(sign ^ (luck.random() < 0.01) for sign in raw),
)
