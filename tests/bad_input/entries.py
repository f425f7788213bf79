"""The doors of the program: each kind of file with good ones to begin from, and the commands that take it.

Commands that would live a company for long are stopped by their last word, which they look at after the file.
"""

from pathlib import Path
from random import Random
from typing import NamedTuple

from experiments.catalogue import SCENARIOS
from experiments.comparing.question import Question
from experiments.comparing.question_file import question_to_toml
from sim.policies.reading import CATALOGUE
from tests.bad_input.seeds import BYTES, TEXTS, VALUES

ROOT = Path(__file__).resolve().parents[2]
FILE, OUT = "{file}", "{out}"
_NO_RUN = ("-m", "no-such-measure")
_COLUMNS = ("--case", "ticket", "--time", "at", "--group", "team")
_STUDIES = ROOT / "experiments" / "studies"


class Door(NamedTuple):
    """A kind of file: what its name ends in, good ones, and commands, in which {file} and {out} stand for paths."""

    end: str
    good: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...]


def _texts(*paths: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in paths)


def _logs() -> tuple[str, ...]:
    rows = (ROOT / "experiments" / "examples" / "tickets.csv").read_text(encoding="utf-8").splitlines()[:25]
    plain = "\n".join(rows) + "\n"
    hours = "\n".join([rows[0], *(f"T{i % 4},{i}.5,Team {i % 3},D,Completed" for i in range(20))]) + "\n"
    epoch = "\n".join([rows[0], *(f"T{i % 4},{1_456_700_000 + 999 * i},Team {i % 3},D,Done" for i in range(20))])
    days = "\n".join([rows[0], *(f"T{i % 4},{i % 28 + 1}/2/2016 01:23,Team {i % 3},D,Open" for i in range(20))])
    return (plain, plain.replace(",", ";"), plain.replace(",", "\t"), plain.replace(",", "|"), hours, epoch, days,
            hours.replace(",", ";").replace(".5", ",5"))  # fmt: skip


COURSE = (
    'id = "mine"\nname.en = "Mine"\nname.nl = "Mijn"\n\n[[steps]]\nweek = 0\npolicy = "fair-salary"\n\n'
    '[[steps]]\nweek = 6\npolicy = "sales-commission"\n'
)
TABLE = (
    'version = 1\nname = "table"\nscenario = "small-shop"\npolicies = ["fair-salary", "sales-commission"]\n'
    '[design]\nkind = "table"\npoints = [[0.5, 1.0], [0.7, 2.0]]\n[vary]\n'
    '"choice.meaning" = {}\n"problems.problems_per_customer" = { low = 0.1, high = 3 }\n'
)

DOORS: dict[str, Door] = {
    "policy": Door(
        ".toml",
        _texts(*sorted(CATALOGUE.glob("*.toml"))),
        (("policy", "show", FILE), ("policy", "keys", FILE), ("policy", "keys", FILE, "--json", "--lang", "nl"),
         ("compare", "fair-salary", FILE, *_NO_RUN), ("run", "-p", FILE, *_NO_RUN)),
    ),
    "scenario": Door(
        ".toml",
        _texts(*sorted(SCENARIOS.glob("*.toml"))),
        (("scenario", "check", FILE), ("scenario", "show", FILE), ("run", FILE, *_NO_RUN),
         ("compare", "fair-salary", "sales-commission", "-s", FILE, *_NO_RUN)),
    ),
    "course": Door(
        ".toml",
        (COURSE,),
        (("compare", "sales-commission", FILE, *_NO_RUN), ("run", "-p", FILE, *_NO_RUN)),
    ),
    "question": Door(
        ".toml",
        (question_to_toml(Question()), question_to_toml(Question(settings=(("choice.meaning", "0.5"),)))),
        (("compare", "-q", FILE, *_NO_RUN), ("compare", "-q", FILE, "--set", "x=1", *_NO_RUN)),
    ),
    "study": Door(
        ".toml",
        (*_texts(*sorted(path for path in _STUDIES.glob("*.toml") if not path.name.startswith("choose"))), TABLE),
        (("sweep", FILE),),
    ),
    "choice": Door(".toml", _texts(*sorted(_STUDIES.glob("choose*.toml"))), (("choose", FILE),)),
    "log": Door(
        ".csv",
        _logs(),
        (("xray", FILE, *_COLUMNS), ("xray", FILE, *_COLUMNS, "--json"),
         ("xray", FILE, *_COLUMNS, "--division", "department", "--status", "state"),
         ("xray", FILE, *_COLUMNS, "--time-unit", "s"), ("xray", FILE, *_COLUMNS, "--date-order", "mdy"),
         ("xray", FILE, *_COLUMNS, "--separator", "tab"),
         ("calibrate", FILE, *_COLUMNS, "--fit", "no.such.key", "--out", OUT),
         ("calibrate", FILE, *_COLUMNS, "--time-unit", "min", "--separator", "bar", "--fit", "x", "--out", OUT)),
    ),
}  # fmt: skip

