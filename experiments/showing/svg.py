"""A chart as SVG that stands inside a page: light, without foreign fonts, read out as one picture with one text."""

import re
from math import ceil
from xml.etree import ElementTree as Tree

_SVG = "http://www.w3.org/2000/svg"
_KEPT = {
    "d", "transform", "x1", "x2", "y1", "y2", "x", "y", "width", "height", "viewBox", "fill", "stroke", "opacity",
    "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
    "dx", "dy", "text-anchor", "font-size", "font-weight", "font-style", "display",
}  # fmt: skip
_LONG = re.compile(r"-?\d+\.\d\d+")


def inline(text: str, label: str, kind: str, room: int = 0) -> str:
    """Chart `text` as an inline SVG of class `kind`; `label` is what a screen reader says. Raises ParseError.

    `room` pixels are left free at the right: a reader's letters may be wider than those that the chart was made with.
    """
    root = Tree.fromstring(text)
    width, height = ceil(float(root.attrib["width"])) + room, ceil(float(root.attrib["height"]))
    root.attrib |= {"width": str(width), "viewBox": f"0 0 {width} {height}"}
    for parent in root.iter():
        for child in list(parent):
            if _shows_nothing(child):
                parent.remove(child)
        parent.attrib = {name: _LONG.sub(_short, value) for name, value in parent.attrib.items() if name in _KEPT}
    root.attrib |= {"class": f"chart {kind}", "role": "img", "aria-label": label, "focusable": "false"}
    Tree.register_namespace("", _SVG)
    return Tree.tostring(root, encoding="unicode")


def swatch(colour: str, dash: tuple[int, ...], width: float) -> str:
    """A piece of a policy's line, for the key; `colour` is its class."""
    dashes = f' stroke-dasharray="{" ".join(map(str, dash))}"' if dash else ""
    return (
        f'<svg class="swatch {colour}" viewBox="0 0 44 10" width="44" height="10" aria-hidden="true" focusable="false">'
        f'<line x1="1" y1="5" x2="43" y2="5" stroke-width="{width}"{dashes}/></svg>'
    )  # fmt: skip


def _shows_nothing(part: Tree.Element) -> bool:
    empty_path = part.tag == f"{{{_SVG}}}path" and part.get("class") in ("background", "foreground")
    return empty_path or (part.tag == f"{{{_SVG}}}rect" and part.get("fill") == "white")


def _short(number: re.Match[str]) -> str:
    return f"{float(number.group()):.1f}".removesuffix(".0")
