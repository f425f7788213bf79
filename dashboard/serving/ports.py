"""The port that a server listens on: bound before anything else starts, so that nobody can take it in between."""

import socket

from dashboard.serving.plan import DEFAULT_PORT
from experiments.errors import RequestError

TRIES = 20
"""Ports after the usual one that are tried when it is taken."""


def listen(host: str, port: int | None) -> socket.socket:
    """A bound socket: on that port (0: any free one), or, for None, on the usual port or the next that is free.

    Raises RequestError if the port is taken or the address is not one of this machine.
    """
    if port is not None:
        return _bound(host, port)
    for candidate in range(DEFAULT_PORT, DEFAULT_PORT + TRIES):
        try:
            return _bound(host, candidate)
        except RequestError:
            continue
    return _bound(host, 0)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    # So that a server that was stopped a moment ago can be started again on its port.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host.strip("[]"), port))
        bound.listen(512)
    except OSError as error:
        bound.close()
        raise RequestError(f"cannot listen on {host}, port {port}: {error.strerror}; give another --port") from None
    return bound


def address_of(bound: socket.socket) -> str:
    """The address to type, for one who sits at this machine."""
    host, port = bound.getsockname()[:2]
    name = "127.0.0.1" if host in {"0.0.0.0", "::"} else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}"
