"""The page of `siloscope demo`, served: one file in two languages, without sessions, behind the same safeguards."""

import re
from base64 import b64encode
from functools import cache, partial
from hashlib import sha256

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from dashboard.serving.guests import OwnGuests
from dashboard.serving.headers import SafeHeaders
from dashboard.serving.health import health
from dashboard.serving.opening import invite, leave
from dashboard.serving.plan import Plan
from dashboard.serving.ports import listen
from dashboard.serving.running import serve
from experiments.cli.demo import HERO
from experiments.comparing.comparison import Comparison
from experiments.page.page import render
from experiments.showing.language import Lang


def open_page(found: Comparison, plan: Plan, *, with_browser: bool) -> None:
    """Serve the page of a comparison until it is stopped. Raises RequestError if it cannot listen there."""
    with listen(plan.host, plan.port) as bound:
        serve(demo_site(found, plan), plan, bound, partial(invite, plan, bound, with_browser), lambda: None)
    leave(plan)


def demo_site(found: Comparison, plan: Plan) -> ASGIApp:
    """The ASGI application that shows the page of a comparison, and nothing else."""

    @cache
    def text(lang: Lang) -> str:
        return render(found, HERO, lang)

    def page(request: Request) -> Response:
        html = text("nl" if request.query_params.get("lang", plan.lang) == "nl" else "en")
        return HTMLResponse(html, headers={"Content-Security-Policy": policy(html)})

    def well(_: Request) -> Response:
        return health(0)

    text(plan.lang)  # drawn before anyone asks
    inside = Starlette(routes=[Route("/", page), Route("/health", well)])
    return SafeHeaders(OwnGuests(inside, plan), plan)


def policy(html: str) -> str:
    """What the page may do: its own script and style, each script by its hash, and nothing from anywhere."""
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = " ".join(f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in scripts)
    return (
        f"default-src 'none'; script-src {hashes or "'none'"}; style-src 'unsafe-inline'; img-src data:; "
        "font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
