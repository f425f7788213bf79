"""Section [managers] of a scenario: what managers attend to, and how much of it reaches their people."""

from sim.parameters.declare import Section, real
from sim.parameters.sources import SKETCH

# fmt: off
# Each declaration is a small table of its own.


class ManagersSection(Section):
    """What managers attend to, and how much of it reaches their people."""

    authority: float = real(
        0.8, (0, 10), likely=(0.0, 1.5), unit="strength", source=SKETCH,
        en=("Authority of managers", "How strongly employees feel what pays for their manager"),
        nl=("Gezag van managers", "Hoe sterk medewerkers voelen wat voor hun manager loont"),
        lever="managers",
        example=(
            "0: doctors or professors who set their own course; 0.8: the boss's bonus is felt nearly as the own; "
            "1.5: a sales floor that goes over the figures every morning. An illustration",
            "0: artsen of hoogleraren die hun eigen koers varen; 0,8: de bonus van de chef wordt bijna als de "
            "eigen gevoeld; 1,5: een verkoopvloer waar elke ochtend de cijfers langsgaan. Ter illustratie",
        ),
    )
    attention: float = real(
        0.5, (0, 1), likely=(0.0, 0.9), unit="share",
        en=("Attention follows the agenda",
            "How far what counts on the floor follows what the manager has on the agenda"),
        nl=("Aandacht volgt de agenda", "Hoe ver wat op de vloer telt, volgt wat de manager op de agenda heeft"),
        source="attention-based view of the firm (Ocasio 1997); size assumed", evidence="weak",
    )
    agenda_rate: float = real(
        0.3, (0, 1), likely=(0.0, 0.6), unit="a week", source=SKETCH,
        en=("Speed of the agenda", "How far the agenda moves in a week towards what pays"),
        nl=("Snelheid van de agenda", "Hoe ver de agenda in een week opschuift naar wat loont"),
    )
    agenda_base: float = real(
        0.5, (0.001, 10), likely=(0.25, 1.0), unit="weight",
        en=("Agenda when nothing pays", "Weight of sales and of customers on an agenda when nothing pays"),
        nl=("Agenda als niets loont", "Gewicht van verkoop en van klanten op een agenda als niets loont"),
    )
    agenda_politics: float = real(
        0.1, (0, 10), likely=(0.0, 0.3), unit="weight",
        en=("Internal politics on the agenda", "Weight of internal politics on an agenda when nothing pays"),
        nl=("Interne politiek op de agenda", "Gewicht van interne politiek op een agenda als niets loont"),
    )
    manager_money: float = real(
        2.5, (0, 100), likely=(0.0, 5.0), unit="weight a monthly salary", built_into=("people",), source=SKETCH,
        en=("What money means to managers", "How much a month's salary counts in what a manager wants"),
        nl=("Wat geld voor managers betekent", "Hoe zwaar een maandsalaris telt in wat een manager wil"),
        lever="managers",
        example=(
            "0: a civil servant without a bonus; 2.5: it counts clearly more than to employees; 5: a banker who "
            "lives for the bonus. An illustration",
            "0: een ambtenaar zonder bonus; 2,5: het telt duidelijk zwaarder dan voor medewerkers; 5: een bankier "
            "die voor de bonus leeft. Ter illustratie",
        ),
    )
    status: float = real(
        0.85, (0, 10), likely=(0.0, 2.0), unit="share", built_into=("people",),
        en=("Concern for status", "How much it hurts to be paid less than others, as a share of the difference"),
        nl=("Statusgevoeligheid", "Hoe zeer het steekt minder te krijgen dan anderen, als aandeel van het verschil"),
        source="mean aversion to being behind in experiments (Fehr & Schmidt 1999; Frank 1985)", evidence="some",
        lever="managers",
        example=(
            "0: nobody looks at the others; 0.85: € 100 less than a colleague hurts like € 85 lost, the mean in "
            "experiments (Fehr & Schmidt 1999); 2: a tribal war at the top. The first and last illustrate",
            "0: niemand kijkt naar de anderen; 0,85: € 100 minder dan een collega steekt als € 85 verlies, het "
            "gemiddelde in proeven (Fehr & Schmidt 1999); 2: een stammenstrijd aan de top. De eerste en de "
            "laatste zijn ter illustratie",
        ),
    )
    disputes: float = real(
        0.02, (0, 10), likely=(0.0, 0.06), unit="strength",
        en=("Readiness to dispute", "How readily people dispute whose merit it is, where merit pays"),
        nl=("Neiging tot geschillen", "Hoe snel mensen betwisten wiens verdienste het is, waar die loont"),
        source="practitioners: managers spend huge time policing pay; size assumed", evidence="weak",
    )
    dispute_hours: float = real(
        1.0, (0, 40), likely=(0.5, 3.0), unit="hours",
        en=("Hours of a dispute", "What a dispute costs each who has a part in it"),
        nl=("Uren van een geschil", "Wat een geschil ieder kost die erbij betrokken is"),
    )
    shared_sale: float = real(
        0.15, (0, 1), likely=(0.0, 0.4), unit="chance",
        en=("Shared sales", "Chance that more than one person had a hand in a sale"),
        nl=("Gedeelde verkopen", "Kans dat meer dan één persoon de hand had in een verkoop"),
    )
