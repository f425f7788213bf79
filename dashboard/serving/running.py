"""One server from its first line to its last: uvicorn with our own application, and a stop that lets nobody hang."""

import signal
import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from dashboard.serving.guests import LONGEST_ADDRESS
from dashboard.serving.plan import Plan


class Server(uvicorn.Server):
    """uvicorn, which here also says when it is ready and when it begins to stop."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], stopping: Callable[[], None]) -> None:
        """`ready` is called once requests are answered; `stopping` at the first sign that it ends."""
        super().__init__(config)
        self._ready, self._stopping = ready, stopping

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ctrl-C or a request to end: let nobody new in, and go; a second one does not wait."""
        self._stopping()
        self.force_exit = self.should_exit
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Listen to signals; unlike uvicorn's own, a stop that went well is no error afterwards."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        wanted = {sig: signal.signal(sig, self.handle_exit) for sig in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for sig, handler in wanted.items():
                signal.signal(sig, handler)


def serve(
    app: ASGIApp, plan: Plan, bound: socket.socket, ready: Callable[[], None], stopping: Callable[[], None]
) -> None:
    """Answer until told to stop."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        loop="asyncio",
        http="h11",
        h11_max_incomplete_event_size=2 * LONGEST_ADDRESS,  # an address and its headers
        server_header=False,
        proxy_headers=False,  # nothing that a stranger's header says is believed
        ws_max_size=plan.message,
        ws_per_message_deflate=True,
        ws_ping_interval=20.0,
        ws_ping_timeout=30.0,
        limit_concurrency=4 * plan.sessions + 64,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=plan.grace,
    )
    Server(config, ready, stopping).run(sockets=[bound])
