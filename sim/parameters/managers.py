"""Section [managers] of a scenario: what managers attend to, and how much of it reaches their people."""

from sim.parameters.declare import SKETCH, Section, real


class Managers(Section):
    """What managers attend to, and how much of it reaches their people."""

    authority: float = real(0.8, 0, 10, "strength", "How much of a manager's prices employees feel", SKETCH)
    agenda_rate: float = real(0.3, 0, 1, "a week", "How far the agenda moves in a week towards what pays", SKETCH)
    agenda_base: float = real(
        0.5, 0.001, 10, "utils", "Weight of sales and of customers on an agenda when nothing pays"
    )
    agenda_politics: float = real(0.1, 0, 10, "utils", "The same of internal politics")
    manager_money: float = real(2.5, 0, 100, "utils a monthly salary", "What money means to a manager", SKETCH)
    status: float = real(
        0.2,
        0,
        10,
        "share",
        "How much a rival's gain feels as one's own loss",
        "relative-pay concerns; size assumed",
        "some",
    )
    disputes: float = real(
        0.02,
        0,
        10,
        "strength",
        "How readily people dispute credit that pays",
        "practitioners: managers spend huge time policing pay; size assumed",
        "weak",
    )
    dispute_hours: float = real(1.0, 0, 40, "hours", "What a dispute costs each who has a part in it")
    shared_sale: float = real(0.15, 0, 1, "chance", "That more than one person had a hand in a sale")
