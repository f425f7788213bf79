"""The languages of all visible words and numbers."""

from typing import Literal

Lang = Literal["en", "nl"]

LANGUAGES: tuple[Lang, ...] = ("en", "nl")
