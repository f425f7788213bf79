"""A file that comes in parts: in order, whole, and nothing else."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.look.upload import announced


def part(content: bytes, start: int, ticket: str = "t") -> dict[str, object]:
    return {"ticket": ticket, "from": start, "text": base64.b64encode(content).decode()}


@given(st.binary(min_size=1, max_size=300), st.integers(1, 50))
def test_parts_in_order_make_the_file(content, size):
    file = announced({"name": "x", "size": len(content), "ticket": "t"}, 1000)
    for start in range(0, len(content), size):
        assert file.take(part(content[start : start + size], start))
        assert not file.take(part(content[start : start + size], start))  # sent twice
    assert b"".join(file.parts) == content
    assert file.arrived == file.size


@pytest.mark.parametrize(
    "message",
    [
        None, 3, [], "x", {}, part(b"abc", 1), part(b"abc", 0, "other"), part(b"abcdefghijk", 0), part(b"", 0),
        {"ticket": "t", "from": 0, "text": "no base64 at all"}, {"ticket": "t", "from": 0, "text": 3},
        {"ticket": "t", "from": 0, "text": "é"}, {"ticket": "t", "from": "0", "text": "YWJj"},
    ],
)  # fmt: skip
def test_anything_else_is_no_part(message):
    file = announced({"name": "x", "size": 10, "ticket": "t"}, 1000)
    assert not file.take(message)
    assert file.arrived == 0


@pytest.mark.parametrize(
    "message",
    [
        None, 3, {}, {"name": "x", "size": 1001, "ticket": "t"}, {"name": "x", "size": -1, "ticket": "t"},
        {"name": "x" * 300, "size": 1, "ticket": "t"}, {"name": 1, "size": 1, "ticket": "t"},
        {"name": "x", "size": True, "ticket": "t"}, {"name": "x", "size": 1.5, "ticket": "t"},
        {"name": "x", "size": 1, "ticket": ""}, {"name": "x", "size": 1, "ticket": "t" * 99},
    ],
)  # fmt: skip
def test_a_file_that_is_too_large_or_none_is_not_announced(message):
    assert announced(message, 1000) is None
