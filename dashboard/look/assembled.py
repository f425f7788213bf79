"""A Vue component put together from small files: ipyvue takes one text, and a browser is not asked to fetch the rest.

In the component's file `/*** scripts ***/` stands where the scripts go, and `/*** styles ***/` where the styles go.
Scripts are plain functions that the next ones use; together they are the script of one component.
"""

from collections.abc import Sequence
from pathlib import Path


def assembled(component: Path, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The text of a component, with scripts and styles, named as seen from its folder. Raises OSError."""

    def read(names: Sequence[str]) -> str:
        return "\n".join((component.parent / name).read_text(encoding="utf-8") for name in names)

    text = component.read_text(encoding="utf-8")
    return text.replace("/*** scripts ***/", read(scripts)).replace("/*** styles ***/", read(styles))
