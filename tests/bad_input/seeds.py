"""What somebody careless, or somebody mean, gives instead of a name, a number or a file."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

TEXTS = (
    "[/red]", "[red]", "[bold]x[/bold]", "[link=https://example.org]x[/link]", "[", "]", "[[x]]", r"\[/red]", ":smile:",
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "a\x08\x08b", "a\rb", "\x00", "\x7f", "\x85", "a\nb",
    "a\u202eb", "\u2066x\u2069", "\u200fx", "\u061cx", "\u2028", "\ufeff", "\ufffe", "e\u0301" * 40, "\u200b",
    "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-1+1", "\t=1", "＝1", "'", '"', "\\", '"""', "'''", "\\u0000",
    "{x}", "{0}", "{0.__class__}", "%s", "%n", "$(id)", "`id`", "; rm x", "<script>alert(1)</script>", "&lt;", "]]>",
    "../../../etc/passwd", "/dev/zero", "/dev/stdin", "-", "--", "--help", ".toml", "a.toml", "~", "NUL", "",
    " ", "x" * 61, "x" * 5_000, "é", "ß", "ﬀ", "İ", "名前", "👩‍👩‍👧", "ไทย", "עברית", "fair-salary", "Fair-Salary",
    "a > b@3", "a@", "@3", "> > >", "fair-salary@99999999999", "x=1", "choice.meaning", "*", "None", "null", "NaN",
)  # fmt: skip
"""Markup, escape codes, signs that turn the direction, formulas, templates, shells, pages, paths, many scripts."""

BYTES = ("\udcff", "a\udc80b.toml")
"""What bytes that are no text become when they are typed; no file in UTF-8 can hold them."""

VALUES = (
    "1e999", "-1e999", "nan", "inf", "-0.0", "0", "-1", "1e-320", "99999999999999999999999", "0x10", "0b1", "1_000",
    "true", "[]", "{}", '""', '"x"', "[1, 2]", "[[[]]]", "{ a = 1 }", "1979-05-27", "07:32:00", "1.5", "1.0", "10_0__0",
    "9223372036854775807", "9223372036854775808", "3.0000000000000001", "'x'", '"\\u202e"', '"\\u001b[31m"', '"=1+1"',
    '"[/red]"', '"\\u0000"', "[" * 2_000, "{a=" * 500, "1,5", "٣", "²", "½",
)  # fmt: skip
"""What may stand behind an = in TOML, or in a cell."""


def _packed(size: int) -> bytes:
    return gzip.compress(b"ticket,at,team\n" + b"0" * size, mtime=0)


BOMB = gzip.compress(b"0" * 10_000_000, mtime=0) * 40
"""More than is read, in less than half a megabyte."""

CONTENTS = (
    b"", b"\n", b"\0" * 100, b"\xff\xfe", b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"PK\x03\x04sheet",
    b"\x1f\x8b", b"\x1f\x8b\x08\x00garbage", _packed(1_000)[:-6], _packed(1_000), b"\x7fELF" + bytes(64),
    b"SQLite format 3\0",
    "a = 1".encode("utf-16"), "ticket\tat\tteam\n1\t2026-01-05\tA\n".encode("utf-16"), b"a = '\xe9'", b"=1\n" * 500,
    b"," * 5_000,
    b"x" * 300_000, b"[[a]]\n" * 3_000, b"a.b.c = 1\n" * 2, b'"' * 999, b"#" * 2_100_000,
)  # fmt: skip
"""Files that are something else."""


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(250_000_000)  # takes no room on the disk


def _gone(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def _ring(path: Path) -> None:
    path.symlink_to(path)


def _locked(path: Path) -> None:
    path.write_bytes(b"a = 1")
    path.chmod(0)


KINDS: dict[str, Callable[[Path], object]] = {
    "pipe": _pipe,
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "random": lambda path: path.symlink_to("/dev/urandom"),
    "null": lambda path: path.symlink_to("/dev/null"),
    "full": lambda path: path.symlink_to("/dev/full"),
    "process": lambda path: path.symlink_to("/proc/self/status"),
    "folder": lambda path: path.mkdir(),
    "absent": lambda path: None,
    "huge": _huge,
    "gone": _gone,
    "ring": _ring,
    "locked": _locked,
    "bomb": lambda path: path.write_bytes(BOMB),
}
"""What may stand where a file should, by name: each makes it at a path."""
