"""The page around the pages: what a browser gets first, before the dashboard itself is drawn into it."""

from uuid import uuid4

import solara.server.server as solara_server
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.serving.notices import notice
from dashboard.serving.sessions import Sessions
from dashboard.serving.words import say
from experiments.showing.language import LANGUAGES, Lang

SPOKEN = ("title", "about", "loading", "away_title", "away", "reload")


def lang_of(request: Request) -> Lang:
    """The language that the address asks for (?lang=nl)."""
    asked = request.query_params.get("lang")
    return next((lang for lang in LANGUAGES if lang == asked), "en")


class Frame:
    """Answers every address that is a page of the dashboard."""

    def __init__(self, sessions: Sessions) -> None:
        """`sessions` says whether there is room."""
        self._sessions = sessions

    async def page(self, request: Request) -> Response:
        """The page at an address, or a notice why there is none."""
        lang = lang_of(request)
        why = await run_in_threadpool(self._sessions.refusal)
        if why is not None:
            return notice(why, lang)
        words = {key: say(key, lang) for key in SPOKEN}
        no_script = [say("no_script", each) for each in LANGUAGES]
        text = solara_server.read_root(
            request.url.path, "", "/jupyter", render_kwargs={"lang": lang, "words": words, "no_script": no_script}
        )
        if text is None:
            return notice("missing", lang)
        response = HTMLResponse(text, headers={"Cache-Control": "no-cache"})
        self._remember(request, response)
        return response

    def _remember(self, request: Request, response: Response) -> None:
        """A random name for this browser, so that no other can take over its session."""
        response.set_cookie(
            solara_server.COOKIE_KEY_SESSION_ID,
            _known(request) or str(uuid4()),
            httponly=True,
            samesite="lax",
            secure=self._sessions.plan.is_secure,
        )


def _known(request: Request) -> str | None:
    name = request.cookies.get(solara_server.COOKIE_KEY_SESSION_ID, "")
    return name if len(name) == 36 and set(name) <= set("0123456789abcdef-") else None
