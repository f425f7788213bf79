"""Where and to whom: what is refused before anything starts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.serving.guests import is_welcome
from dashboard.serving.plan import Plan, checked, name_of, origin_of
from experiments.errors import RequestError


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.8.8.8"])
def test_who_listens_to_nobody_else_needs_to_say_nothing(host: str) -> None:
    assert checked(Plan(host=host)).is_local


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "silo.example.org"])
def test_who_listens_to_others_has_to_say_under_which_address(host: str) -> None:
    with pytest.raises(RequestError, match="--public-url http://"):
        checked(Plan(host=host))
    assert checked(Plan(host=host, origins=("https://silo.example.org",))).is_secure
    assert not checked(Plan(host=host, names=("silo.local",))).is_secure


def test_an_address_is_reduced_to_its_origin() -> None:
    assert origin_of(" https://Silo.Example.org/ ") == "https://silo.example.org"
    assert origin_of("http://192.168.1.20:8765") == "http://192.168.1.20:8765"
    assert origin_of("http://[fe80::1]:80") == "http://[fe80::1]:80"
    assert name_of("Silo.local:80") == "silo.local"


@pytest.mark.parametrize(
    "url", ["*", "https://*", "https://*.example.org", "silo.example.org", "ftp://a.b", "https://", "http://a:x",
            "https://a.b/path", "https://a.b?q", "https://me:secret@a.b", "http://[", "javascript:alert(1)"],
)  # fmt: skip
def test_anything_but_one_plain_address_is_refused(url: str) -> None:
    with pytest.raises(RequestError, match="--public-url"):
        origin_of(url)


@pytest.mark.parametrize("name", ["*", "", "*.example.org", "https://a.b", "a/b"])
def test_anything_but_one_name_is_refused(name: str) -> None:
    with pytest.raises(RequestError, match="--allow-host"):
        name_of(name)


OURS = Plan(origins=("https://silo.example.org",), names=("silo.local",))


@pytest.mark.parametrize(
    ("host", "origin"),
    [("127.0.0.1:8765", None), ("localhost:9000", "http://localhost:9000"), ("[::1]:8765", "http://[::1]:8765"),
     ("silo.local", "https://silo.local"), ("SILO.local:8765", "http://silo.local:8765"),
     ("silo.example.org", "https://silo.example.org"), ("127.0.0.1:8765", "https://silo.example.org")],
)  # fmt: skip
def test_our_own_pages_are_welcome(host: str, origin: str | None) -> None:
    assert is_welcome(OURS, host, origin)


@pytest.mark.parametrize(
    ("host", "origin"),
    [("evil.example", None), ("evil.example", "http://evil.example"), ("127.0.0.1:8765", "http://evil.example"),
     ("127.0.0.1:8765", "http://127.0.0.1:8766"), ("localhost:8765", "http://127.0.0.1:8765"),
     ("localhost:8765", "null"), ("localhost:8765", ""), ("silo.local", "http://silo.local.evil.example"),
     ("localhost.evil.example", None), ("", None), ("[", None), ("silo.example.org", "file://silo.example.org"),
     ("127.0.0.1:8765", "https://silo.example.org.evil.example"), ("user@evil.example", None)],
)  # fmt: skip
def test_strangers_are_not(host: str, origin: str | None) -> None:
    assert not is_welcome(OURS, host, origin)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_is_too_strange_for_an_answer(host: str, origin: str) -> None:
    assert is_welcome(OURS, host, origin) in (True, False)
