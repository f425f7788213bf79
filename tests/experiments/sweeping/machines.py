"""A Dask scheduler and its workers as processes of their own, as on several machines."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 120  # seconds, on a busy machine


class Machines:
    """A scheduler's address, and the workers that were started."""

    def __init__(self, place: Path) -> None:
        self.place, self.workers = place, list[subprocess.Popen[bytes]]()
        told = place / "scheduler.json"
        self.scheduler = self._dask("scheduler", "--port", "0", "--host", "127.0.0.1", "--scheduler-file", str(told))
        self.address = _address(told, self.scheduler)

    def add_worker(self) -> None:
        """Start another worker, of one thread."""
        place = self.place / f"worker-{len(self.workers)}"
        self.workers.append(
            self._dask("worker", self.address, "--nthreads", "1", "--no-nanny", "--local-directory", str(place))
        )

    def kill_worker(self, number: int) -> None:
        """Kill a worker without a word."""
        self.workers[number].kill()
        self.workers[number].wait(PATIENCE)

    def _dask(self, *words: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *words, "--no-dashboard"], cwd=self.place, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def end(self) -> None:
        """End all of them."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait(PATIENCE)


def _address(told: Path, scheduler: "subprocess.Popen[bytes]") -> str:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE and scheduler.poll() is None:
        try:
            return str(json.loads(told.read_text(encoding="utf-8"))["address"])
        except (OSError, json.JSONDecodeError):
            time.sleep(0.05)
    raise AssertionError("no scheduler began")


@contextmanager
def machines(place: Path, workers: int) -> Iterator[Machines]:
    """A scheduler and so many workers, all of them there."""
    from distributed import Client

    place.mkdir(parents=True, exist_ok=True)
    started = Machines(place)
    try:
        for _ in range(workers):
            started.add_worker()
        with Client(started.address, timeout=f"{PATIENCE}s") as client:
            client.wait_for_workers(workers, timeout=PATIENCE)
        yield started
    finally:
        started.end()
