"""How many may be in at once. A session is one open page; it lives in this process, and some minutes longer."""

import gc
import re
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

from solara.server import kernel_context
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.serving.health import memory
from dashboard.serving.messages import Listening
from dashboard.serving.plan import Plan

SOCKET = re.compile(r"^/jupyter/api/kernels/(?P<session>[0-9a-zA-Z-]{8,64})/channels$")
TAB = re.compile(r"[0-9a-zA-Z-]{1,64}")
TRY_LATER = 1013  # code of the websocket registry
TABS = 3
"""Websockets of one session: the old and the new one of a page that reconnects, and one to spare."""

Why = Literal["full", "stopping"]


@dataclass
class Sessions:
    """The sessions of one server: counts them, makes room, and says when there is none."""

    plan: Plan
    stopping: bool = False
    _open: Counter[str] = field(default_factory=Counter)  # session to its websockets
    _lock: Lock = field(default_factory=Lock)

    def count(self) -> int:
        """Sessions that are alive, those whose page is away for a moment included."""
        return len(self.names())

    def names(self) -> set[str]:
        """What those sessions are called."""
        return set(kernel_context.contexts) | set(self._open)

    def refusal(self) -> Why | None:
        """Why nobody new is let in now; None if somebody is."""
        if self.stopping:
            return "stopping"
        if self._is_full():
            self._make_room()
        return "full" if self._is_full() else None

    def _is_full(self) -> bool:
        return self.count() >= self.plan.sessions or memory() > self.plan.memory

    def _make_room(self) -> None:
        """End the sessions whose page is away: all that they hold is in the address of their page."""
        here = kernel_context.PageStatus.CONNECTED
        for name, context in list(kernel_context.contexts.items()):
            if name not in self._open and here not in context.page_status.values():
                context.close(reason="cull")
        gc.collect()

    def enter(self, session: str) -> Why | None:
        """A websocket of that session opens; says why not, or None."""
        with self._lock:
            is_known = session in kernel_context.contexts or session in self._open
            why: Why | None = "stopping" if self.stopping else None if is_known else self.refusal()
            if why is None and self._open[session] >= TABS:
                why = "full"
            if why is None:
                self._open[session] += 1
            return why

    def leave(self, session: str) -> None:
        """A websocket of that session is gone."""
        with self._lock:
            self._open[session] -= 1
            if self._open[session] <= 0:
                del self._open[session]


class Doors:
    """Lets websockets in as long as there is room, and listens to them."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        """`app` is what lies behind."""
        self._app, self._sessions = app, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one websocket; whatever else comes is handed on."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        session, tab = SOCKET.match(scope["path"]), QueryParams(scope["query_string"]).get("session_id", "")
        if session is None or not TAB.fullmatch(tab):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        name = session["session"]
        if await run_in_threadpool(self._sessions.enter, name) is not None:
            await receive()
            await send({"type": "websocket.close", "code": TRY_LATER})
            return
        try:
            await self._app(scope, Listening(receive, send, self._sessions.plan.message), send)
        finally:
            self._sessions.leave(name)
