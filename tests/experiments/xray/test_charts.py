"""The charts of an X-ray: which there are, that they are pictures, and the language that they speak."""

from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from experiments import xray as xray_room
from experiments.showing.language import LANGUAGES
from experiments.showing.words import Words
from experiments.xray.charts import draw
from experiments.xray.figures import xray
from experiments.xray.reading import Log, read_log

ROOM = Path(xray_room.__file__).parent
SAMPLE = ROOM.parent / "examples" / "tickets.csv"
COLUMNS = {"case": "ticket", "time": "at", "group": "team", "division": "department", "status": "state"}


@pytest.mark.parametrize("with_all", [True, False])
def test_draws_charts_and_network(tmp_path, with_all):
    log = read_log(SAMPLE, **COLUMNS)
    found = xray(log if with_all else Log(log.events[["case", "time", "group"]], log.times))
    files = draw(found, tmp_path / "deep" / "out")
    names = ["handoffs", "passed-on-again", *(["time-to-solve"] if with_all else []), "who-to-whom"]
    assert [f.name for f in files] == [*(f"{n}.{kind}" for n in names for kind in ("png", "svg")), "handoffs.graphml"]
    for file in files:
        if file.suffix == ".png":
            assert file.read_bytes().startswith(b"\x89PNG")
        else:
            ElementTree.parse(file)
    weights = nx.read_graphml(files[-1]).edges.data("weight")
    assert sum(weight for *_, weight in weights) == found.summary.handoffs


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_speak_the_language_that_is_asked_for(tmp_path, lang):
    draw(xray(read_log(SAMPLE, **COLUMNS)), tmp_path, lang)
    words = Words(ROOM / "charts" / "words.toml")
    other = "en" if lang == "nl" else "nl"
    for name, title in (
        ("handoffs", "how often"), ("passed-on-again", "how likely"), ("time-to-solve", "time by handoffs"),
        ("who-to-whom", "who to whom"),
    ):  # fmt: skip
        picture = ElementTree.parse(tmp_path / f"{name}.svg").getroot()
        said = {(text.text or "").strip() for text in picture.iter("{http://www.w3.org/2000/svg}text")}
        assert words.say(title, lang) in said
        theirs = {texts[other] for texts in words.all.values() if texts[other] != texts[lang]}
        assert not said & theirs, name
    times = (tmp_path / "time-to-solve.svg").read_text(encoding="utf-8")
    assert ("5,7 dagen" if lang == "nl" else "5.7 days") in times


def test_draws_a_log_without_any_handoff(tmp_path):
    log = tmp_path / "log.csv"
    log.write_text("ticket,at,team\n1,2026-01-05,A\n2,2026-01-05,B\n", encoding="utf-8")
    found = xray(read_log(log, "ticket", "at", "team"))
    assert found.fits is None
    assert [f.name for f in draw(found, tmp_path) if f.suffix == ".png"] == ["handoffs.png", "passed-on-again.png"]
