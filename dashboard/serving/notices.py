"""Small pages that stand in for a page: full, stopping, not there, broken. They need no script and no other file."""

import html
from http import HTTPStatus
from typing import Literal

from starlette.responses import HTMLResponse

from dashboard.serving.words import say
from experiments.showing.language import Lang

Notice = Literal["full", "stopping", "missing", "broken"]

STATUS: dict[Notice, HTTPStatus] = {
    "full": HTTPStatus.SERVICE_UNAVAILABLE, "stopping": HTTPStatus.SERVICE_UNAVAILABLE,
    "missing": HTTPStatus.NOT_FOUND, "broken": HTTPStatus.INTERNAL_SERVER_ERROR,
}  # fmt: skip
AGAIN = 30
"""Seconds after which a page that found no place tries again."""

PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Siloscope</title>
<link rel="icon" type="image/svg+xml" href="/static/assets/favicon.svg">
<link rel="stylesheet" href="/static/assets/frame.css">
</head>
<body class="notice">
<main>
<h1>{title}</h1>
<p>{text}</p>
<p><a href="/{query}">{begin}</a></p>
</main>
</body>
</html>
"""


def notice(which: Notice, lang: Lang) -> HTMLResponse:
    """One of the small pages; those that found no place load themselves again."""
    values = {"title": say(f"{which}_title", lang), "text": say(which, lang), "begin": say("begin", lang)}
    text = PAGE.format(
        lang=lang, query="" if lang == "en" else f"?lang={lang}", **{k: html.escape(v) for k, v in values.items()}
    )
    headers = {"Cache-Control": "no-store"}
    if STATUS[which] == HTTPStatus.SERVICE_UNAVAILABLE:
        headers |= {"Retry-After": str(AGAIN), "Refresh": str(AGAIN)}
    return HTMLResponse(text, STATUS[which], headers)
