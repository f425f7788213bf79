"""A file from the user's machine, in parts, into the memory of this process: chosen by keyboard or mouse, or dropped.

The parts are put together in the browser's order and handed over once; nothing is written to a disk, logged or kept.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import solara

from dashboard.look.plain import component
from experiments.showing.language import Lang
from experiments.showing.words import Words

WORDS = Words(Path(__file__).with_name("words.toml"))
_LONGEST_NAME, _LONGEST_TICKET = 200, 40
_MEGABYTE = 1_000_000


@dataclass
class Coming:
    """A file that is on its way: what has arrived of it so far."""

    name: str
    size: int
    ticket: str
    """Tells the parts of this file from those of one that was given up."""
    parts: list[bytes] = field(default_factory=list)
    arrived: int = 0

    def take(self, message: object) -> bool:
        """Add a part, if it is the next one of this file; what is anything else is ignored."""
        if not isinstance(message, dict) or not isinstance(message.get("text"), str):
            return False
        if message.get("ticket") != self.ticket or message.get("from") != self.arrived:
            return False
        try:
            part = base64.b64decode(message["text"], validate=True)
        except ValueError:
            return False
        if not 0 < len(part) <= self.size - self.arrived:
            return False
        self.parts.append(part)
        self.arrived += len(part)
        return True


def announced(message: object, most: int) -> Coming | None:
    """The file that a browser announces; None if the message is none, or the file is too large."""
    if not isinstance(message, dict):
        return None
    name, size, ticket = (message.get(key) for key in ("name", "size", "ticket"))
    if not (isinstance(name, str) and isinstance(ticket, str) and type(size) is int):
        return None
    if not (0 <= size <= most and len(name) <= _LONGEST_NAME and 0 < len(ticket) <= _LONGEST_TICKET):
        return None
    return Coming(name, size, ticket)


@component("upload.vue")
def UploadView(
    words: dict[str, str],
    lang: str,
    accept: str,
    most: int,
    ticket: str,
    taken: int,
    done: int,
    event_begin: Callable[[object], None],
    event_part: Callable[[object], None],
    event_give_up: Callable[[object], None],
) -> None:
    """The button, the place to drop on, and how far it is; see upload.vue."""


@solara.component
def Upload(lang: Lang, accept: str, most: int, on_file: Callable[[str, bytes], None], choose: str) -> None:
    """Choose or drop a file of at most `most` bytes; `on_file` gets its name and content. `choose` is on the button."""
    coming: Any = solara.use_ref(None)
    (ticket, taken, done), tell = solara.use_state(("", -1, 0))

    def arrive_if_whole(file: Coming) -> None:
        if file.arrived < file.size:
            tell((file.ticket, file.arrived, done))
            return
        coming.current = None
        tell(("", -1, done + 1))
        on_file(file.name, b"".join(file.parts))

    def begin(message: object) -> None:
        coming.current = announced(message, most)
        if coming.current is not None:
            arrive_if_whole(coming.current)

    def part(message: object) -> None:
        file = coming.current
        if file is not None and file.take(message):
            arrive_if_whole(file)

    def give_up(_: object) -> None:
        coming.current = None
        tell(("", -1, done))

    def forget() -> Callable[[], None]:
        return lambda: setattr(coming, "current", None)

    solara.use_effect(forget, [])
    size = f"{most / _MEGABYTE:g} MB"
    UploadView(
        words={key: WORDS.say(key, lang, size=size) for key in WORDS.all} | {"choose": choose},
        lang=lang,
        accept=accept,
        most=most,
        ticket=ticket,
        taken=taken,
        done=done,
        event_begin=begin,
        event_part=part,
        event_give_up=give_up,
    )
