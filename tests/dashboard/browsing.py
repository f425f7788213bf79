"""A server of our own and a tab in a browser, for tests of the dashboard; the fixtures are in conftest.py."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

OPEN_AT = re.compile(r"(http://[^\s/]+)/")
IS_DRAWN = """window.app && !app.loading && app.connectionStatus === "connected" && !app.kernelBusy"""
DRAWN = f"() => {IS_DRAWN}"
SETTLED = f"""() => {{
  const now = performance.now();
  if (!({IS_DRAWN}) || document.querySelector('[aria-busy="true"]')) {{ window.settledSince = null; return false; }}
  window.settledSince = window.settledSince || now;
  return now - window.settledSince > 200;
}}"""
ANSWERED = "() => solara.debug.kernel().requestKernelInfo().then(() => true)"
"""The server takes messages one after another: when it answers this one, it has taken all that were sent before."""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PATIENCE = 120_000
"""Milliseconds that anything in a browser may take; long, so that no test fails because the machine is busy."""


@dataclass
class Served:
    """A server process of our own."""

    process: subprocess.Popen[str]
    address: str
    log: Path

    def stop(self) -> int:
        """End it as a user would; returns its exit code."""
        self.process.terminate()
        return self.process.wait(90)


def start_server(
    log: Path, *options: str, command: str = "dashboard", program: tuple[str, ...] = ("-m", "dashboard"),
    **environment: str,
) -> Served:  # fmt: skip
    """Start `siloscope dashboard` (or another command) and wait until it says that it is open. Raises RuntimeError."""
    words = [sys.executable, *program, command, *options]
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=said,
            stdin=subprocess.DEVNULL,
            text=True,
            env=os.environ | environment,
        )
    assert process.stdout is not None
    for line in process.stdout:
        found = OPEN_AT.search(line)
        if found:
            return Served(process, found[1], log)
    process.wait()
    raise RuntimeError(f"the server did not start: {log.read_text(encoding='utf-8')}")


def end_server(served: Served) -> None:
    """End a server in any state."""
    if served.process.poll() is None:
        served.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            served.process.wait(10)
    if served.process.poll() is None:
        served.process.kill()
        served.process.wait()
    if served.process.stdout is not None:
        served.process.stdout.close()


@dataclass
class Tab:
    """A page of the browser, and what went wrong on it."""

    page: Page
    address: str
    trouble: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Write down errors, files that are missing, and requests to other hosts."""
        self.page.on("pageerror", lambda error: self.trouble.append(f"error in the page: {error}"))
        self.page.on("console", self._said)
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.trouble.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.address).netloc:
            self.trouble.append(f"asked another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.trouble.append(f"{response.status}: {response.url}")


def drawn(page: Page) -> Page:
    """Wait until a page is drawn, though it may go on computing; returns it."""
    page.wait_for_function(DRAWN, timeout=PATIENCE)
    return page


def settle(page: Page) -> Page:
    """Wait until what was done on a page is taken, nothing on it says aria-busy, and it is drawn; returns it."""
    drawn(page).evaluate(ANSWERED)
    page.wait_for_function(SETTLED, timeout=PATIENCE)
    return page


def in_every_look(page: Page, sizes: Iterable[dict[str, int]] = (WIDE, NARROW)) -> Iterator[str]:
    """Show a page in every size by day and by night, without opening it anew; yields the name of each look."""
    for size in sizes:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        for theme in ("light", "dark"):
            page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
            page.evaluate(TWO_FRAMES)
            yield f"{theme}-{size['width']}"


def addressed(page: Page, *parts: str, without: str = "") -> Page:
    """Wait until the address holds these parts, and not `without`, and the page has settled; returns it.

    The address changes first, and what belongs to it may be drawn later: whoever reads, or types, waits for both.
    """
    page.wait_for_function(
        "([parts, without]) => { const now = decodeURIComponent(location.href);"
        " return parts.every((part) => now.includes(part)) && !(without && now.includes(without)); }",
        arg=[list(parts), without],
        timeout=PATIENCE,
    )
    return settle(page)
