"""Our company in Mesa's own viewer: it starts, draws, and lives a day when told to."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from browsing import PATIENCE, Tab

import dashboard

PAGE = Path(dashboard.__file__).parent / "examples" / "mesa_page.py"


@pytest.fixture(scope="module")
def mesa_viewer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page, served by Solara's own command, as its users do; skips where matplotlib is missing."""
    pytest.importorskip("matplotlib", reason="Mesa's SolaraViz imports matplotlib, which is not here")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["run", str(PAGE), "--host", "127.0.0.1", "--port", str(port), "--production", "--no-open"]
    with (tmp_path_factory.mktemp("mesa") / "log").open("w") as log:
        server = subprocess.Popen([sys.executable, "-m", "solara", *words], stdout=log, stderr=log)
        try:
            _wait_for(f"http://127.0.0.1:{port}/readyz", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()
            server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE // 200):
        try:
            with urlopen(address, timeout=30):
                return
        except OSError:
            assert server.poll() is None
            time.sleep(0.2)
    pytest.fail("Solara did not start")


def test_a_day_is_lived_and_drawn(mesa_viewer: str, tab_of: Callable[..., Tab]) -> None:
    tab = tab_of(mesa_viewer)
    page = tab.page
    page.goto(mesa_viewer)
    pictures = page.locator("img[src^='blob:']")
    pictures.nth(2).wait_for(timeout=PATIENCE)
    before = [each.get_attribute("src") for each in pictures.all()]
    assert page.get_by_text("Command Console").count() == 0
    page.get_by_role("button", name="Step").click()
    page.get_by_text("Time: 1.0").wait_for(timeout=PATIENCE)
    page.wait_for_function(
        "before => [...document.images].some(each => each.src.startsWith('blob:') && !before.includes(each.src))",
        arg=before, timeout=PATIENCE,
    )  # fmt: skip
    assert [one for one in tab.trouble if "another host" in one or "error in the page" in one] == []
