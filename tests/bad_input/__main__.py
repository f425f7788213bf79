"""Bad input through every door of the command line: no traceback, no hang, no half-written file, no obeyed sign.

    python -m tests.bad_input                               # a few hundred cases, as in the suite
    python -m tests.bad_input --cases 100000 --processes 300

Cases are numbered; the same seed and number make the same case: `--from 4711 --cases 1` tries one again.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.bad_input.cases import tried
from tests.bad_input.processes import of_kind

_TELL_EVERY = 30.0  # seconds


def main() -> int:
    """Try cases, tell what went wrong with each, and in the end how many did."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--cases", type=int, default=300, help="how many in this process")
    asked.add_argument("--processes", type=int, default=3, help="how many in processes of their own")
    asked.add_argument("--from", dest="first", type=int, default=0, help="number of the first case")
    asked.add_argument("--seed", type=int, default=0)
    given = asked.parse_args()
    began, wrong = time.monotonic(), 0
    told = began
    with tempfile.TemporaryDirectory() as home:
        for number in range(given.first, given.first + given.cases):
            case = tried(number, given.seed, Path(home))
            if case.wrong:
                wrong += 1
                _say(f"case {case.number}: {case.wrong}\n    {case.typed!a}")
            if time.monotonic() - told > _TELL_EVERY:
                told = time.monotonic()
                _say(f"{number + 1 - given.first:,} of {given.cases:,} cases, {wrong} wrong, {told - began:.0f} s")
    for number in range(given.processes):
        ended = of_kind(number, given.seed)
        if ended.wrong:
            wrong += 1
            _say(f"process {number}: {ended.wrong}\n    {ended.typed!a}")
    _say(f"{given.cases:,} cases and {given.processes} processes in {time.monotonic() - began:.0f} s: {wrong} wrong")
    return 1 if wrong else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
