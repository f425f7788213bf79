"""What a division learns: what its customers say after each way of working, how long it takes, whom to trust."""

from sim.compiled import rule
from sim.tables import Row, Treatment


@rule
def learn_score(division: Row, treatment: int, answer: float, rate: float) -> None:
    """One customer's answer moves what the division believes of that way of working."""
    division.believed_score[treatment] += rate * (answer - division.believed_score[treatment])


@rule
def learn_days(division: Row, treatment: int, days: float, rate: float) -> None:
    """And so does the time that it took."""
    division.believed_days[treatment] += rate * (days - division.believed_days[treatment])


@rule
def forget(division: Row, rate: float) -> None:
    """Without news, people lose sight of what difference their way of working makes to a customer."""
    middle = 0.0
    for treatment in range(3):
        middle += division.believed_score[treatment] / 3.0
    for treatment in range(3):
        division.believed_score[treatment] += rate * (middle - division.believed_score[treatment])


@rule
def treatment_of(problem: Row) -> int:
    """How a problem was handled, as far as its customer can tell."""
    if problem.tabled:
        return Treatment.TABLE
    if problem.passes > 0:
        return Treatment.VOLLEYED
    return Treatment.IN_TURN


@rule
def slot_of(division: Row, other: int) -> int:
    """The place of another division among those that this one works with; -1 if it is a stranger."""
    for slot in range(division.partners_known):
        if division.partners[slot] == other:
            return slot
    return -1


@rule
def trust_in(division: Row, other: int, start: float) -> float:
    """How likely this division thinks that the other comes when asked; strangers get the benefit of the start."""
    slot = slot_of(division, other)
    if slot < 0:
        return start
    return division.trust[slot]


@rule
def answered(division: Row, other: int, came: bool, rate: float) -> None:
    """Who came raises trust; who refused lowers it."""
    slot = slot_of(division, other)
    if slot >= 0:
        division.trust[slot] += rate * ((1.0 if came else 0.0) - division.trust[slot])


@rule
def volleyed_at(division: Row, sender: int, rate: float) -> None:
    """A problem volleyed on to us lowers our trust in the sender."""
    slot = slot_of(division, sender)
    if slot >= 0:
        division.trust[slot] -= rate * division.trust[slot]
