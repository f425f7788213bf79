"""The whole site: what can be asked for at all, and the safeguards around it. Solara's other routes are not here."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from os import stat_result
from pathlib import Path

import solara.server.app as solara_app
import solara.server.server as solara_server
from solara.server import kernel_context, settings
from solara.server.starlette import (
    SolaraGZipMiddleware,
    StaticAssets,
    StaticCdn,
    StaticFilesOptionalAuth,
    StaticNbFiles,
    kernel_connection,
    on_shutdown,
    on_startup,
)
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import ASGIApp

from dashboard.serving.frame import Frame, lang_of
from dashboard.serving.guests import OwnGuests
from dashboard.serving.headers import SafeHeaders
from dashboard.serving.health import health
from dashboard.serving.notices import notice
from dashboard.serving.safe_solara import make_safe
from dashboard.serving.sessions import Doors, Sessions
from dashboard.serving.tidy import keep_together, tidy
from experiments.errors import RequestError

HERE = Path(__file__).parent
INSTALLED = settings.assets.proxy_cache_dir
"""Where the package solara-assets puts all that a browser loads."""


class Installed(StaticCdn):
    """Files of the package solara-assets; unlike Solara's own, what is not there is not fetched from anywhere."""

    def lookup_path(self, path: str) -> tuple[str, stat_result | None]:
        """The file and its facts; ("", None) if there is none inside the folder."""
        file = (INSTALLED / path).resolve()
        if not file.is_relative_to(INSTALLED.resolve()) or not file.is_file():
            return "", None
        return str(file), file.stat()


def site(sessions: Sessions, app: str = "dashboard.app") -> ASGIApp:
    """The ASGI application for the dashboard whose Solara app is the module of that name.

    Raises RequestError if what a browser loads is not installed.
    """
    if not (INSTALLED / "@widgetti").is_dir():
        raise RequestError(
            f"what the browser loads is not in {INSTALLED}: install the package solara-assets (make setup)"
        )
    keep_together()
    make_safe(sessions.plan)
    script = solara_app.AppScript(app)
    # Solara looks for templates and assets beside the folder of the app: ours are in this room.
    script.directory = HERE / "app"
    solara_app.apps["__default__"] = script

    async def broken(request: Request, error: Exception) -> Response:
        logging.getLogger(__name__).error("a page failed", exc_info=error)
        return notice("broken", lang_of(request))

    async def well(_: Request) -> Response:
        return health(sessions.count(), stopping=sessions.stopping)

    async def missing(request: Request, _: Exception) -> Response:
        return notice("missing", lang_of(request))

    inside = Starlette(
        routes=[
            Route("/health", well),
            WebSocketRoute("/jupyter/api/kernels/{kernel_id}/{name}", kernel_connection),
            Route("/_solara/api/close/{session}", left, methods=["POST"]),
            Mount("/_solara/cdn", Installed(directory=INSTALLED)),
            Mount("/jupyter/nbextensions", StaticNbFiles()),
            Mount("/static/assets", StaticAssets()),
            Mount("/static", StaticFilesOptionalAuth(directory=solara_server.solara_static)),
            Route("/{page:path}", Frame(sessions).page),
        ],
        middleware=[
            Middleware(Doors, sessions=sessions),
            Middleware(SolaraGZipMiddleware, minimum_size=1000),
        ],
        exception_handlers={404: missing, Exception: broken},
        lifespan=partial(_life, sessions),
    )
    # Outermost, so that they hold for what goes wrong inside as well.
    return SafeHeaders(OwnGuests(inside, sessions.plan), sessions.plan)


@asynccontextmanager
async def _life(sessions: Sessions, _: Starlette) -> AsyncIterator[None]:
    on_startup()
    looking_after = asyncio.create_task(tidy(sessions.names))
    try:
        yield
    finally:
        looking_after.cancel()
        on_shutdown()


def left(request: Request) -> Response:
    """A page says that it is gone for good; only the browser that opened a session can end it."""
    context = kernel_context.contexts.get(request.path_params["session"])
    tab = request.query_params.get("session_id", "")
    browser = solara_server.get_session_id_cookie(request.cookies)
    if context is not None and context.session_id == browser and tab in context.page_status:
        context.page_close(tab)
    return Response(status_code=204)
