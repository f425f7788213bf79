"""What tests of the dashboard share: a real server, a real browser, and pages that report their own trouble.

A test asks for `open_page`, calls it with an address such as "/watch?lang=nl", and gets a page that has settled. When
the test ends, whatever the page did wrong on the way (an error, a broken file, a request to another host) fails it.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from browsing import PATIENCE, Served, Tab, end_server, settle, start_server

expect.set_options(timeout=PATIENCE)

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",  # the build server is root
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # the network is cut
)
USUAL: ViewportSize = {"width": 1280, "height": 720}
PICTURES = Path(__file__).parents[2] / "out" / "pictures"
"""Where pictures of pages go, to be looked at by eye; not in git."""


NO_NETWORK = """
import socket
connect = socket.socket.connect
def refuse(self, where):
    if self.family in (socket.AF_INET, socket.AF_INET6) and where[0] not in ("127.0.0.1", "::1"):
        with open({attempts!r}, "a") as log:
            log.write(f"{{where}}\\n")
        raise OSError("the network is cut")
    return connect(self, where)
socket.socket.connect = refuse
"""
"""Put into the server's process before anything else: it can reach nothing but this machine, and tries are noted."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard, as `siloscope dashboard --no-browser` serves it, without a network; one a worker."""
    folder = tmp_path_factory.mktemp("server")
    attempts = folder / "attempts"
    (folder / "sitecustomize.py").write_text(NO_NETWORK.format(attempts=str(attempts)))
    paths = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))
    server = start_server(folder / "log", "--no-browser", "--port", "0", PYTHONPATH=paths)
    yield server
    end_server(server)
    assert not attempts.exists(), attempts.read_text()


@pytest.fixture(scope="session")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Who opens all tabs of a worker, in the Chromium of the system; skips where there is none.

    It has a folder of its own, for one that keeps nothing translates all scripts anew for each tab: a second each.
    """
    program = os.environ.get("SILOSCOPE_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("no Chromium here: apt-get install chromium, or set SILOSCOPE_BROWSER to the path of one")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("browser"),
            executable_path=program,
            args=ARGUMENTS,
            locale="en-GB",
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(PATIENCE)
        yield context
        context.close()


@pytest.fixture
def tab_of(visitor: BrowserContext) -> Iterator[Callable[..., Tab]]:
    """Opens a tab for a server's address: tab_of(address, viewport=…, color_scheme=…); it is closed after the test."""
    visitor.clear_cookies()  # nobody is known from the test before; the dashboard keeps nothing else in a browser
    pages: list[Page] = []

    def open_tab(address: str, viewport: ViewportSize | None = None, **media: Any) -> Tab:
        pages.append(visitor.new_page())
        pages[-1].set_viewport_size(viewport or USUAL)
        pages[-1].emulate_media(**media)
        tab = Tab(pages[-1], address)
        tab.listen()
        return tab

    yield open_tab
    for page in pages:
        page.close()


@pytest.fixture
def plain_page(visitor: BrowserContext) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    page = visitor.new_page()
    visitor.new_cdp_session(page).send("Emulation.setScriptExecutionDisabled", {"value": True})
    yield page
    page.close()


@pytest.fixture
def open_page(served: Served, tab_of: Callable[..., Tab]) -> Iterator[Callable[..., Page]]:
    """open_page("/watch?lang=nl", viewport={"width": 390, "height": 844}): a page that has settled (or is just drawn).

    The test fails at its end if such a page had an error, missed a file or asked another host for anything.
    """
    tabs: list[Tab] = []

    def opened(path: str = "/", until: Callable[[Page], Page] = settle, **how: Any) -> Page:
        tabs.append(tab_of(served.address, **how))
        tabs[-1].page.goto(served.address + path)
        return until(tabs[-1].page)

    yield opened
    assert [trouble for tab in tabs for trouble in tab.trouble] == []


@pytest.fixture
def violations() -> Callable[[Page], list[str]]:
    """violations(page): what axe holds against a page, serious and critical, one line each; [] is well."""

    def found(page: Page) -> list[str]:
        results = Axe().run(page).response["violations"]
        return [
            f"{one['id']} ({one['impact']}): {node['html'][:160]}"
            for one in results
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]

    return found


@pytest.fixture
def keep_picture() -> Callable[[Page, str], Path]:
    """keep_picture(page, "watch-nl-dark-narrow"): the whole page as a picture, to be looked at by eye."""

    def keep(page: Page, name: str) -> Path:
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return keep
