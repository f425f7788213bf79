"""Section [together] of a scenario: trust, reciprocity and coming to the table."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class TogetherSection(Section):
    """Trust, reciprocity and coming to the table."""

    trust_start: float = real(
        0.5, (0, 1), likely=(0.2, 0.8), unit="chance",
        en=("Trust at the start", "Trust at the start: how likely I think that you come when I ask"),
        nl=("Vertrouwen aan het begin",
            "Vertrouwen aan het begin: hoe waarschijnlijk ik het vind dat je komt als ik vraag"),
    )
    trust_rate: float = real(
        0.04, (0, 1), likely=(0.0, 0.1), unit="an answer",
        en=("Speed of trust", "How far one answer to an invitation moves trust"),
        nl=("Snelheid van vertrouwen", "Hoe ver één antwoord op een uitnodiging het vertrouwen verschuift"),
    )
    trust_volley: float = real(
        0.02, (0, 1), likely=(0.0, 0.06), unit="a volley",
        en=("Trust lost by passing on", "How far a problem volleyed on to us lowers our trust in the sender"),
        nl=("Vertrouwen verloren door doortikken",
            "Hoe ver een probleem dat naar ons is doorgetikt ons vertrouwen in de afzender verlaagt"),
    )
    trust_fade: float = real(
        0.01, (0, 1), likely=(0.0, 0.04), unit="a week",
        en=("Fading of trust", "How fast trust drifts back to its start without news"),
        nl=("Wegebben van vertrouwen", "Hoe snel vertrouwen zonder nieuws terugkeert naar zijn begin"),
    )
    trust_matters: float = real(
        1.0, (0, 1), likely=(0.0, 1.0), unit="strength",
        en=("Weight of trust", "Strength of trust in expecting others to come; 0 is blind faith"),
        nl=("Gewicht van vertrouwen",
            "Hoe zwaar vertrouwen telt in de verwachting dat anderen komen; 0 is blind vertrouwen"),
    )
    reciprocity: float = real(
        1.2, (0, 10), likely=(0.0, 2.5), unit="utils", built_into=("people",),
        en=("Reciprocity", "Strength of answering like with like"),
        nl=("Wederkerigheid", "Hoe sterk mensen gelijk met gelijk beantwoorden"),
        source="public-goods experiments", evidence="strong",
    )
    courtesy: float = real(
        0.4, (0, 10), likely=(0.0, 1.0), unit="utils", built_into=("people",),
        en=("Courtesy", "The custom that one comes when a colleague calls; free riders do without"),
        nl=("Beleefdheid", "De gewoonte om te komen als een collega roept; meelifters doen het zonder"),
        source="co-operation is most people's own norm (public-goods experiments); size assumed", evidence="some",
    )
    conditional: float = real(
        0.5, (0, 1), likely=(0.3, 0.7), unit="share", built_into=("people",),
        en=("Conditional co-operators", "Conditional co-operators"),
        nl=("Wie samenwerkt zolang anderen dat doen", "Mensen die samenwerken zolang anderen dat ook doen"),
        source="Fischbacher, Gächter & Fehr 2001: 50 %", evidence="strong",
    )
    free_riders: float = real(
        0.33, (0, 1), likely=(0.1, 0.5), unit="share", built_into=("people",),
        en=("Free riders", "Free riders"),
        nl=("Meelifters", "Meelifters: mensen die meeprofiteren zonder zelf bij te dragen"),
        source="Fischbacher, Gächter & Fehr 2001: a third", evidence="strong",
    )
