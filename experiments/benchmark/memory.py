"""Memory by size: how far the peak of a fresh process grows when it builds a company and lives a week of it.

`python -m experiments.benchmark.memory PEOPLE agents|tables` measures one company, with Mesa agents or without.
"""

import gc
import json
import sys
from pathlib import Path

from experiments.benchmark.children import ask_module
from experiments.benchmark.companies import company_of
from sim.calendar import DAYS_A_WEEK
from sim.company.scenario import Scenario
from sim.model import CompanyModel
from sim.simulation import Simulation

STATUS, CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")
FORGET_PEAK = "5"  # what Linux wants to be told, proc(5)
KB = 1024


def memory(people: int) -> dict[str, float]:
    """Megabytes and bytes a person all in, and bytes a person of the tables alone."""
    all_in, tables = (
        float(ask_module("experiments.benchmark.memory", str(people), what)["bytes"]) for what in ("agents", "tables")
    )
    return {
        f"people_{people}_megabytes": all_in / 1e6,
        f"people_{people}_bytes_per_person": all_in / people,
        f"people_{people}_bytes_per_person_tables": tables / people,
    }


def growth(people: int, with_agents: bool) -> int:
    """Bytes by which building a company and living a week raises the peak of this process, which has lived before."""
    scenario = company_of(people)
    _live(company_of(10), with_agents)
    gc.collect()
    before = _peak_from_now()
    kept = _live(scenario, with_agents)
    after = peak()
    del kept
    return max(after - before, 0)


def _live(scenario: Scenario, with_agents: bool) -> object:
    if not with_agents:
        run = Simulation(scenario)
        run.live_weeks(1)
        return run
    model = CompanyModel(scenario)
    for _ in range(DAYS_A_WEEK):
        model.step()
    return model


def _peak_from_now() -> int:
    """Bytes of this process now, its peak up to now forgotten where the system can; else the peak up to now."""
    try:
        CLEAR.write_text(FORGET_PEAK, encoding="ascii")
    except OSError:
        return peak()
    return _status("VmRSS")


def peak() -> int:
    """Bytes of this process at its largest."""
    if STATUS.is_file():
        return _status("VmHWM")
    import resource  # not on every system, and not needed on Linux

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else KB * most


def _status(name: str) -> int:
    for line in STATUS.read_text(encoding="ascii").splitlines():
        key, _, value = line.partition(":")
        if key == name:
            return KB * int(value.split()[0])
    raise RuntimeError(f"{name} is not known here")


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"bytes": growth(int(sys.argv[1]), sys.argv[2] == "agents")}))
