"""The command that computes a comparison's numbers again."""

import shlex
from collections.abc import Iterator

from experiments.catalogue import scenarios
from experiments.comparing.comparison import Comparison
from experiments.comparing.course import Course
from sim.company.scenario import Scenario
from sim.datafiles.spelling import spelled
from sim.parameters import SECTIONS
from sim.policies import catalogue


def again(found: Comparison) -> str:
    """The command for a shell. What is in no catalogue is named as a file, which its reader must have."""
    words = ["siloscope", "compare", *map(_course, found.courses), *_scenario(found.scenario)]
    for option, value in (("replicates", found.replicates), ("weeks", found.weeks), ("seed", found.seed)):
        words += [f"--{option}", str(value)]
    return shlex.join(words)


def _course(course: Course) -> str:
    known = catalogue()
    own = any(known.get(policy.id) != policy for policy in course.policies)
    return f"{course.id}.toml" if own else course.text


def _scenario(scenario: Scenario) -> Iterator[str]:
    """Its name, and what was set in it; a file's name if it is no scenario of the catalogue."""
    known = scenarios().get(scenario.name)
    yield "--scenario"
    if known is None or known.company != scenario.company:
        yield f"{scenario.name}.toml"
        return
    yield scenario.name
    keys = [("run", "start_policy"), ("run", "warmup_weeks")]
    keys += [(section, key) for section, table in SECTIONS.items() for key in table.model_fields]
    for section, key in keys:
        value = getattr(getattr(scenario, section), key)
        if value != getattr(getattr(known, section), key):
            yield from ("--set", f"{section}.{key}={value if isinstance(value, str) else spelled(value)}")
