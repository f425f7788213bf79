"""What the server says of itself at /health."""

import json
from contextlib import suppress
from threading import Event, Thread
from types import TracebackType
from typing import Self, cast
from urllib.request import urlopen

EVERY = 2.0
"""Seconds between two looks."""


def state(address: str) -> dict[str, float]:
    """Sessions and memory (MB)."""
    with urlopen(f"{address}/health", timeout=30) as answer:
        return cast(dict[str, float], json.load(answer))


class Watched:
    """Looks at a server while something goes on: the most sessions, and the most memory (MB)."""

    def __init__(self, address: str) -> None:
        """`address` is the server's."""
        self.sessions, self.memory = 0, 0.0
        self._address, self._over = address, Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join(EVERY + 30)

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            with suppress(OSError):
                now = state(self._address)
                self.sessions = max(self.sessions, int(now["sessions"]))
                self.memory = max(self.memory, now["memory_mb"])
