"""What a browser may say: the messages of pages, and nothing that executes, creates or floods."""

import json

import pytest
from asking import message
from hypothesis import given
from hypothesis import strategies as st

from dashboard.serving.messages import Allowance, is_allowed, is_allowed_binary

TALK: dict[str, object] = {"comm_id": "1", "data": {}}


@pytest.mark.parametrize(
    ("kind", "content"),
    [("kernel_info_request", {}), ("comm_info_request", {}), ("comm_close", TALK), ("comm_msg", TALK),
     ("comm_open", {**TALK, "target_name": "solara.control"})],
)  # fmt: skip
def test_what_pages_say_is_heard(kind: str, content: dict[str, object]) -> None:
    assert is_allowed(message(kind, content))


@pytest.mark.parametrize(
    ("kind", "content"),
    [("execute_request", {"code": "1"}), ("complete_request", {}), ("inspect_request", {}), ("history_request", {}),
     ("debug_request", {}), ("comm_open", {**TALK, "target_name": "jupyter.widget"}), ("comm_open", TALK),
     ("comm_msg", {}), ("comm_msg", {"comm_id": 1, "data": {}}), ("comm_msg", {"comm_id": "1", "data": []})],
)  # fmt: skip
def test_what_pages_do_not_say_is_not(kind: str, content: dict[str, object]) -> None:
    assert not is_allowed(message(kind, content))


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "1", '{"header": 1}', "[" * 100_000, '{"a":' * 50_000])
def test_what_is_no_message_is_dropped(text: str) -> None:
    assert not is_allowed(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(header=JSON, content=JSON, channel=JSON)
def test_no_shape_of_message_is_too_strange(header: object, content: object, channel: object) -> None:
    assert not is_allowed(json.dumps({"header": header, "content": content, "channel": channel}))


def binary(text: str, *pieces: bytes) -> bytes:
    parts = [text.encode(), *pieces]
    begins = [4 * (len(parts) + 1)]
    for part in parts[:-1]:
        begins.append(begins[-1] + len(part))
    return b"".join([*(n.to_bytes(4) for n in (len(parts), *begins)), *parts])


def test_a_part_of_a_file_is_heard() -> None:
    assert is_allowed_binary(binary(message("comm_msg", TALK), b"a,b\n" * 60_000))
    assert is_allowed_binary(binary(message("comm_msg", TALK), b"", b"x", b"y", b"z"))


@pytest.mark.parametrize(
    "data", [b"", b"x", b"\xff" * 40, b"\x00\x00\x00\x02" + b"\xff" * 60, (2).to_bytes(4) * 3,
             binary(message("execute_request", {"code": "1"}), b"x"), binary(message("comm_msg", TALK)),
             binary("{", b"x"), binary(message("comm_open", {**TALK, "target_name": "solara.control"}), b"x"),
             binary(message("comm_msg", TALK), *[b""] * 5), b"\0\0\0\x02\0\0\0\x0c\0\0\0\x10\xff\xff\xff\xff"],
)  # fmt: skip
def test_other_binary_is_dropped(data: bytes) -> None:
    assert not is_allowed_binary(data)


@given(st.binary(max_size=80))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    assert not is_allowed_binary(data)
    assert not is_allowed_binary((2).to_bytes(4) + (12).to_bytes(4) + data)


def test_who_sends_too_much_waits_and_loses_nothing() -> None:
    allowance = Allowance(burst=10, rate=2)
    assert [allowance.take(1) for _ in range(10)] == [0] * 10
    assert allowance.take(1) == pytest.approx(0.5, abs=0.05)
    assert allowance.take(1) == pytest.approx(1.0, abs=0.05)
