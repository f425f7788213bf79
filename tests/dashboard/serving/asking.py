"""Raw requests and raw websockets, as a browser or somebody worse would send them."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

from websockets.sync.client import ClientConnection, connect


class Answer(NamedTuple):
    """An answer over HTTP."""

    status: int
    headers: Mapping[str, str]
    text: str


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """The answer to one request; `path` is sent as it is, and a Host in `headers` takes the place of the usual one."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=90)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read().decode("utf-8", "replace"))
    finally:
        connection.close()


@contextmanager
def talk(address: str, session: str = "", **how: Any) -> Iterator[ClientConnection]:
    """A websocket of a session, as pages open it."""
    url = f"{address.replace('http', 'ws', 1)}/jupyter/api/kernels/{session or uuid4()}/channels?session_id={uuid4()}"
    how.setdefault("origin", address)
    with connect(url, open_timeout=90, close_timeout=5, max_size=None, **how) as socket:
        yield socket


def message(kind: str, content: dict[str, object] | None = None) -> str:
    """A message of the protocol that pages speak."""
    header = {"msg_id": str(uuid4()), "msg_type": kind, "username": "", "session": "", "version": "5.2", "date": ""}
    whole = {"header": header, "parent_header": {}, "metadata": {}, "content": content or {}, "channel": "shell"}
    return json.dumps({**whole, "buffers": []})


def kinds(socket: ClientConnection, until: str, patience: float = 90) -> list[str]:
    """Kinds of the messages that come, up to the first of kind `until`. Raises TimeoutError if it does not come."""
    found: list[str] = []
    while until not in found:
        found.append(json.loads(socket.recv(timeout=patience))["header"]["msg_type"])
    return found
