"""A log that was brought in: guessed, chosen, shown as text; what a browser sends is looked through."""

import pytest

from dashboard.pages.log.choosing import SAMPLE, bring, preview
from dashboard.pages.log.page import WORDS
from dashboard.pages.log.showing import reading_note, refusal
from experiments.showing.language import LANGUAGES
from experiments.xray.apart import measured

NASTY = (
    b'ticket,at,team\n1,2026-01-05,"<script>alert(1)</script>"\n1,2026-01-06,=HYPERLINK("x")\n1,2026-01-07,a\x1b[31mb\n'
)


@pytest.fixture
def sample():
    return bring(1, "tickets.csv", SAMPLE.read_bytes())


def test_the_sample_needs_no_choice(sample):
    assert sample.columns is not None
    assert set(sample.roles) == {"case", "time", "group", "division", "status"}


def test_choosing_moves_a_column_from_one_role_to_another(sample):
    moved = sample.choosing("group", "department")
    assert moved.roles["group"] == "department"
    assert "division" not in moved.roles
    assert moved.choosing("group", "").columns is None
    assert sample.choosing("group", "team").roles == sample.roles


@pytest.mark.parametrize(
    ("role", "column"), [(None, "team"), ("case", "nothing"), ("x", "team"), ("case", 3), ([], {})]
)
def test_a_hostile_choice_changes_nothing(sample, role, column):
    assert sample.choosing(role, column) == sample
    assert sample.ordering(column if column != "" else None) == sample


def test_an_order_can_be_said_and_taken_back(sample):
    assert sample.ordering("dmy").order == "dmy"
    assert sample.ordering("dmy").ordering("").order is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_in_a_file_is_shown_as_text(lang):
    shown = preview(bring(1, "x.csv", NASTY), WORDS, lang)
    cells = [cell for row in shown["rows"] for cell in row]
    assert "<script>alert(1)</script>" in cells
    assert any(cell.startswith("=HYPERLINK") for cell in cells)
    assert "a␣[31mb" in cells
    assert all(cell.isprintable() for cell in cells)
    assert [each["role"] for each in shown["roles"]] == ["case", "time", "group", "division", "status"]


def test_a_wide_and_long_file_is_shown_in_part():
    header = ",".join(f"column{i}" for i in range(150))
    shown = preview(bring(1, "x.csv", f"{header}\n{','.join(['x' * 500] * 150)}\n".encode()), WORDS, "en")
    assert len(shown["header"]) + shown["more"] == 150
    assert max(len(cell) for cell in shown["rows"][0]) <= 80


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("raw", [b"", b"\0", b"PK\x03\x04", b"\x1f\x8bx", b"x," * 300, b"a" * 200_000])
def test_what_is_no_log_is_refused_by_name(raw, lang):
    brought = bring(1, "<i>x</i>.csv", raw)
    assert brought.file is None or brought.columns is None
    if brought.refused:
        assert refusal(brought.refused, brought.name, WORDS, lang).startswith("<i>x</i>.csv: ")


def test_an_ambiguous_date_asks_for_the_choice_on_the_page():
    brought = bring(1, "x.csv", b"ticket,at,team\n1,1/2/2026,A\n1,1/3/2026,B\n")
    with pytest.raises(ValueError, match="may be day/month") as error:
        measured(brought.file, brought.columns, None, lambda: False)
    assert "--date-order" not in refusal(error.value, "x.csv", WORDS, "en")
    found = measured(brought.file, brought.columns, brought.ordering("dmy").order, lambda: False)
    assert "dag/maand/jaar" in reading_note(found, WORDS, "nl")


def test_a_guessed_order_is_told():
    path = SAMPLE.with_name("incidents.csv")
    brought = bring(1, path.name, path.read_bytes())
    found = measured(brought.file, brought.columns, None, lambda: False)
    assert "22/2/2016" in reading_note(found, WORDS, "en")
