"""What a browser may say once its page is open: the few kinds of message that pages send, not too large, not too many.

Pages speak to their widgets, and nothing else: no code to execute, and no widget made by the browser. A message of
another kind is dropped; who sends many is cut off. Who sends too fast is read more slowly, and loses nothing.
"""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

from starlette.types import Message, Receive, Send

KINDS = frozenset(
    {"kernel_info_request", "comm_info_request", "comm_open", "comm_msg", "comm_close", "shutdown_request"}
)
TARGETS = frozenset({"solara.control", "jupyter.widget.control"})
"""What a page may open a conversation with: its own life, and the state of its widgets."""
MOST_BUFFERS = 4
"""Pieces of binary data in one message: a part of a file that is uploaded is one."""
PATIENCE = 20
"""Wrong messages that are dropped before the connection is cut."""
POLICY, TOO_LARGE = 1008, 1009  # codes of RFC 6455


@dataclass
class Allowance:
    """So much at once, and so much a second from then on."""

    burst: float
    rate: float
    left: float = field(init=False)
    since: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        """Start with all of it."""
        self.left = self.burst

    def take(self, amount: float) -> float:
        """Use some of it; returns the seconds to wait before going on."""
        now = time.monotonic()
        self.left = min(self.burst, self.left + (now - self.since) * self.rate) - amount
        self.since = now
        return max(0.0, -self.left / self.rate)


def is_allowed_binary(data: bytes) -> bool:
    """Whether a message with pieces of binary data behind its text is one that our pages send.

    The layout is that of ipykernel: how many pieces there are, the text included; where each begins; the pieces.
    Numbers are of four bytes, the most significant first.
    """
    numbers = [int.from_bytes(data[i : i + 4]) for i in range(0, 4 * (MOST_BUFFERS + 2), 4)]
    count = numbers[0]
    if not 2 <= count <= MOST_BUFFERS + 1:
        return False
    begins = numbers[1 : count + 1]
    if begins[0] != 4 * (count + 1) or begins != sorted(begins) or begins[-1] > len(data):
        return False
    try:
        return is_allowed(data[begins[0] : begins[1]].decode(), kinds=frozenset({"comm_msg"}))
    except UnicodeDecodeError:
        return False


def is_allowed(text: str, kinds: frozenset[str] = KINDS) -> bool:
    """Whether a message is one that our pages send."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(message, dict):
        return False
    header, content = message.get("header"), message.get("content")
    if not isinstance(header, dict) or not isinstance(content, dict) or not isinstance(message.get("channel"), str):
        return False
    kind = header.get("msg_type")
    return (
        isinstance(kind, str) and kind in kinds and (kind not in {"comm_open", "comm_msg"} or _is_talk(kind, content))
    )


def _is_talk(kind: str, content: dict[str, Any]) -> bool:
    """Whether a conversation is opened with, or goes on about, something that pages have."""
    if not isinstance(content.get("comm_id"), str) or not isinstance(content.get("data"), dict):
        return False
    return kind != "comm_open" or content.get("target_name") in TARGETS


class Listening:
    """Stands between one websocket and Solara, and hands on what may be said."""

    def __init__(self, receive: Receive, send: Send, largest: int) -> None:
        """`largest` message in bytes."""
        self._receive, self._send, self._largest = receive, send, largest
        self._wrong = 0
        self._count = Allowance(burst=400, rate=60)  # messages
        self._bytes = Allowance(burst=64e6, rate=2e6)

    async def __call__(self) -> Message:
        """The next message that may pass."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            text, data = message.get("text"), message.get("bytes") or b""
            size = len(text if text is not None else data)
            await asyncio.sleep(max(self._count.take(1), self._bytes.take(size)))
            if size > self._largest:
                return await self._cut_off(TOO_LARGE)
            if is_allowed(text) if text is not None else is_allowed_binary(data):
                return message
            self._wrong += 1
            if self._wrong > PATIENCE:
                return await self._cut_off(POLICY)

    async def _cut_off(self, code: int) -> Message:
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}
