"""Section [choice] of a scenario: how an employee chooses what to do with a problem."""

from sim.parameters.declare import SKETCH, Section, real


class Choice(Section):
    """How an employee chooses what to do with a problem."""

    temperature: float = real(
        0.45, 0.01, 100, "utils", "Softness of a choice: small is calculating, large is haphazard", SKETCH
    )
    pressure: float = real(0.25, 0, 10, "utils", "Urge to clear the desk, at an empty queue", SKETCH)
    pressure_queue: float = real(0.25, 0, 10, "utils a problem a head", "How it grows with the queue", SKETCH)
    duty: float = real(0.6, 0, 10, "utils", "Professional duty: doing one's part is good in itself", SKETCH)
    habit_strength: float = real(0.5, 0, 10, "utils", "Pull of what I lately did", SKETCH)
    habit_rate: float = real(
        0.01, 0, 1, "a choice", "How fast a habit forms", "66 days median to form a habit (Lally et al. 2010)", "some"
    )
    reluctance: float = real(0.4, 0, 10, "utils a pass", "Shame of passing on what was passed before")
    money_weight: float = real(1.5, 0, 100, "utils a monthly salary", "What money means to an employee", SKETCH)
    meaning: float = real(
        0.35, 0, 10, "utils a point", "What a point of our own customer's satisfaction means in itself", SKETCH
    )
    meaning_colleague: float = real(
        0.5, 0, 1, "share", "The same for a colleague's customer in our unit, as a share of it", SKETCH
    )
    selfish_meaning: float = real(
        0.5, 0, 1, "share", "What customers mean to a free rider, as a share of what they mean to others"
    )
    in_group: float = real(
        0.3, 0, 1, "share", "How much less it means outside our unit", "minimal-group experiments; size assumed", "some"
    )
    meaning_spread: float = real(0.3, 0, 1, "sd of log", "How much people differ in what their work means to them")
