"""Section [problems] of a scenario: what customers come with."""

from sim.parameters.declare import SKETCH, Section, real


class Problems(Section):
    """What customers come with."""

    problems_per_customer: float = real(
        0.136, 0, 5, "a week", "How often a customer has a problem", "about 55 a day for 72 people; " + SKETCH
    )
    second_division: float = real(0.5, 0, 1, "chance", "That a problem needs a second division", SKETCH)
    third_division: float = real(
        0.33, 0, 1, "chance", "That one that needs a second division needs a third too", SKETCH
    )
    hours_least: float = real(0.5, 0, 40, "hours", "Least work in the part of one division", SKETCH)
    hours_mean: float = real(
        2.0, 0, 40, "hours", "Mean of the further work in a part; exponential, times difficulty", SKETCH
    )
    difficulty_shape: float = real(
        1.0,
        0.1,
        1000,
        "shape",
        "Shape of the gamma that difficulty follows (mean 1); small is a heavy tail",
        "hand-off counts are over-dispersed: BPI Challenge 2013 log, variance/mean 3.8",
        "some",
    )
    triage: float = real(0.8, 0, 1, "chance", "That the front door is the right division", SKETCH)
    right_address: float = real(
        0.85, 0, 1, "chance", "That a problem volleyed on goes where it is needed, not just anywhere", SKETCH
    )
    patience: float = real(25.0, 0.1, 10_000, "working days", "Mean patience of a customer; exponential", SKETCH)
