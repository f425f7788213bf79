"""The page "Your ticket log" in a real browser: a log comes in, is measured beside the company, and is forgotten."""

from collections.abc import Callable
from pathlib import Path

from browsing import PATIENCE, addressed, settle
from playwright.sync_api import Page

from experiments.xray.figures import xray
from experiments.xray.reading import read_log

type Open = Callable[..., Page]
EXAMPLES = Path(__file__).parents[3] / "experiments" / "examples"
NASTY = "<img src=x onerror=document.title=1>"


def measured(page: Page) -> None:
    page.wait_for_selector(".log-headline", timeout=PATIENCE)
    settle(page)


def cells(page: Page, label: str) -> list[str]:
    return page.locator(".log-figures tr", has=page.locator("th", has_text=label)).first.locator("td").all_inner_texts()


def test_the_example_stands_beside_the_company(open_page: Open, violations: Callable[[Page], list[str]]) -> None:
    page = open_page("/log?scenario=small-shop")
    assert violations(page) == []
    page.get_by_role("button", name="Try it with an example").click()
    measured(page)
    assert violations(page) == []
    found = xray(read_log(EXAMPLES / "tickets.csv", "ticket", "at", "team", "department", "state"))
    assert cells(page, "Hand-offs per ticket")[0] == f"{found.summary.mean:.2f}"
    assert cells(page, "Hand-offs that come back")[0] == f"{found.summary.return_share:.0%}".replace("%", " %")
    assert page.locator(".log-matrix").count() == 2

    with page.expect_download() as download:
        page.get_by_role("button", name="Save the figures").click()
    saved = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert f'"Hand-offs per ticket","{found.summary.mean:.2f}"' in saved
    assert "Front desk" not in saved

    # Nothing of it is in the address, and nothing of it is left when the page is.
    assert "ticket" not in page.url.partition("?")[2]
    before = cells(page, "Hand-offs per ticket")[1]
    page.get_by_label("The simulated company is paid by").select_option("1")
    measured(addressed(page, "log.course=1"))
    assert cells(page, "Hand-offs per ticket")[1] != before
    page.get_by_role("link", name="Your company").click()
    page.wait_for_selector(".company-shape")
    page.get_by_role("link", name="Your ticket log").click()
    page.wait_for_selector(".log-sample")
    settle(page)
    assert page.locator(".log-columns, .log-headline, .log-loaded").count() == 0


def test_a_log_can_be_forgotten(open_page: Open) -> None:
    page = open_page("/log?scenario=small-shop&lang=nl")
    page.get_by_role("button", name="Probeer het met een voorbeeld").click()
    page.wait_for_selector(".log-columns")
    page.get_by_role("button", name="Vergeet het").click()
    page.wait_for_selector(".log-columns", state="detached")
    assert page.locator(".log-loaded").count() == 0


def test_a_file_of_one_s_own_in_dutch_on_a_phone(
    open_page: Open, violations: Callable[[Page], list[str]], tmp_path: Path
) -> None:
    page = open_page("/log?scenario=small-shop&lang=nl", viewport={"width": 390, "height": 844}, color_scheme="dark")
    rows = "".join(f"{n // 3};{1 + n // 100}/{1 + n % 9}/2026;=1+{'AB'[n % 2]};{NASTY}\n" for n in range(300))
    mine = tmp_path / f"{NASTY.replace('/', '')}.csv"
    mine.write_text(f"Nummer;Datum;Groep;Onderdeel\n{rows}", encoding="utf-8-sig")
    page.set_input_files("input[type=file]", mine)
    page.wait_for_selector(".log-refused")
    assert "Zeg hierboven hoe datums zijn geschreven" in page.locator(".log-refused").inner_text()
    assert NASTY in page.locator(".log-preview").inner_text()
    assert page.title() != "1"
    page.get_by_label("Datums staan als").select_option("mdy")
    measured(page)
    assert "Datums zijn gelezen als maand/dag/jaar" in page.locator(".log-columns").inner_text()
    assert cells(page, "Overdrachten per ticket")[0] == "2,00"
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".log-role select").nth(2).select_option("")
    page.wait_for_selector(".log-headline", state="detached")


def test_what_is_no_log_is_refused(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/log")
    for name, raw, said in [
        ("a.csv", b"\x89PNG\0", "a.csv: is not a text file"),
        ("b.csv", b"", "b.csv: the file is empty"),
        ("c.xlsx", b"PK\x03\x04", "c.xlsx: is a spreadsheet"),
    ]:
        path = tmp_path / name
        path.write_bytes(raw)
        page.set_input_files("input[type=file]", path)
        page.wait_for_function("said => document.querySelector('.log')?.innerText.includes(said)", arg=said)
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          files.items.add(new File(["a;b\\n1;2\\n"], "dropped.csv"));
          const drop = new DragEvent("drop", { dataTransfer: files, cancelable: true });
          document.querySelector(".upload").dispatchEvent(drop);
        }"""
    )
    page.wait_for_function("document.querySelector('.log-loaded')?.innerText.includes('dropped.csv')")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(50_000_001)
    page.set_input_files("input[type=file]", large)
    page.wait_for_selector(".upload .worse")
    assert "larger than 50 MB" in page.locator(".upload .worse").inner_text()


def test_a_file_of_many_parts_arrives_whole(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/log?scenario=small-shop")
    head = "ticket,at,team,text\n"
    rows = "".join(f"{n // 4},2026-01-{1 + n % 28:02d},T{n % 5},{'x' * 60}\n" for n in range(12_000))
    path = tmp_path / "many.csv"
    path.write_text(head + rows, encoding="utf-8")
    assert path.stat().st_size > 900_000
    page.set_input_files("input[type=file]", path)
    measured(page)
    assert cells(page, "Tickets")[0] == "3,000"