_WORDS: tuple[tuple[str, ...], ...] = (
    ("policy", "show", "{}"), ("policy", "keys", "{}"), ("policy", "new", "{}", "--out", OUT), ("receipt", "{}"),
    ("policy", "new", "mine", "--like", "{}"), ("scenario", "show", "{}"), ("scenario", "new", "{}", "--out", OUT),
    ("scenario", "check", "{}"), ("compare", "{}", "{}", *_NO_RUN), ("compare", "fair-salary", "{} > {}@3", *_NO_RUN),
    ("compare", "-q", "{}", *_NO_RUN), ("run", "{}", *_NO_RUN), ("run", "-p", "{}", *_NO_RUN), ("run", "-m", "{}"),
    ("run", "--set", "{}={}", *_NO_RUN), ("run", "--set", "choice.meaning={}", *_NO_RUN), ("run", "--events", "{}"),
    ("run", "--set", "fair-salary:manager.pay={}", *_NO_RUN), ("run", "--set", "name={}", *_NO_RUN),
    ("run", "--weeks", "{}", *_NO_RUN), ("run", "--seed", "{}", *_NO_RUN), ("policies", "--lang", "{}"),
    ("flips", "{}", "{}", "--measure", "{}"), ("flips", "fair-salary", "sales-commission", "--over", "{}={}:{}"),
    ("flips", "fair-salary", "sales-commission", "--measure", "{}"), ("flips", "fair-salary", "fair-salary"),
    ("sweep", "{}"), ("sweep", "status", "{}"), ("results", "{}"), ("report", "{}"), ("sensitivity", "{}"),
    ("compare", "fair-salary", "desk-clearing", "--html", "{}", *_NO_RUN), ("measures", "--lang", "{}"),
    ("compare", "fair-salary", "desk-clearing", "--csv", "{}", *_NO_RUN), ("claims", "{}"),
    ("choose", "{}"), ("xray", "{}", *_COLUMNS), ("{}",), ("{}", "{}"), ("scenario", "show", "six-weeks", "{}"),
    ("claims", "--out", "{}", "--print"), ("claims", "--out", OUT, "--print", "--pattern", "{}"),
    ("claims", "--out", OUT, "--print", "--rule", "{}"), ("claims", "--out", OUT, "--print", "--size", "{}"),
    ("calibrate", "{}", *_COLUMNS, "--out", OUT, "--fit", "{}"), ("measures", "{}"),
)  # fmt: skip


def words(luck: Random) -> tuple[str, ...]:
    """A command whose words are wrong."""
    given = luck.choice(_WORDS)
    return tuple(word.format(*(luck.choice(TEXTS + VALUES + BYTES) for _ in range(3)), out=OUT) for word in given)


_XRAY = ROOT / "experiments" / "examples" / "tickets.csv"


def of_log(luck: Random) -> tuple[str, ...]:
    """An X-ray of a good log with wrong options."""
    option = luck.choice(("--case", "--time", "--group", "--division", "--status", "--separator", "--time-unit"))
    return ("xray", str(_XRAY), *_COLUMNS, option, luck.choice(TEXTS + VALUES + BYTES))
