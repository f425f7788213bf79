"""The server as it runs: what it answers, what it refuses, how many it lets in, and how it ends."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from asking import ask, kinds, message, talk
from browsing import Served, end_server, start_server
from websockets.exceptions import ConnectionClosed, InvalidStatus

from dashboard.serving.messages import PATIENCE
from experiments.storing.version import own_version


def session_cookie(cookies: str) -> str:
    found = re.search(r"solara-session-id=([^;]+)", cookies)
    assert found is not None
    return found[1]


def test_health(served: Served) -> None:
    answer = ask(served.address, "/health")
    facts = json.loads(answer.text)
    assert answer.status == 200
    assert facts["ok"] is True
    assert facts["version"] == own_version()
    assert facts["sessions"] >= 0
    assert 50 < facts["memory_mb"] < 4000


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/?lang=nl", 200), ("/health", 200), ("/static/assets/frame.js", 200), ("/nothing", 404),
     ("/static/nothing", 404), ("/_solara/cdn/nothing@1.0.0/x.js", 404), ("/_solara/api/close/x", 404),
     ("/?q=" + "a" * 62_000, 414)],
)  # fmt: skip
def test_every_answer_carries_the_headers(served: Served, path: str, status: int) -> None:
    answer = ask(served.address, path)
    assert answer.status == status
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-inline'" not in policy.partition("style-src")[0]
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "server" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers


def test_the_cookie_is_for_us_only(served: Served) -> None:
    cookie = ask(served.address, "/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    name = session_cookie(cookie)
    assert session_cookie(ask(served.address, "/", Cookie=f"solara-session-id={name}").headers["set-cookie"]) == name
    given = ask(served.address, "/", Cookie="solara-session-id=<script>").headers["set-cookie"]
    assert "script" not in given


@pytest.mark.parametrize(
    "path",
    ["/resourcez", "/resourcez?verbose", "/readyz", "/jupyter/api/kernels/1", "/jupyter/api/contents", "/jupyter/tree",
     "/_solara/api/evict/1", "/static/public/app.py", "/static/../server/app.py", "/static/%2e%2e/server/app.py",
     "/_solara/cdn/..%2f..%2f..%2fetc/passwd", "/_solara/cdn/%2e%2e/%2e%2e/%2e%2e/pyvenv.cfg",
     "/static/assets/..%2fsite.py",
     "/jupyter/nbextensions/..%2f..%2f..%2fpyvenv.cfg", "/docs", "/openapi.json"],
)  # fmt: skip
def test_what_is_not_a_page_is_not_there(served: Served, path: str) -> None:
    answer = ask(served.address, path)
    assert answer.status == 404
    assert "import " not in answer.text
    assert "home" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_pages_can_only_be_read(served: Served, method: str) -> None:
    assert ask(served.address, "/", method).status == 405


def test_strangers_are_refused(served: Served) -> None:
    assert ask(served.address, "/", Origin="http://evil.example").status == 403
    assert ask(served.address, "/", Host="evil.example").status == 403
    assert ask(served.address, "/_solara/api/close/x", "POST", Origin="null").status == 403
    for origin in ("http://evil.example", "null", served.address + "1"):
        with pytest.raises(InvalidStatus, match="403"), talk(served.address, origin=origin):
            pass


@pytest.mark.parametrize("session", ["short", "a" * 65, "..%2f..%2fetc", "<script>alert(1)</script>"])
def test_a_session_has_a_proper_name(served: Served, session: str) -> None:
    with pytest.raises(InvalidStatus, match=r"403|404"), talk(served.address, session):
        pass


def test_no_code_is_executed_and_nothing_but_talk_is_heard(served: Served) -> None:
    with talk(served.address) as socket:
        for kind in ("execute_request", "complete_request", "inspect_request", "history_request"):
            socket.send(message(kind, {"code": "open('x')", "silent": False}))
        socket.send(b"\x00\x00\x00\x01binary")
        socket.send("{" * 1000)
        socket.send(message("kernel_info_request"))
        found = kinds(socket, "kernel_info_reply")
    assert set(found) <= {"status", "kernel_info_reply"}


def test_who_insists_is_cut_off(served: Served) -> None:
    with talk(served.address) as socket:
        for _ in range(PATIENCE + 1):
            socket.send("no message")
        with pytest.raises(ConnectionClosed) as closed:
            kinds(socket, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1008


def test_a_message_may_not_be_huge(served: Served) -> None:
    with talk(served.address) as socket:
        socket.send("x" * 3_000_000)
        with pytest.raises(ConnectionClosed) as closed:
            kinds(socket, "never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for others that has room for one."""
    server = start_server(
        tmp_path_factory.mktemp("small") / "log", "--port", "0", "--sessions", "1", "--allow-host", "silo.local",
        "--keep", "10", command="serve",
    )  # fmt: skip
    yield server
    end_server(server)


def test_a_full_house_says_so_politely_and_has_room_again(small: Served) -> None:
    cookie = "solara-session-id=" + session_cookie(ask(small.address, "/", Host="silo.local").headers["set-cookie"])
    session = str(uuid4())
    with talk(small.address, session, additional_headers={"Cookie": cookie}) as socket:
        socket.send(message("kernel_info_request"))
        kinds(socket, "kernel_info_reply")
        full = ask(small.address, "/?lang=nl")
        assert full.status == 503
        assert full.headers["retry-after"] == full.headers["refresh"]
        assert "Alle plaatsen zijn bezet" in full.text
        assert "<script" not in full.text
        assert ask(small.address, "/health").status == 200
        with pytest.raises(InvalidStatus), talk(small.address):
            pass
        # Nobody but its own browser can end a session.
        tab = re.search("session_id=([^&]+)", socket.request.path if socket.request else "")
        assert tab is not None
        assert ask(small.address, f"/_solara/api/close/{session}?session_id={tab[1]}", "POST").status == 204
        assert ask(small.address, "/").status == 503
    # The page is gone, its session waits for it to come back: it makes room for who is there.
    deadline = time.monotonic() + 90
    while ask(small.address, "/").status != 200:
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("words", "said"),
    [(("serve", "--host", "0.0.0.0"), "--public-url"), (("dashboard", "--host", "0.0.0.0"), "--public-url"),
     (("serve", "--public-url", "https://*"), "--public-url"), (("serve", "--allow-host", "*"), "--allow-host"),
     (("serve", "--host", "203.0.113.9", "--public-url", "https://a.b"), "cannot listen")],
)  # fmt: skip
def test_it_refuses_to_start_unsafe(words: tuple[str, ...], said: str) -> None:
    done = subprocess.run([sys.executable, "-m", "dashboard", *words], capture_output=True, text=True, timeout=240)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("siloscope: ")
    assert said in line


def test_a_port_that_is_taken_is_an_error_only_if_it_was_asked_for(served: Served) -> None:
    port = served.address.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "dashboard", "--port", port], capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 2
    assert f"port {port}" in done.stderr


def test_it_ends_gracefully_with_somebody_inside(tmp_path: Path) -> None:
    server = start_server(tmp_path / "log", "--no-browser", "--port", "0")
    try:
        with talk(server.address) as socket:
            socket.send(message("kernel_info_request"))
            kinds(socket, "kernel_info_reply")
            os.kill(server.process.pid, signal.SIGINT)
            with pytest.raises(ConnectionClosed) as closed:
                kinds(socket, "never")
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1012  # "service restart": the page waits for it to come back
        assert server.process.wait(90) == 0
        log = server.log.read_text(encoding="utf-8")
        assert "Traceback" not in log
        assert "stopped" in log
    finally:
        end_server(server)
