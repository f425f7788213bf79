"""A visitor without a browser: speaks to the server as a page does, and draws nothing.

In a real crowd each has a computer of its own. Thirty browsers beside the server take most of what it runs on; callers
leave it to the server, and a few real browsers among them tell what a person sees.
"""

import asyncio
import json
import time
import uuid
from collections.abc import Callable
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit
from urllib.request import urlopen

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from dashboard.benchmark.moves import MOST_SECONDS
from dashboard.benchmark.visitors import Opening

LATER = 0.25
"""Seconds after which a page asks for good what a slider tried, as levers.vue does."""
_LARGEST = 16 * 2**20  # bytes of a message: a page's components come in one


class Caller:
    """One page of the dashboard's first view, open as long as the block lasts."""

    def __init__(self, address: str, path: str, lever: str) -> None:
        """`path` is the page's, with its query; `lever` is the key of the slider that is moved."""
        self._address, self._path, self._lever = address, path, lever
        self._models: dict[str, dict[str, Any]] = {}
        self._stack = AsyncExitStack()
        self._session, self._moves = str(uuid.uuid4()), 0
        self._line: ClientConnection
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        """Ask for the page, and run it until it is sharp."""
        cookie = await asyncio.to_thread(self._cookie)
        host = urlsplit(self._address).netloc
        kernel = f"ws://{host}/jupyter/api/kernels/{uuid.uuid4()}/channels?session_id={self._session}"
        self._line = await self._stack.enter_async_context(
            connect(kernel, origin=Origin(self._address), additional_headers={"Cookie": cookie}, max_size=_LARGEST)
        )
        listening = asyncio.create_task(self._listen())
        self._stack.callback(listening.cancel)
        control = str(uuid.uuid4())
        await self._say("comm_open", {"comm_id": control, "target_name": "solara.control", "data": {}})
        themes: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
        args = {"path": self._path, "dark": False, "themes": themes, "appName": None}
        await self._say("comm_msg", {"comm_id": control, "data": {"method": "run", "args": args}})
        await self._until(lambda: not self._state("charts").get("busy", True))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        """Hang up."""
        await self._stack.aclose()

    @property
    def where(self) -> str:
        """The address that the page shows."""
        return str(self._state("address").get("address", ""))

    async def move(self, place: int) -> float:
        """Milliseconds from letting go of the slider at `place` (of 1,000) to the first picture; -1 if none came."""
        begin = time.perf_counter()
        value = self._value_at(place)
        self._moves += 1
        await self._tell("slide", {"key": self._lever, "value": value, "number": self._moves})
        asking = asyncio.create_task(self._ask_later(value))
        try:
            async with asyncio.timeout(MOST_SECONDS):
                await self._until(lambda: self._shows(value))
        except TimeoutError:
            return -1.0
        finally:
            took = 1000.0 * (time.perf_counter() - begin)
            await asking
        return took

    async def _ask_later(self, value: float) -> None:
        await asyncio.sleep(LATER)
        await self._tell("move", {"key": self._lever, "value": value})

    def _shows(self, value: float) -> bool:
        """Whether the curves are of a slider that stands there."""
        picture = self._state("charts").get("of_picture", {})
        usual = self._row()["usual"] if picture.get("page") else None  # back at its usual place it is no setting
        return bool(picture.get("settings", {}).get(self._lever, usual) == value)

    def _value_at(self, place: int) -> float:
        """What a slider stands for, as levers.vue has it."""
        row = self._row()
        low, high, share = row["from"], row["to"], place / 1000
        return float(f"{low * (high / low) ** share if row['log'] else low + share * (high - low):.3g}")

    def _row(self) -> dict[str, Any]:
        """What the page knows of the slider."""
        rows = (row for group in self._state("groups")["groups"] for row in group["levers"])
        return next(row for row in rows if row["key"] == self._lever)

    def _state(self, having: str) -> dict[str, Any]:
        """The state of the component that has this property."""
        return next((state for state in self._models.values() if having in state), {})

    def _cookie(self) -> str:
        with urlopen(self._address + self._path, timeout=60) as answer:
            return "; ".join(each.partition(";")[0] for each in answer.headers.get_all("Set-Cookie") or ())

    async def _tell(self, event: str, data: dict[str, Any]) -> None:
        sliders = next(key for key, state in self._models.items() if "groups" in state)
        content = {"event": event, "data": data}
        await self._say("comm_msg", {"comm_id": sliders, "data": {"method": "custom", "content": content}})

    async def _say(self, kind: str, content: dict[str, Any]) -> None:
        header = {"msg_id": str(uuid.uuid4()), "msg_type": kind, "session": self._session, "username": "",
                  "version": "5.2", "date": "2000-01-01T00:00:00.000Z"}  # fmt: skip
        said = {
            "channel": "shell",
            "header": header,
            "content": content,
            "metadata": {},
            "parent_header": {},
            "buffers": [],
        }
        await self._line.send(json.dumps(said))

    async def _listen(self) -> None:
        async for message in self._line:
            said = json.loads(message)
            content = said.get("content", {})
            data = content.get("data", {})
            if isinstance(data, dict) and "state" in data:
                self._models.setdefault(content["comm_id"], {}).update(data["state"])
                async with self._changed:
                    self._changed.notify_all()

    async def _until(self, holds: Callable[[], bool]) -> None:
        async with self._changed:
            await self._changed.wait_for(holds)


def calling(address: str, lever: str) -> Opening:
    """Visitors without a browser."""
    return lambda query: Caller(address, f"/?{query}", lever)
