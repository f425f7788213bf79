"""Section [together] of a scenario: trust, reciprocity and coming to the table."""

from sim.parameters.declare import Section, real


class Together(Section):
    """Trust, reciprocity and coming to the table."""

    trust_start: float = real(0.5, 0, 1, "chance", "Trust at the start: how likely I think that you come when I ask")
    trust_rate: float = real(0.04, 0, 1, "an answer", "How far one answer to an invitation moves trust")
    trust_volley: float = real(
        0.02, 0, 1, "a volley", "How far a problem volleyed on to us lowers our trust in the sender"
    )
    trust_fade: float = real(0.01, 0, 1, "a week", "How fast trust drifts back to its start without news")
    trust_matters: float = real(
        1.0, 0, 1, "strength", "Strength of trust in expecting others to come; 0 is blind faith"
    )
    reciprocity: float = real(
        1.2, 0, 10, "utils", "Strength of answering like with like", "public-goods experiments", "strong"
    )
    courtesy: float = real(
        0.4,
        0,
        10,
        "utils",
        "The custom that one comes when a colleague calls; free riders do without",
        "co-operation is most people's own norm (public-goods experiments); size assumed",
        "some",
    )
    conditional: float = real(
        0.5, 0, 1, "share", "Conditional co-operators", "Fischbacher, Gächter & Fehr 2001: 50 %", "strong"
    )
    free_riders: float = real(0.33, 0, 1, "share", "Free riders", "Fischbacher, Gächter & Fehr 2001: a third", "strong")
