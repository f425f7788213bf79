"""The commands of the dashboard: their help, and the page of `siloscope demo` as it is served."""

import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from asking import ask
from browsing import Tab
from typer.testing import CliRunner

from dashboard.serving.commands import add_to
from dashboard.serving.demo_page import demo_site, policy
from dashboard.serving.plan import Plan
from dashboard.serving.ports import address_of, listen
from experiments.cli.app import app
from experiments.cli.demo import HERO
from experiments.comparing.compare import compare
from sim.company.scenario import Scenario

ROOT = Path(__file__).resolve().parents[3]


def test_the_command_line_has_all_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for command in ("dashboard", "serve", "demo", "compare", "receipt"):
        assert re.search(rf"│ {command} ", done.stdout), command
    assert done.stderr == ""


@pytest.mark.parametrize("command", ["dashboard", "serve", "demo"])
def test_help_teaches(command: str) -> None:
    add_to(app)
    result = CliRunner(env={"COLUMNS": "160", "TERM": "dumb"}).invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "Examples" in result.stdout
    assert f"siloscope {command}" in result.stdout
    for option in ("--host", "--port", "--lang"):
        assert option in result.stdout


def test_the_script_of_a_page_is_allowed_by_its_hash_only() -> None:
    script = "alert(1)"
    allowed = policy(f"<html><script>{script}</script></html>")
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}';" in allowed
    assert "script-src 'none'" in policy("<html></html>")


def test_the_page_of_the_demo_is_served_in_both_languages(tab_of: Callable[..., Tab]) -> None:
    small = Scenario.model_validate({"name": "small", "run": {"warmup_weeks": 2, "weeks": 7, "replicates": 2}})
    found = compare(small, ["sales-commission", HERO])
    with listen("127.0.0.1", 0) as bound:
        server = uvicorn.Server(uvicorn.Config(demo_site(found, Plan()), log_level="warning"))
        thread = Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            address = address_of(bound)
            assert ask(address, "/health").status == 200
            assert ask(address, "/", Host="evil.example").status == 403
            for lang in ("en", "nl"):
                answer = ask(address, f"/?lang={lang}")
                assert answer.status == 200
                assert f'<html lang="{lang}"' in answer.text
                assert "'unsafe" not in answer.headers["content-security-policy"].partition("style-src")[0]
            tab = tab_of(address)
            tab.page.goto(f"{address}/?lang=nl")
            assert tab.page.evaluate("document.documentElement.lang") == "nl"
            assert [one for one in tab.trouble if "favicon" not in one and "404" not in one] == []
        finally:
            server.should_exit = True
            thread.join()
