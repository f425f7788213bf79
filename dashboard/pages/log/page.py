"""The page "Your ticket log": a log is brought into memory, measured, and shown beside the simulated company.

The log lives in the memory of this page alone. It is in no address, in nothing that is kept, and gone with the page.
"""

from collections.abc import Callable
from typing import Any

import solara

from dashboard.desk import Desk
from dashboard.look.plain import component
from dashboard.look.upload import Upload
from dashboard.pages.facts import words_beside
from dashboard.pages.log.choosing import SAMPLE, Brought, bring, preview
from dashboard.pages.log.company import company_xray
from dashboard.pages.log.showing import both, course_names, reading_note, refusal
from dashboard.pages.log.work import Stop, Tell, Work, use_work
from experiments.comparing.course import Course
from experiments.xray.apart import measured
from experiments.xray.figures import Xray
from experiments.xray.opening import UPLOAD
from experiments.xray.times import HOURS

WORDS = words_beside(__file__)
type Plain = dict[str, object]


@component("intro.vue")
def IntroView(
    words: dict[str, str], loaded: str, event_sample: Callable[[object], None], event_forget: Callable[[object], None]
) -> None:
    """What this is, where the file goes, and a log to try; see intro.vue."""


@component("columns.vue")
def ColumnsView(
    words: dict[str, str],
    preview: Plain,
    note: str,
    event_choose: Callable[[object], None],
    event_arrange: Callable[[object], None],
    event_count: Callable[[object], None],
) -> None:
    """Which column says what; see columns.vue."""


@component("beside.vue")
def BesideView(
    words: dict[str, str],
    lang: str,
    busy: bool,
    share: float,
    refused: str,
    found: Plain,
    courses: list[Plain],
    course: int,
    event_against: Callable[[object], None],
) -> None:
    """Both X-rays, or how far they are; see beside.vue."""


@solara.component
def TicketLog(desk: Desk) -> None:
    """Bring a log, say which column is what, and read it beside the simulated company."""
    lang = desk.lang
    said = {key: texts[lang] for key, texts in WORDS.all.items()}
    nothing: Brought | None = None
    brought, keep = solara.use_state(nothing)
    count: Any = solara.use_ref(0)

    def take(name: str, raw: bytes) -> None:
        count.current += 1
        keep(bring(count.current, name, raw))

    with solara.Div(classes=["log"]):
        IntroView(
            words=said,
            loaded=brought.name if brought is not None else "",
            event_sample=lambda _: take(WORDS.say("sample_name", lang), SAMPLE.read_bytes()),
            event_forget=lambda _: keep(None),
        )
        Upload(lang, ".csv,.txt,.tsv,.gz", UPLOAD.bytes or 0, take, said["choose"])
        if brought is not None:
            Measured(desk, brought, keep, said)


@solara.component
def Measured(desk: Desk, brought: Brought, keep: Callable[[Brought], None], said: dict[str, str]) -> None:
    """The columns of a log, and its X-ray."""
    lang, course = desk.lang, _course_of(desk)
    mine = use_log(brought)
    in_hours = mine.result is not None and mine.result.times.read_as == HOURS
    model = use_company(desk, desk.courses[course], in_hours, brought.columns is not None)

    def choose(sent: object) -> None:
        if isinstance(sent, dict):
            keep(brought.choosing(sent.get("role"), sent.get("column")))

    def against(chosen: object) -> None:
        if type(chosen) is int and 0 <= chosen < len(desk.courses):
            desk.note(**{"log.course": str(chosen)})

    if brought.file is not None:
        ColumnsView(
            words=said,
            preview=preview(brought, WORDS, lang),
            note=reading_note(mine.result, WORDS, lang),
            event_choose=choose,
            event_arrange=lambda order: keep(brought.ordering(order)),
            event_count=lambda unit: keep(brought.counting(unit)),
        )
    refused = refusal(brought.refused or mine.refused or model.refused, brought.name, WORDS, lang)
    whole = mine.result is not None and model.result is not None
    BesideView(
        words=said,
        lang=lang,
        busy=not refused and not whole and brought.columns is not None,
        share=(mine.share + model.share) / 2,
        refused=refused,
        found=both(mine.result, model.result, lang) if mine.result is not None and model.result is not None else {},
        courses=course_names(desk.courses, lang),
        course=course,
        event_against=against,
    )


def use_log(brought: Brought) -> Work[Xray]:
    """The X-ray of the log as its columns are chosen."""
    file, columns, order, unit = brought.file, brought.columns, brought.order, brought.unit
    key = (brought.number, columns, order, unit) if file is not None and columns is not None else None

    def do(stop: Stop, tell: Tell) -> Xray:
        assert file is not None
        assert columns is not None
        return measured(file, columns, order, stop, tell, unit)

    return use_work(key, do)


def use_company(desk: Desk, course: Course, in_hours: bool, wanted: bool) -> Work[Xray]:
    """The X-ray of the simulated company on a course."""
    scenario, seed = desk.scenario, desk.question.with_seed
    key = (scenario.model_dump_json(), course, seed, in_hours) if wanted else None
    return use_work(key, lambda stop, tell: company_xray(scenario, course, seed, in_hours, desk.session, stop, tell))


def _course_of(desk: Desk) -> int:
    """The place of the course that the log is held against; the first unless the address says otherwise."""
    text = desk.view.options.get("log.course", "0")
    place = int(text) if text.isdecimal() and len(text) < 3 else 0
    return place if place < len(desk.courses) else 0
