"""Section [customers] of a scenario: satisfaction, buying, leaving and coming."""

from sim.parameters.declare import SKETCH, Section, real


class Customers(Section):
    """Satisfaction, buying, leaving and coming."""

    customers_per_employee: float = real(
        28.0, 0, 10_000, "customers", "Customers at the start for each employee", "2,000 for 72 people; " + SKETCH
    )
    market: float = real(1.2, 1, 10, "factor", "Most customers that the market holds, relative to the start")
    score_best: float = real(9.2, 0, 10, "points", "Score of a problem solved at once by one division", SKETCH)
    score_delay: float = real(0.9, 0, 10, "points", "Loss for ln(1 + working days)", SKETCH)
    score_handoff: float = real(0.4, 0, 10, "points", "Loss for every hand-off: the story told again", SKETCH)
    score_table: float = real(0.6, 0, 10, "points", "Gain from a table", SKETCH)
    score_hurry: float = real(1.5, 0, 10, "points", "Loss at double speed")
    score_noise: float = real(1.0, 0, 10, "points", "Spread between customers (sd)", SKETCH)
    score_given_up: float = real(1.0, 0, 10, "points", "Score of a customer who gave up", SKETCH)
    mention_likely: float = real(0.15, 0, 1, "chance", "That a fully satisfied customer who is asked names who helped")
    satisfaction_start: float = real(7.5, 0, 10, "points", "Satisfaction of customers at the start")
    satisfaction_rate: float = real(0.3, 0, 1, "a problem", "How far one problem moves a customer's satisfaction")
    lag_weeks: float = real(
        26.0,
        1,
        520,
        "weeks",
        "How long satisfaction takes to show in buying",
        "about six months (Banker, Potter & Srinivasan 2000)",
        "some",
    )
    spend: float = real(30.0, 0, 1e6, "euro a week", "What a customer buys again in a week, at satisfaction 7.5")
    spend_effect: float = real(0.1, 0, 1, "share a point", "How buying again changes with a point of satisfaction")
    reputation: float = real(
        0.08, 0, 1, "share a point", "How selling changes with a point of the customers' satisfaction"
    )
    leave: float = real(0.003, 0, 1, "a week", "Chance that a customer at satisfaction 7.5 leaves")
    leave_effect: float = real(0.7, 0, 5, "a point", "How that chance grows as satisfaction falls (exponent)")
    leave_given_up: float = real(0.15, 0, 1, "chance", "That a customer who gave up goes to a competitor at once")
    come: float = real(0.015, 0, 1, "a week", "Chance that an empty place in the market is filled")
    word_of_mouth: float = real(
        0.8, 0, 10, "factor", "How much more are promoters than detractors worth in new customers"
    )
