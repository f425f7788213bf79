"""Pictures of a report as files: each is whole, stands alone, and says where it comes from."""

import json
from pathlib import Path
from xml.etree import ElementTree as Tree

import pandas as pd

from experiments.reporting import charts
from experiments.reporting.origin import origin_of
from experiments.reporting.parts import Facts, Fold, Gallery, Heading, Part, Picture, Size
from experiments.reporting.render import Report, page
from experiments.reporting.saving import save_pictures
from experiments.showing.drawing import Chart

SVG = "{http://www.w3.org/2000/svg}"
TITLE = 'A <title> & "more", ' + "of so many words that one line of a small picture has no room for them " * 2
ROWS = pd.DataFrame({"x": [1.0], "mean": [1.0], "low": [0.5], "high": [1.5], "state": ["ahead"]})


def drawn(size: Size) -> Chart:
    return charts.scatter(ROWS, charts.Axes("across", "up"), size)


PARTS: tuple[Part, ...] = (
    Heading("In pictures"), Picture(TITLE, "one dot", drawn, "How to read it."),
    Gallery((Picture("small", "a dot", drawn),)),
    Facts((("Policies", "2"),)), Fold("more", (Facts((("Seed", "7 </metadata>"),), origin=True),)),
)  # fmt: skip


def test_only_facts_of_origin_are_told_as_origin() -> None:
    assert origin_of("r", PARTS) == {"report": "r", "Seed": "7 </metadata>"}


def test_every_picture_is_two_files_that_stand_alone(tmp_path: Path) -> None:
    paths = save_pictures(Report("r", "why", PARTS), tmp_path / "new")
    assert [path.name for path in paths] == ["figure-1.svg", "figure-1.png", "figure-2.svg", "figure-2.png"]
    root = Tree.parse(paths[0]).getroot()
    assert root.findtext(f"{SVG}title") == TITLE
    assert root.findtext(f"{SVG}desc") == "one dot"
    told = json.loads(root.findtext(f"{SVG}metadata") or "")
    assert told == {"picture": TITLE, "report": "r", "Seed": "7 </metadata>"}
    *lines, note = [each.text or "" for each in root.findall(f"{SVG}text")]
    assert " ".join(lines) == TITLE.strip()
    assert len(lines) > 1
    assert note == "How to read it."
    assert json.dumps("small").encode() in paths[3].read_bytes()[:2_000]
    assert paths[3].read_bytes().startswith(b"\x89PNG")


def test_a_page_has_it_for_what_its_buttons_save() -> None:
    assert "&quot;Seed&quot;: &quot;7 &lt;/metadata&gt;&quot;" in page(Report("r", "why", PARTS))
