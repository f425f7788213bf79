"""Section [effort] of a scenario: how hard people work for themselves, for each other and against each other."""

from sim.parameters.declare import Section, real


class Effort(Section):
    """How hard people work: cost of effort c·e²/2 around a base (teams, help, tournaments, peer pressure)."""

    effort_base: float = real(1.0, 0, 10, "factor", "Effort without any incentive; 1 is a fair day's work")
    effort_cost: float = real(
        1.2,
        0.01,
        1000,
        "utils",
        "Cost c of effort",
        "piece rates raise output by some 20 % (Lazear 2000, half of it incentive)",
        "some",
    )
    effort_least: float = real(0.5, 0, 10, "factor", "Least effort")
    effort_most: float = real(1.6, 0, 100, "factor", "Most effort")
    shame: float = real(0.0, 0, 10, "utils", "Linear peer pressure (Kandel & Lazear 1992)", "theory; size assumed")
    peer_pressure: float = real(
        0.3,
        0,
        100,
        "utils",
        "Quadratic peer pressure towards the norm (Kandel & Lazear 1992)",
        "35,000 staff worked harder for a firm-wide bonus (Knez & Simester 2001); size assumed",
        "some",
    )
    effort_norm: float = real(1.0, 0, 10, "factor", "The effort that colleagues expect of one another")
    help_yield: float = real(
        0.3, 0, 10, "points", "What a unit of helping effort adds to a colleague's customer's score"
    )
    help_cost: float = real(1.0, 0.01, 1000, "utils", "Cost of helping effort (Itoh 1991)", "theory; size assumed")
    help_most: float = real(2.0, 0, 100, "factor", "Most helping effort")
    joint_effort: float = real(
        0.0, 0, 1, "switch", "1: own work and help share one cost, so it is one or the other (Itoh 1991)", "theory"
    )
    sabotage: float = real(0.0, 0, 1, "switch", "1: who gains from a rival's loss may harm (Lazear 1989)", "theory")
    sabotage_yield: float = real(
        0.3, 0, 10, "points", "What a unit of sabotage takes off a rival's customer's score", "theory"
    )
    sabotage_cost: float = real(1.0, 0.01, 1000, "utils", "Cost of sabotage", "theory; size assumed")
