"""A copy of the model in a folder of its own, in which a test may put a new file, and a session that runs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SIM = Path(__file__).parents[2] / "sim"


def copy_of_the_model(folder: Path) -> Path:
    """The copied package; its `__init__.py` lets it go before an installed one."""
    return Path(shutil.copytree(SIM, folder / "sim", ignore=shutil.ignore_patterns("__pycache__")))


def add_a_parameter(sim: Path) -> str:
    """Declare a lever in a copied package, at the end of a section; returns its key."""
    file = sim / "parameters" / "choice.py"
    declaration = """
    dummy: float = real(
        0.5, (0, 1), likely=(0.2, 0.8), unit="share",
        en=("A dummy", "What a dummy means"), nl=("Een proefpop", "Wat een proefpop betekent"),
        lever="people", example=("0.2: little; 0.8: much. An illustration", "0,2: weinig; 0,8: veel. Ter illustratie"),
    )
"""
    file.write_text(file.read_text(encoding="utf-8") + declaration, encoding="utf-8")
    return "choice.dummy"


def add_a_measure(sim: Path) -> str:
    """Declare a measure in a copied package, in a file of its own; returns its name."""
    text = '''"""A measure that nobody needs."""

from sim.records.counts import Counts, Floats, measure


@measure("A dummy measure", "Een proefmaat", "share", 1, "Hoe men een proefmaat leest.")
def dummy_measure(k: Counts) -> Floats:
    """How to read a dummy measure."""
    return 0.0 * k.ended
'''
    (sim / "records" / "measures" / "m9_dummy.py").write_text(text, encoding="utf-8")
    return "dummy_measure"


def add_a_term(sim: Path) -> str:
    """Declare a kind of term in a copied package, in a file of its own; returns its name."""
    text = '''"""A term that nobody needs: pays a little for each unit of the level."""

from sim.compiled import rule
from sim.policies.kind import Key, Kind
from sim.policies.parts import Words
from sim.policies.vocabulary import TermRow

KIND = Kind(
    label=Words(en="Dummy bonus", nl="Proefbonus"),
    meaning=Words(en="Pays as a dummy pays.", nl="Betaalt zoals een proefpop betaalt."),
    keys={
        "share": Key(
            label=Words(en="Dummy share", nl="Proefdeel"),
            meaning=Words(en="how much a dummy pays", nl="hoeveel een proefpop betaalt"),
            low=0.0, high=10.0, signed=True,
        )
    },
)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    return term.amount * value


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    return term.amount * mean


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    return abs(term.amount) * sd
'''
    (sim / "policies" / "terms" / "dummy_bonus.py").write_text(text, encoding="utf-8")
    return "dummy_bonus"


def add_a_policy(sim: Path, term: str = "rate") -> str:
    """Put a policy into the catalogue of a copied package, which pays by a kind of term; returns its id."""
    catalogue = sim / "policies" / "catalogue"
    text = (catalogue / "sales-commission.toml").read_text(encoding="utf-8")
    for was, now in (
        ('id = "sales-commission"', 'id = "dummy-policy"'), ('kind = "rate"', f'kind = "{term}"'),
        ('"Sales commission"', '"Dummy policy"'), ('"Verkoopprovisie"', '"Proefregel"'),
        ("Employees are paid for their own sales", "Dummies are paid for their own sales"),
        ("Medewerkers worden betaald voor hun eigen verkoop", "Proefpoppen worden betaald voor hun eigen verkoop"),
    ):  # fmt: skip
        text = text.replace(was, now)
    (catalogue / "dummy-policy.toml").write_text(text, encoding="utf-8")
    return "dummy-policy"


def run(folder: Path, script: str, **settings: str) -> tuple[str, str]:
    """What a script says there, and what it complains of."""
    (folder / "script.py").write_text(script)
    settings = {"PYTHONPATH": str(folder), "SILOSCOPE_CACHE": str(folder / "cache")} | settings
    session = subprocess.run(
        [sys.executable, str(folder / "script.py")],
        cwd=folder, env=os.environ | settings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return session.stdout, session.stderr
