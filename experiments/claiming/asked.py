"""What is put to the test: under which rules of decision, in companies of which sizes, in how many draws."""

from dataclasses import dataclass

from experiments.comparing.compare import check_number
from experiments.errors import RequestError
from experiments.evidence.emergence.patterns import patterns
from experiments.evidence.emergence.sizes import sizes
from sim.agents.deciding import Rule
from sim.datafiles.mistakes import nearest, on_one_line

RULES = tuple(each.name.lower() for each in Rule)
"""By name: own, logit, reinforcement, imitation."""
DRAWS, MOST_DRAWS = 200, 100_000
COSTLY = {"P11": 4}
"""Patterns that take as long as all others together, and in which draws they are lived: each fourth, and so on."""


@dataclass(frozen=True)
class Asked:
    """The test. Raises RequestError for one that cannot be run."""

    draws: int = DRAWS
    rules: tuple[str, ...] = RULES
    sizes: tuple[str, ...] = tuple(each.id for each in sizes())
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse what is not known."""
        check_number("draws", self.draws, 2, MOST_DRAWS)
        check_number("seed", self.seed, 0, 2**63 - 1)
        for kind, names, known in (("rule", self.rules, RULES), ("size", self.sizes, tuple(place_of_size()))):
            for name in names:
                if name not in known:
                    raise RequestError(f'{kind} "{on_one_line(name)}" is not known; {nearest(name, known)}')
            if not names:
                raise RequestError(f"name one {kind} at least, or leave it out for all of them")


def place_of_size() -> dict[str, int]:
    """The sizes in order, each with its place."""
    return {each.id: place for place, each in enumerate(sizes())}


def point_of(rule: str, size: str) -> int:
    """The number of a rule in a size, the same whatever is asked for."""
    return RULES.index(rule) * len(place_of_size()) + place_of_size()[size]


def examined(draw: int) -> tuple[str, ...]:
    """The patterns that are lived in a draw, by id."""
    return tuple(each for each in patterns() if draw % COSTLY.get(each, 1) == 0)
