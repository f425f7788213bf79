"""What divisions and people are called."""

from experiments.showing.language import Lang
from experiments.showing.words import Words
from sim.simulation import Simulation


class Names:
    """The names of a company's divisions, and of its people: the division and a number from 1."""

    def __init__(self, simulation: Simulation) -> None:
        """Names as the scenario says."""
        self.divisions = simulation.division_names
        self.units = simulation.unit_names
        self._division = simulation.world.employees.division.tolist()
        self._first = simulation.world.divisions["first"].tolist()

    def division_of(self, employee: int) -> int:
        """Row of the division."""
        return int(self._division[employee])

    def person(self, employee: int) -> str:
        """Such as Billing 3."""
        d = self._division[employee]
        return f"{self.divisions[d]} {employee - self._first[d] + 1}"


def listed(names: list[str], words: Words, lang: Lang) -> str:
    """Names as a sentence says them: A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return words.say("and", lang, first=", ".join(names[:-1]), last=names[-1])
