"""How the dashboard is served: where, to whom, and within which limits."""

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from experiments.errors import RequestError
from experiments.showing.language import Lang

DEFAULT_PORT = 8765
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names that lead to this machine only, whoever says them: no stranger's page can carry one of these as its address."""


@dataclass(frozen=True)
class Plan:
    """What is decided before the server starts; `checked` refuses what would not be safe."""

    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int | None = None
    """Port to listen on; None is the usual one, or the next that is free; 0 is any free one."""
    origins: tuple[str, ...] = ()
    """Addresses by which others reach the pages, as scheme://name:port."""
    names: tuple[str, ...] = ()
    """Host names by which others reach the pages, without a port."""
    lang: Lang = "en"
    sessions: int = 40
    """Open pages at a time; each costs about a megabyte, and its share of the processor."""
    memory: int = 4096
    """MB of memory above which no new session is let in."""
    message: int = 2 * 1024 * 1024
    """Bytes of the largest message that a browser may send."""
    keep: int = 180
    """Seconds that a session without a page is kept, for those whose connection hiccups."""
    grace: int = 3
    """Seconds that running sessions get to finish when the server stops."""

    @property
    def is_local(self) -> bool:
        """Whether only this machine can connect."""
        return is_loopback(self.host)

    @property
    def is_secure(self) -> bool:
        """Whether people come by https only (a proxy in front of us speaks it)."""
        return bool(self.origins) and all(origin.startswith("https://") for origin in self.origins)

    @property
    def hosts(self) -> frozenset[str]:
        """Every host name that a request may be addressed to."""
        return LOCAL_NAMES | {host_name(urlsplit(origin).netloc) for origin in self.origins} | set(self.names)


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from its own machine only."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def host_name(netloc: str) -> str:
    """The name in "name:port", in lower case and without the port; "" if there is none."""
    try:
        return urlsplit(f"//{netloc}").hostname or ""
    except ValueError:
        return ""


def origin_of(url: str) -> str:
    """The origin of a public address, such as https://silo.example.org. Raises RequestError."""
    try:
        parts = urlsplit(url.strip())
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise RequestError(f"--public-url {url}: this is no address; write it as https://name:port") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or "*" in url:
        raise RequestError(f"--public-url {url}: write it as https://name:port, the address that people type")
    if parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise RequestError(f"--public-url {url}: the pages live at the root of a host; give it without a path")
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{name}{port}"


def name_of(host: str) -> str:
    """A host name that people may use. Raises RequestError."""
    name = host_name(host.strip())
    if not name or "*" in name or "/" in host:
        raise RequestError(f"--allow-host {host}: write one host name or address, such as silo.example.org")
    return name


def checked(plan: Plan) -> Plan:
    """The plan itself, if it is safe to start. Raises RequestError, which says what is missing."""
    if plan.is_local or plan.origins or plan.names:
        return plan
    port = plan.port or DEFAULT_PORT
    raise RequestError(
        f"--host {plan.host}: others could connect, but it is not said under which address, so pages of strangers "
        f"could steer this server. Say it: siloscope serve --host {plan.host} --port {port} "
        f"--public-url http://{_own_address()}:{port}"
    )


def _own_address() -> str:
    """The address of this machine in its network, as a suggestion; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation: only the route is looked up
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()
