"""Servers and a browser for the benchmark: the dashboard as users start it, and the echo beside it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from playwright.async_api import Browser as AsyncBrowser
from playwright.async_api import async_playwright
from playwright.sync_api import Browser, sync_playwright

from experiments.errors import RequestError

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")


@contextmanager
def serving(*command: str, port: int, path: str = "/") -> Iterator[str]:
    """A server in a process of its own; gives its address when it answers."""
    server = subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                with urlopen(address + path, timeout=5):
                    break
            except (URLError, OSError):
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def dashboard() -> Iterator[str]:
    """The dashboard."""
    port = _free()
    command = ("dashboard", "serve", "--port", str(port), "--public-url", f"http://127.0.0.1:{port}", "--keep", "10")
    with serving(*command, port=port, path="/health") as address:
        yield address


@contextmanager
def echo() -> Iterator[str]:
    """The empty slider."""
    port = _free()
    command = ("solara", "run", "dashboard.benchmark.echo", "--port", str(port), "--production", "--no-open")
    with serving(*command, "--host", "127.0.0.1", port=port) as address:
        yield address


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of the system. Raises RequestError where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program(), args=ARGUMENTS)
        yield browser
        browser.close()


@asynccontextmanager
async def many_tabs() -> AsyncIterator[AsyncBrowser]:
    """The same, for many pages that do not wait for each other. Raises RequestError where there is none."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_program(), args=ARGUMENTS)
        yield browser
        await browser.close()


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _program() -> str:
    program = os.environ.get("SILOSCOPE_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise RequestError("there is no Chromium here; install one, or set SILOSCOPE_BROWSER to the path of one")
    return program
