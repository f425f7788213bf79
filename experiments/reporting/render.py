"""From the parts of a report to its page. The one place that escapes what users wrote."""

import json
from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from html import escape
from itertools import count
from pathlib import Path
from string import Template
from typing import NamedTuple

from experiments.errors import RequestError
from experiments.reporting import parts
from experiments.reporting.origin import origin_of
from experiments.reporting.parts import NARROW, SMALL, WIDE, Part, Picture, Size
from experiments.showing.html_table import table
from experiments.showing.language import Lang
from experiments.showing.looks import colour_class, letter, look, page_style
from experiments.showing.printable import printable
from experiments.showing.svg import inline, swatch
from experiments.showing.words import Words
from experiments.storing.whole import PAGE, check_ours, check_place, write_whole

_HERE = Path(__file__).parent
_ROOM = 24  # pixels at the right of a chart: a reader's letters may be wider than those it was drawn with
_say = Words(_HERE / "words.toml").say


class Report(NamedTuple):
    """A page in the making, in one language; `lede` says in a sentence or two what was asked."""

    title: str
    lede: str
    parts: tuple[Part, ...]
    lang: Lang = "en"

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that its style and that of a notebook leave each other alone."""
        return (
            f'<iframe title="{_text(self.title)}" srcdoc="{_text(page(self))}" '
            'style="width:100%;height:80vh;border:0" sandbox="allow-scripts allow-downloads"></iframe>'
        )


def page(report: Report) -> str:
    """The whole page: it holds all that it needs, and fetches nothing."""
    say = {key: _text(_say(key, report.lang)) for key in ("saved_with", "cannot_save")}
    return Template((_HERE / "page.html").read_text(encoding="utf-8")).substitute(
        lang=report.lang, title=_text(report.title), lede=_text(report.lede), css=page_style() + _file("report.css"),
        body=fragment(report.parts, report.lang), script=_file("save.js"), **say,
        origin=_text(json.dumps(origin_of(report.title, report.parts), ensure_ascii=False)),
    )  # fmt: skip


def fragment(these: Iterable[Part], lang: Lang = "en") -> str:
    """Parts as HTML without a page around them, as a notebook shows them."""
    return "".join(_Rendering(lang).all(these))


def write(report: Report, path: Path) -> Path:
    """Write the page, whole or not at all, over what is there; returns its path. Raises RequestError or OSError."""
    _check_name(path)
    return write_whole(path, page(report))


def check_page(path: Path) -> None:
    """Refuse a path that no page can be written to, or where another file is, before hours are spent on it.

    Raises RequestError.
    """
    _check_name(path)
    check_ours(path, PAGE)


def _check_name(path: Path) -> None:
    check_place(path, "report.html")
    if path.suffix.lower() not in (".html", ".htm"):  # nobody's experiment is to be written over
        raise RequestError(f"{path}: is no name of a page; give one that ends in .html")


class _Rendering:
    """One report on its way to HTML."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._number = count(1)

    def all(self, these: Iterable[Part]) -> Iterator[str]:
        """Each part as HTML."""
        for part in these:
            yield self.html(part)

    @singledispatchmethod
    def html(self, part: Part) -> str:
        """A part as HTML."""
        raise TypeError(f"{type(part).__name__} is no part of a report")

    @html.register
    def _(self, part: parts.Heading) -> str:
        return f"<h{part.level}>{_text(part.text)}</h{part.level}>"

    @html.register
    def _(self, part: parts.Answer) -> str:
        return f'<p class="answer">{_text(part.text)}</p>'

    @html.register
    def _(self, part: parts.Paragraph) -> str:
        return f'<p class="{part.kind}">{_text(part.text)}</p>'

    @html.register
    def _(self, part: parts.Bullets) -> str:
        return f"<ul>{''.join(f'<li>{_text(each)}</li>' for each in part.texts)}</ul>"

    @html.register
    def _(self, part: parts.Facts) -> str:
        return f"<dl>{''.join(f'<dt>{_text(term)}</dt><dd>{_text(said)}</dd>' for term, said in part.rows)}</dl>"

    @html.register
    def _(self, part: parts.Source) -> str:
        return f'<pre tabindex="0"><code>{_text(part.text)}</code></pre>'

    @html.register
    def _(self, part: parts.Fold) -> str:
        return f"<details><summary>{_text(part.title)}</summary>{''.join(self.all(part.parts))}</details>"

    @html.register
    def _(self, part: parts.Key) -> str:
        rows = []
        for place, (name, words) in enumerate(part.rows):
            mine, colour = look(place), colour_class(place)
            sign = f'<span class="letter">{letter(place)}</span> {swatch(colour, mine.dash, mine.width)}'
            said = f"<strong>{_text(name)}</strong> <span>{_text(words)}</span>"
            rows.append(f'<li class="{colour}">{sign} {said}</li>')
        return f'<ul class="key">{"".join(rows)}</ul>'

    @html.register
    def _(self, part: parts.Table) -> str:
        rows = []
        for name, *cells in part.rows:
            head = f'<th scope="row">{_inside(name)}</th>'
            rows.append(f"<tr>{head}{''.join(f'<td>{_inside(each)}</td>' for each in cells)}</tr>")
        compared = any(isinstance(cell, parts.Cell) and cell.below for row in part.rows for cell in row)
        kind = "numbers compared" if compared else "numbers"
        return table(printable(part.head[0]), map(printable, part.head[1:]), rows, printable(part.caption), kind)

    @html.register
    def _(self, part: Picture) -> str:
        drawn = ((WIDE, "wide"), (NARROW, "narrow"))
        return self._figure(part, "".join(self._svg(part, size, kind) for size, kind in drawn))

    @html.register
    def _(self, part: parts.Gallery) -> str:
        figures = (self._figure(each, self._svg(each, SMALL, "small")) for each in part.pictures)
        return f'<div class="multiples">{"".join(figures)}</div>'

    def _svg(self, picture: Picture, size: Size, kind: str) -> str:
        from experiments.showing.drawing import draw  # charts take a second to load

        text = draw(picture.draw(size), self._lang, size.font)
        return inline(text, printable(picture.words), kind, _ROOM)

    def _figure(self, picture: Picture, drawn: str) -> str:
        """A picture under its title, over how to read it and the buttons that save it."""
        name, title = f"figure-{next(self._number)}", _text(picture.title)
        note = f'<p class="note">{_text(picture.note)}</p>' if picture.note else ""
        saves = " ".join(
            f'<button type="button" data-save="{kind}" aria-label="{_text(label)}">{kind.upper()}</button>'
            for kind in ("svg", "png")
            for label in [_say("save_as", self._lang, title=picture.title, kind=kind.upper())]
        )
        return (
            f'<figure data-name="{name}" data-title="{title}"><figcaption><h3>{title}</h3>'
            f'{note}</figcaption>{drawn}<p class="save">{_text(_say("save", self._lang))} {saves}</p></figure>'
        )


def _inside(cell: parts.Cell | str) -> str:
    if isinstance(cell, str):
        return _text(cell)
    small = f" <small>{_text(cell.small)}</small>" if cell.small else ""
    below = f'<span class="apart {cell.tone}">{_text(cell.below)}</span>' if cell.below else ""
    return f"{_text(cell.text)}{small}{below}"


def _text(text: str) -> str:
    """A text that is safe in a page, between tags and within quotes."""
    return escape(printable(text))


def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
