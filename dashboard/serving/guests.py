"""Who may talk to the server: requests to our own names, from our own pages.

A page of a stranger cannot open a websocket to us (its Origin is another), and a stranger's name that is made to point
at this machine gets nowhere (its Host is another).
"""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.serving.plan import Plan, host_name
from experiments.comparing.question_file import LONGEST_QUERY

LONGEST_ADDRESS = LONGEST_QUERY + 1000
"""Bytes of path and query together."""


def is_welcome(plan: Plan, host: str, origin: str | None) -> bool:
    """Whether a request to this Host from this Origin (None: not from a page) is one of ours."""
    if host_name(host) not in plan.hosts:
        return False
    if origin is None or origin in plan.origins:
        return True
    scheme, _, netloc = origin.partition("://")
    return scheme in {"http", "https"} and netloc.lower() == host.lower()


class OwnGuests:
    """Lets through what is addressed to us by our own pages, and refuses the rest before anything looks at it."""

    def __init__(self, app: ASGIApp, plan: Plan) -> None:
        """`app` is what lies behind."""
        self._app, self._plan = app, plan

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or websocket."""
        if scope["type"] in {"http", "websocket"}:
            refusal = self._refusal(scope)
            if refusal is not None:
                await _refuse(scope, receive, send, *refusal)
                return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        origins, hosts = headers.getlist("origin"), headers.getlist("host")
        if len(origins) > 1 or len(hosts) != 1 or not is_welcome(self._plan, hosts[0], next(iter(origins), None)):
            return 403, "This server does not answer to that address, or to pages of other sites."
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, "This address is too long."
        return None


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, why: str) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": why})
        return
    await PlainTextResponse(why, status)(scope, receive, send)
