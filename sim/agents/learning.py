"""What a division learns: what its customers say after each way of working, how long it takes, whom to trust."""

from sim.compiled import rule
from sim.scale import NEUTRAL
from sim.tables import Raw, Row, Treatment


@rule
def learn_score(division: Row, treatment: int, answer: float, rate: float) -> None:
    """One customer's answer moves what the division believes of that way of working.

    >>> from sim.agents.examples import division
    >>> ours = division(believed_score=[7.0, 7.5, 8.0])
    >>> learn_score(ours, Treatment.VOLLEYED, 5.0, 0.1)
    >>> print(ours.believed_score)
    [6.8 7.5 8. ]
    """
    division.believed_score[treatment] += rate * (answer - division.believed_score[treatment])


@rule
def learn_days(division: Row, treatment: int, days: float, rate: float) -> None:
    """And so does the time that it took (working days).

    >>> from sim.agents.examples import division
    >>> ours = division(believed_days=[3.0, 2.0, 1.0])
    >>> learn_days(ours, Treatment.TABLE, 3.0, 0.25)
    >>> print(ours.believed_days)
    [3.  2.  1.5]
    """
    division.believed_days[treatment] += rate * (days - division.believed_days[treatment])


@rule
def forget(division: Row, rate: float) -> None:
    """Without news, people lose sight of what difference their way of working makes to a customer.

    >>> from sim.agents.examples import division
    >>> ours = division(believed_score=[6.0, 7.5, 9.0])
    >>> forget(ours, 0.5)
    >>> print(ours.believed_score)
    [6.75 7.5  8.25]
    """
    middle = 0.0
    for treatment in range(3):
        middle += division.believed_score[treatment] / 3.0
    for treatment in range(3):
        division.believed_score[treatment] += rate * (middle - division.believed_score[treatment])


@rule
def said_lately(division: Row) -> float:
    """The score that the division stands at: what the customers that count as its own said lately (0-10).

    Where nobody answered, people reckon with a customer who is neither pleased nor cross.

    >>> from sim.agents.examples import division
    >>> ours = division()
    >>> ours.pace[Raw.SCORES], ours.pace[Raw.ANSWERS] = 32.0, 4.0  # a week
    >>> print(said_lately(ours), said_lately(division()))
    8.0 7.5
    """
    answers = division.pace[Raw.ANSWERS]
    return division.pace[Raw.SCORES] / answers if answers > 0.0 else NEUTRAL


@rule
def took_lately(division: Row) -> float:
    """The working days that the division stands at: what the problems that count as its own took lately.

    Where none was solved, people reckon with what they believe of one that is handled in turn.

    >>> from sim.agents.examples import division
    >>> ours = division()
    >>> ours.pace[Raw.DAYS], ours.pace[Raw.SOLVED] = 9.0, 6.0  # a week
    >>> print(took_lately(ours), took_lately(division()))
    1.5 2.0
    """
    solved = division.pace[Raw.SOLVED]
    return division.pace[Raw.DAYS] / solved if solved > 0.0 else division.believed_days[Treatment.IN_TURN]


@rule
def treatment_of(problem: Row) -> int:
    """How a problem was handled, as far as its customer can tell.

    >>> from sim.agents.examples import problem
    >>> treatment_of(problem(passes=2))
    <Treatment.VOLLEYED: 0>
    """
    if problem.tabled:
        return Treatment.TABLE
    if problem.passes > 0:
        return Treatment.VOLLEYED
    return Treatment.IN_TURN


@rule
def slot_of(division: Row, other: int) -> int:
    """The place of another division among those that this one works with; -1 if it is a stranger.

    >>> from sim.agents.examples import division
    >>> ours = division(partners_known=3, partners=[4, 7, 9] + [0] * 13)
    >>> slot_of(ours, 7), slot_of(ours, 8)
    (1, -1)
    """
    for slot in range(division.partners_known):
        if division.partners[slot] == other:
            return slot
    return -1


@rule
def trust_in(division: Row, other: int, start: float) -> float:
    """How likely this division thinks that the other comes when asked; strangers get the benefit of the start.

    >>> from sim.agents.examples import division
    >>> ours = division(trust=0.8)  # works with 1, 2 and 3
    >>> print(trust_in(ours, 2, 0.5), trust_in(ours, 9, 0.5))
    0.8 0.5
    """
    slot = slot_of(division, other)
    if slot < 0:
        return start
    return division.trust[slot]


@rule
def answered(division: Row, other: int, came: bool, rate: float) -> None:
    """Who came raises trust; who refused lowers it.

    >>> from sim.agents.examples import division
    >>> ours = division(trust=0.5)
    >>> answered(ours, 1, True, 0.04)
    >>> answered(ours, 2, False, 0.04)
    >>> print(ours.trust[:3])
    [0.52 0.48 0.5 ]
    """
    slot = slot_of(division, other)
    if slot >= 0:
        division.trust[slot] += rate * ((1.0 if came else 0.0) - division.trust[slot])


@rule
def volleyed_at(division: Row, sender: int, rate: float) -> None:
    """A problem volleyed on to us lowers our trust in the sender.

    >>> from sim.agents.examples import division
    >>> ours = division(trust=0.5)
    >>> volleyed_at(ours, 3, 0.02)
    >>> print(ours.trust[:3])
    [0.5  0.5  0.49]
    """
    slot = slot_of(division, sender)
    if slot >= 0:
        division.trust[slot] -= rate * division.trust[slot]
