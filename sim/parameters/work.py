"""Section [work] of a scenario: what work costs and yields."""

from sim.parameters.declare import SKETCH, Section, real


class Work(Section):
    """What work costs and yields."""

    pass_hours: float = real(0.25, 0.05, 8, "hours", "Reading a problem and volleying it on", SKETCH)
    ask_hours: float = real(0.25, 0, 8, "hours", "Asking colleagues to a table in vain")
    meeting_hours: float = real(0.5, 0, 8, "hours", "What a table costs each who sits at it, besides the work", SKETCH)
    interruption_hours: float = real(0.25, 0, 8, "hours", "What it feels like to be called away, besides the meeting")
    synergy: float = real(1.3, 0.1, 10, "factor", "How much faster a part goes when all sit together", SKETCH)
    selling: float = real(1.0, 0, 1, "switch", "1: people with an empty desk sell; 0: they wait")
    sale_chance: float = real(0.1, 0, 1, "an hour", "That an hour of selling at effort 1 ends in a sale")
    sale_value: float = real(400.0, 0, 1e6, "euro", "What a sale brings in")
    hurry: float = real(
        0.05, 0, 10, "a waiting problem a head", "How much faster people work for each problem waiting a head"
    )
    hurry_most: float = real(1.35, 1, 10, "factor", "The most that people can hurry")
    skill_spread: float = real(
        0.15,
        0,
        1,
        "sd of log",
        "How much people differ in speed",
        "workers differ by a few tens of per cent (Lazear 2000)",
        "some",
    )
