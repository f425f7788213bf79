"""A table of numbers as HTML that a narrow screen scrolls and a screen reader walks through."""

from collections.abc import Iterable
from html import escape


def table(corner: str, columns: Iterable[str], rows: Iterable[str], caption: str, kind: str = "numbers") -> str:
    """A table under heads; `rows` are HTML already (`<tr>…</tr>`), all else is text and is escaped."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in (corner, *columns))
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )
