"""Kills a program that lives something into a folder at random moments, itself or its workers or all, until it is done.

Each must find what it finds in peace. A `Work` says what is lived; `trial` kills it for a test, and `main` is the long
form of any: it says how far it is, and ends with a verdict.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parents[2]
MOMENTS = ("anywhere", "at the start", "between parts", "between parts", "near the end")
VICTIMS = ("parent", "parent", "worker", "worker", "all")
_PATIENCE = 300.0  # seconds
MOST = 8
"""Kills of one folder, after which it is left in peace."""


class Work(NamedTuple):
    """A program, and what it finds when nobody is killed."""

    script: str
    """Its source; it is given `arguments` and the folder that it lives into."""
    arguments: tuple[str, ...]
    parts: str
    """Which files of the folder come one by one, and about how many there will be."""
    many: int
    found: Callable[[Path], object]
    """What to compare of a folder."""
    in_peace: object
    last: str = ""
    """A file that is there when nearly all is done."""


def trial(place: Path, luck: random.Random, work: Work, most: int) -> Counter[str]:
    """One folder, killed until it is done, and held against the one in peace; returns who was killed, and when."""
    folder = place / f"killed-{luck.randrange(10**9)}"
    killed = _killed_until_done(work, folder, luck, most)
    assert work.found(folder) == work.in_peace, f"{folder}: holds other bytes than in peace"
    return killed


def _killed_until_done(work: Work, folder: Path, luck: random.Random, most: int) -> Counter[str]:
    script, said = folder.with_suffix(".py"), folder.with_suffix(".txt")
    script.write_text(work.script, encoding="utf-8")
    killed = Counter[str]()
    while True:
        with said.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, str(script), *work.arguments, str(folder)], cwd=ROOT, stdout=file, stderr=file,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        ours = False
        while killed.total() < most and process.poll() is None and not ours:
            moment, victim = luck.choice(MOMENTS), luck.choice(VICTIMS)
            _wait_for(moment, process, folder, work, luck)
            if _kill(victim, process, luck):
                killed[f"{victim}, {moment}"] += 1
                ours = victim != "worker"
        try:
            code = process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{folder}: the program (process {process.pid}) does not end") from None
        if code == 0:
            return killed
        assert ours, f"{folder}: the program ended by itself with {code}: {said.read_text()[-2000:]}"
        assert code == -signal.SIGKILL, f"{folder}: the program ended with {code}: {said.read_text()[-2000:]}"


def _wait_for(moment: str, process: "subprocess.Popen[bytes]", folder: Path, work: Work, luck: random.Random) -> None:
    """Until a moment of that kind has come, or the process is over."""
    parts = len(list(folder.glob(work.parts)))
    upto = {"between parts": parts + luck.randint(1, 4), "near the end": max(parts + 1, work.many)}
    patience = {"anywhere": luck.uniform(0, 4), "at the start": luck.uniform(0, 1)}.get(moment, 30.0)
    begun = time.monotonic()
    while process.poll() is None and time.monotonic() - begun < patience:
        there = len(list(folder.glob(work.parts)))
        if moment in upto and (there >= upto[moment] or (work.last and (folder / work.last).exists())):
            time.sleep(luck.uniform(0, 0.15))
            return
        time.sleep(0.01)


def _kill(victim: str, process: "subprocess.Popen[bytes]", luck: random.Random) -> bool:
    """Kill the process, one of its workers, or all of them; False if it was over before, or has no workers now."""
    if process.poll() is not None:
        return False
    try:
        parent = psutil.Process(process.pid)
        workers = [each for each in parent.children(recursive=True) if "spawn_main" in " ".join(each.cmdline())]
        if victim == "worker" and not workers:
            time.sleep(0.05)
            return False
        chosen = {"parent": [parent], "worker": workers and [luck.choice(workers)], "all": [parent, *workers]}[victim]
        for each in chosen:
            each.send_signal(signal.SIGKILL)
    except psutil.Error:
        return False
    return True


def main(about: str | None, prepare: Callable[[Path], Sequence[Work]], kills: int) -> int:
    """The long form, `kills` times unless told otherwise: 0 if all is well."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=kills)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    luck, killed, folders = random.Random(given.seed), Counter[str](), 0
    place = Path(tempfile.mkdtemp(prefix="kills-"))
    works = prepare(place)
    while killed.total() < given.kills:
        try:
            killed += trial(place, luck, works[folders % len(works)], luck.randint(1, MOST))
        except AssertionError as wrong:
            sys.stdout.write(f"VERDICT: FAILED after {killed.total()} kills: {wrong}\n")
            return 1
        folders += 1
        sys.stdout.write(f"{killed.total()} kills in {folders} folders: the same bytes each time\n")
        sys.stdout.flush()
    by = ", ".join(f"{many} × {what}" for what, many in sorted(killed.items()))
    sys.stdout.write(
        f"VERDICT: well. {killed.total()} kills in {folders} folders ({by}): "
        "each found the same bytes as in peace, nothing lost, nothing twice\n"
    )
    return 0
