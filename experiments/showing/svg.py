"""A chart as SVG that stands inside a page: light, without foreign fonts, read out as one picture with one text."""

import re
from math import ceil
from textwrap import wrap
from xml.etree import ElementTree as Tree

from experiments.showing.looks import INK, SUBTITLE, WHITE
from experiments.showing.printable import printable

_SVG = "http://www.w3.org/2000/svg"
_KEPT = {
    "d", "transform", "x1", "x2", "y1", "y2", "x", "y", "width", "height", "viewBox", "fill", "stroke", "opacity",
    "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
    "dx", "dy", "text-anchor", "font-size", "font-weight", "font-style", "display",
}  # fmt: skip
_TITLE, _NOTE = 15, 12  # pixels of letters
_LETTER_WIDTH = 0.62  # of that, how wide a bold one is
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


def alone(text: str, title: str, words: str, note: str = "") -> str:
    """Chart `text` as a picture that stands alone: on white, below its title and the `note` that says how to read it.

    `words` are for those who cannot see it. Raises ParseError.
    """
    Tree.register_namespace("", _SVG)
    inside = Tree.fromstring(text)
    width, height = ceil(float(inside.attrib["width"])), ceil(float(inside.attrib["height"]))
    whole = Tree.Element(f"{{{_SVG}}}svg", {"font-family": "Arial, Helvetica, sans-serif", "role": "img"})
    for name, said in (("title", title), ("desc", words)):
        Tree.SubElement(whole, f"{{{_SVG}}}{name}").text = printable(said)
    Tree.SubElement(whole, f"{{{_SVG}}}rect", {"width": "100%", "height": "100%", "fill": WHITE})
    head = 0.0
    for said, size, look in ((title, _TITLE, {"font-weight": "bold", "fill": INK}), (note, _NOTE, {"fill": SUBTITLE})):
        for line in wrap(printable(said), int(width / (_LETTER_WIDTH * size))):
            head += 1.35 * size
            place = {"x": "5", "y": f"{head:.0f}", "font-size": str(size)}
            Tree.SubElement(whole, f"{{{_SVG}}}text", {**place, **look}).text = line
    head += _TITLE
    whole.attrib |= {
        "width": f"{width}",
        "height": f"{height + head:.0f}",
        "viewBox": f"0 0 {width} {height + head:.0f}",
    }
    Tree.SubElement(whole, f"{{{_SVG}}}g", {"transform": f"translate(0,{head:.0f})"}).extend(inside)
    return Tree.tostring(whole, encoding="unicode")


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
