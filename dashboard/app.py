"""The dashboard: finds the pages, and shows shell and page. Started by `siloscope dashboard` (see serving)."""

from typing import Any, cast

import solara

from dashboard.desk import Desk, Kept, use_desk
from dashboard.engine.narrow import narrow
from dashboard.look import CSS, share
from dashboard.pages.facts import PageFacts, pages, words_beside
from dashboard.serving.mishap import Guarded
from dashboard.shell.shell import Shell
from dashboard.state.view import read

narrow()
PAGES = pages()
WORDS = words_beside(__file__)


@solara.component
def App() -> None:
    """Everything between the edges of the window."""
    router = solara.use_router()
    session = solara.get_kernel_id()

    def first() -> Kept:
        view, mistake = read(router.path or "", router.search or "")
        return Kept(view, mistake=mistake)

    desk = use_desk(first, session)
    solara.use_memo(share, [])
    page = _page(desk)
    solara.Title(f"{page.words.say('title', desk.lang)} · Siloscope")
    solara.Style(CSS)
    Shell(desk, PAGES, page, WORDS)
    with solara.Div(classes=["page"], attributes={"role": "main", "id": "main"}):
        Guarded(desk, page).key(page.name)


def _page(desk: Desk) -> PageFacts:
    """The page that the address names; the first for any other name."""
    return next((page for page in PAGES if page.path == desk.view.page), PAGES[0])


@solara.component
def Bare(children: list[solara.Element[Any]]) -> None:
    """Nothing around the page: Solara's own layout has a bar with tabs, and surfaces with colours of their own."""
    solara.Div(children=children)


# The layout of the first route is that of all.
routes: list[Any] = [solara.Route(page.path or "/", component=cast(Any, App), layout=cast(Any, Bare)) for page in PAGES]
