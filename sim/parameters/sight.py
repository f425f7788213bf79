"""Section [sight] of a scenario: what divisions learn about their customers."""

from sim.parameters.declare import Section, real


class Sight(Section):
    """What divisions learn about their customers."""

    coverage: float = real(0.25, 0, 1, "share", "Share of ended problems whose customer is asked")
    survey_noise: float = real(0.5, 0, 10, "points", "Error of an answer (sd)")
    learning: float = real(
        0.05, 0, 1, "an answer", "How far one answer moves what a division believes; 0: it never learns"
    )
    sight_fade: float = real(0.01, 0, 1, "a week", "How fast differences between ways of working are forgotten")
    belief_volley: float = real(7.0, 0, 10, "points", "First belief: score after volleying")
    belief_turn: float = real(7.5, 0, 10, "points", "First belief: score when handled in turn")
    belief_table: float = real(8.0, 0, 10, "points", "First belief: score after a table")
    days_volley: float = real(3.0, 0, 1000, "working days", "First belief: time to solve after volleying")
    days_turn: float = real(2.0, 0, 1000, "working days", "First belief: time to solve when handled in turn")
    days_table: float = real(1.0, 0, 1000, "working days", "First belief: time to solve at a table")
    pace_rate: float = real(0.25, 0, 1, "a week", "How far one week moves the running pace that people expect to go on")
    felt_drift: float = real(
        0.35, 0, 10, "points", "Doubt about a period's satisfaction when all of it is still to come (sd)"
    )
    felt_drift_sales: float = real(
        0.25, 0, 10, "share of plan", "The same for the other metrics, relative to plan (sd)"
    )
