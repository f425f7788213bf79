"""Section [together] of a scenario: trust, reciprocity and coming to the table."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class TogetherSection(Section):
    """Trust, reciprocity and coming to the table."""

    trust_start: float = real(
        0.5, (0, 1), likely=(0.2, 0.8), unit="chance",
        en=("Trust at the start", "How likely people think it at the start that a colleague comes when asked"),
        nl=("Vertrouwen aan het begin",
            "Hoe waarschijnlijk mensen het aan het begin vinden dat een collega komt als zij vragen"),
        lever="people",
        example=(
            "0.2: departments just after a reorganisation; 0.5: I expect you every second time that I ask; 0.8: "
            "people who share a coffee corner. An illustration",
            "0,2: afdelingen vlak na een reorganisatie; 0,5: ik verwacht u een van de twee keer dat ik vraag; "
            "0,8: mensen die een koffiehoek delen. Ter illustratie",
        ),
    )
    trust_rate: float = real(
        0.04, (0, 1), likely=(0.0, 0.1), unit="an answer",
        en=("Speed of trust", "How far one answer to an invitation moves trust"),
        nl=("Snelheid van vertrouwen", "Hoe ver één antwoord op een uitnodiging het vertrouwen verschuift"),
    )
    trust_volley: float = real(
        0.02, (0, 1), likely=(0.0, 0.06), unit="a volley",
        en=("Trust lost by passing on", "How far a problem volleyed on to a division lowers its trust in the sender"),
        nl=("Vertrouwen verloren door doortikken",
            "Hoe ver een probleem dat naar een afdeling is doorgetikt haar vertrouwen in de afzender verlaagt"),
    )
    trust_fade: float = real(
        0.01, (0, 1), likely=(0.0, 0.04), unit="a week",
        en=("Fading of trust", "How fast trust drifts back to its start without news"),
        nl=("Wegebben van vertrouwen", "Hoe snel vertrouwen zonder nieuws terugkeert naar zijn begin"),
    )
    trust_matters: float = real(
        1.0, (0, 1), likely=(0.0, 1.0), unit="strength",
        en=("Weight of trust", "How much trust counts in expecting others to come; 0 is blind faith"),
        nl=("Gewicht van vertrouwen",
            "Hoe zwaar vertrouwen telt in de verwachting dat anderen komen; 0 is blind vertrouwen"),
    )
    reciprocity: float = real(
        1.2, (0, 10), likely=(0.0, 2.5), unit="weight", built_into=("people",),
        en=("Reciprocity", "How strongly people answer like with like: they come to those who came"),
        nl=("Wederkerigheid", "Hoe sterk mensen gelijk met gelijk beantwoorden: zij komen bij wie kwam"),
        source="public-goods experiments", evidence="strong",
    )
    courtesy: float = real(
        0.4, (0, 10), likely=(0.0, 1.0), unit="weight", built_into=("people",),
        en=("Custom of coming when called",
            "How strong the custom is that one comes when a colleague calls; free riders do without"),
        nl=("Gewoonte om te komen als men roept",
            "Hoe sterk de gewoonte is om te komen als een collega roept; meelifters doen het zonder"),
        source="co-operation is most people's own norm (public-goods experiments); size assumed", evidence="some",
        lever="people",
        example=(
            "0: firms that send each other a bill for every hour; 0.4: colleagues who come if it suits; 1: "
            "volunteer firefighters: when the bell rings, they go. An illustration",
            "0: bedrijven die elkaar elk uur in rekening brengen; 0,4: collega's die komen als het uitkomt; 1: de "
            "vrijwillige brandweer: gaat de bel, dan gaan zij. Ter illustratie",
        ),
    )
    conditional: float = real(
        0.5, (0, 1), likely=(0.3, 0.7), unit="share", built_into=("people",),
        en=("Co-operative while others are", "Share of people who co-operate as long as others do"),
        nl=("Wie samenwerkt zolang anderen dat doen",
            "Aandeel van de mensen die samenwerken zolang anderen dat ook doen"),
        source="Fischbacher, Gächter & Fehr 2001: 50 %", evidence="strong",
    )
    free_riders: float = real(
        0.33, (0, 1), likely=(0.1, 0.5), unit="share", built_into=("people",),
        en=("Free riders", "Share of people who take the benefit and do nothing for it"),
        nl=("Meelifters", "Aandeel van de mensen die meeprofiteren zonder zelf bij te dragen"),
        source="Fischbacher, Gächter & Fehr 2001: a third", evidence="strong",
    )
