"""Hostile addresses on every page: shown as text or refused, never run, and never a traceback."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from asking import ask
from browsing import Served, Tab, drawn

from dashboard.pages.facts import pages

PATHS = [page.path for page in pages()]
SCRIPT = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
VUE = "{{window.hacked=1}}{{constructor.constructor('window.hacked=1')()}}"
HOSTILE = [
    f"lang={quote(SCRIPT)}&theme={quote(SCRIPT)}",
    f"scenario={quote(SCRIPT)}",
    f"scenario={quote('../../../../etc/passwd')}",
    f"policy={quote(SCRIPT)}&policy={quote(VUE)}",
    f"set={quote('choice.meaning=' + SCRIPT)}&set={quote(SCRIPT)}",
    f"set={quote('__import__=os')}&set=choice.meaning=1e999&set=choice.meaning=nan",
    f"company={quote('=' * 99)}&contract={quote(SCRIPT)}",
    f"pin={quote(SCRIPT)}",
    f"x.{quote(SCRIPT)}={quote(VUE)}&watch.week={quote(SCRIPT)}&compare.measures={quote(VUE)}",
    "weeks=99999999999999999999&replicates=-1&seed=0x10&v=2",
    "%00%ff%fe=%80%81&" + "a=1&" * 1500,
    quote(SCRIPT),
    "lang=nl&" + "q=" + "z" * 59_000,
    quote("=cmd|' /C calc'!A0"),
]

DRAWN = ["&".join((HOSTILE[0], HOSTILE[8], quote(SCRIPT))), *HOSTILE[1:2], *HOSTILE[3:5], HOSTILE[7], HOSTILE[9]]
"""Those that come as far as the page: each of a browser's visits takes a second."""


@pytest.mark.parametrize("path", PATHS)
def test_no_address_breaks_the_server(served: Served, path: str) -> None:
    for query in HOSTILE:
        answer = ask(served.address, f"/{path}?{query}")
        assert answer.status < 500
        assert "Traceback" not in answer.text
        assert "<script>window.hacked" not in answer.text
        assert "onerror" not in answer.text


@pytest.mark.parametrize(
    "path", [quote(SCRIPT), "%00", "%ff", "..%2f..%2f", "a/b/c/d", "compare/" * 200, "%F0%9F%92%A9", "//evil"]
)
def test_no_path_breaks_the_server(served: Served, path: str) -> None:
    answer = ask(served.address, f"/{path}")
    assert answer.status in {200, 400, 403, 404}
    assert "onerror" not in answer.text


def _in_turn(page: int) -> list[str]:
    """Of DRAWN: all on the first page; on others what pages read themselves, and one more, each time another."""
    return DRAWN if page == 0 else [DRAWN[0], DRAWN[1 + page % (len(DRAWN) - 1)]]


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        *(pytest.param(path, _in_turn(page), id=path or "first") for page, path in enumerate(PATHS)),
        *(pytest.param(path, DRAWN, id=f"{path}-all", marks=pytest.mark.long) for path in PATHS[1:]),
    ],
)
def test_no_address_is_run_in_the_browser(
    served: Served, tab_of: Callable[..., Tab], path: str, queries: list[str]
) -> None:
    page = tab_of(served.address).page
    for query in queries:
        page.goto(f"{served.address}/{path}?{query}")
        drawn(page)
        assert page.evaluate("window.hacked") is None, query
        assert "Traceback" not in page.inner_text("body"), query
        page.locator("#main").wait_for()
    log = served.log.read_text(encoding="utf-8")
    assert "could not be drawn" not in log, log[-3000:]
