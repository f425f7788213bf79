"""Kills sweeps at random moments, parent or workers or all, until they are done; each must find what it finds in peace.

The long form, at least 200 kills over many small sweeps; it says how far it is, and ends with a verdict:

    python -m tests.experiments.sweeping.kills --kills 200
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import psutil

from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_to_toml
from experiments.sweeping.journal import Journal
from tests.experiments.sweeping.asked import small

ROOT = Path(__file__).resolve().parents[3]
RUN = """
import sys
from pathlib import Path
from experiments.sweeping import sweep as sweeping
from experiments.sweeping.engines import engine
from experiments.sweeping.experiment_file import load_experiment
sweeping.PART_SECONDS, sweeping.TASK_SECONDS = 0.05, 0.02
if __name__ == "__main__":
    sweeping.sweep(load_experiment(Path(sys.argv[1])), Path(sys.argv[2]), where=engine(2), say=print)
"""
"""Small parts and small tasks, so that there is much to be killed in the middle of."""
ASKED = ("number = 3", 'measure = "satisfaction"\nwidth = 1.5\nleast = 5\nmost = 8')
"""The experiments: so many futures, or until a difference is known."""
MOMENTS = ("anywhere", "at the start", "between parts", "between parts", "near the end")
VICTIMS = ("parent", "parent", "worker", "worker", "all")
_PATIENCE = 300.0  # seconds
MOST = 8
"""Kills of one sweep, after which it is left in peace."""


class Peace(NamedTuple):
    """An experiment's file, and what it finds when nobody is killed."""

    file: Path
    files: dict[str, bytes]
    counts: tuple[int, int]
    parts: int
    """About how many parts it writes."""


def prepared(place: Path, asked: str = ASKED[0]) -> Peace:
    """The experiment, lived in peace in this process."""
    from experiments.sweeping.engines import engine
    from experiments.sweeping.sweep import sweep

    experiment: Experiment = small(asked)
    name = f"asked-{ASKED.index(asked)}"
    file, folder = place / f"{name}.toml", place / f"{name}-in-peace"
    file.write_text(experiment_to_toml(experiment), encoding="utf-8")
    sweep(experiment, folder, where=engine(1))
    with Journal(folder) as journal:
        counts = journal.counts()
    return Peace(file, rows(folder), counts, counts[0] // 3)


def rows(folder: Path) -> dict[str, bytes]:
    """The result files, byte by byte."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def trial(place: Path, luck: random.Random, peace: Peace, most: int) -> Counter[str]:
    """One sweep, killed until it is done, and held against the one in peace; returns who was killed, and when."""
    folder = place / f"killed-{luck.randrange(10**9)}"
    killed = _killed_until_done(peace, folder, luck, most)
    found = rows(folder)
    assert list(found) == list(peace.files), f"{folder}: {list(found)} instead of {list(peace.files)}"
    assert found == peace.files, f"{folder}: the bytes are not those that it has in peace"
    with Journal(folder) as journal:
        assert journal.counts() == peace.counts, f"{folder}: {journal.counts()} units instead of {peace.counts}"
    return killed


def _killed_until_done(peace: Peace, folder: Path, luck: random.Random, most: int) -> Counter[str]:
    script, said = folder.with_suffix(".py"), folder.with_suffix(".txt")
    script.write_text(RUN, encoding="utf-8")
    killed = Counter[str]()
    while True:
        with said.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, str(script), str(peace.file), str(folder)], cwd=ROOT, stdout=file, stderr=file
            )
        ours = False
        while killed.total() < most and process.poll() is None and not ours:
            moment, victim = luck.choice(MOMENTS), luck.choice(VICTIMS)
            _wait_for(moment, process, folder, peace, luck)
            if _kill(victim, process, luck):
                killed[f"{victim}, {moment}"] += 1
                ours = victim != "worker"
        try:
            code = process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{folder}: the sweep (process {process.pid}) does not end") from None
        if code == 0:
            return killed
        assert ours, f"{folder}: the sweep ended by itself with {code}: {said.read_text()[-2000:]}"
        assert code == -signal.SIGKILL, f"{folder}: the sweep ended with {code}: {said.read_text()[-2000:]}"


def _wait_for(moment: str, process: "subprocess.Popen[bytes]", folder: Path, peace: Peace, luck: random.Random) -> None:
    """Until a moment of that kind has come, or the process is over."""
    parts = len(list(folder.glob("parts/part-*.parquet")))
    upto = {"between parts": parts + luck.randint(1, 4), "near the end": max(parts + 1, peace.parts)}
    patience = {"anywhere": luck.uniform(0, 4), "at the start": luck.uniform(0, 1)}.get(moment, 30.0)
    begun = time.monotonic()
    while process.poll() is None and time.monotonic() - begun < patience:
        there = len(list(folder.glob("parts/part-*.parquet")))
        if moment in upto and (there >= upto[moment] or (folder / "runs-0000.parquet").exists()):
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


def main() -> int:
    """The long form: 0 if all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    luck, killed, sweeps = random.Random(given.seed), Counter[str](), 0
    place = Path(tempfile.mkdtemp(prefix="kills-"))
    peaces = [prepared(place, asked) for asked in ASKED]
    while killed.total() < given.kills:
        try:
            killed += trial(place, luck, peaces[sweeps % len(peaces)], luck.randint(1, MOST))
        except AssertionError as wrong:
            sys.stdout.write(f"VERDICT: FAILED after {killed.total()} kills: {wrong}\n")
            return 1
        sweeps += 1
        sys.stdout.write(f"{killed.total()} kills in {sweeps} sweeps: the same bytes each time\n")
        sys.stdout.flush()
    by = ", ".join(f"{many} × {what}" for what, many in sorted(killed.items()))
    sys.stdout.write(
        f"VERDICT: well. {killed.total()} kills in {sweeps} sweeps ({by}): "
        "each found the same bytes as in peace, nothing lost, nothing twice\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
