"""Section [managers] of a scenario: what managers attend to, and how much of it reaches their people."""

from sim.parameters.declare import SKETCH, Section, real

# fmt: off
# Each declaration is a small table of its own.


class ManagersSection(Section):
    """What managers attend to, and how much of it reaches their people."""

    authority: float = real(
        0.8, (0, 10), likely=(0.0, 1.5), unit="strength", source=SKETCH,
        en=("Authority of managers", "How much of a manager's prices employees feel"),
        nl=("Gezag van managers", "Hoeveel medewerkers voelen van de prijzen van hun manager"),
    )
    attention: float = real(
        0.5, (0, 1), likely=(0.0, 0.9), unit="share",
        en=("Attention follows the agenda",
            "How far what comes to mind on the floor follows what the manager has on the agenda"),
        nl=("Aandacht volgt de agenda", "Hoe ver wat op de vloer telt, volgt wat de manager op de agenda heeft"),
        source="attention-based view of the firm (Ocasio 1997); size assumed", evidence="weak",
    )
    agenda_rate: float = real(
        0.3, (0, 1), likely=(0.0, 0.6), unit="a week", source=SKETCH,
        en=("Speed of the agenda", "How far the agenda moves in a week towards what pays"),
        nl=("Snelheid van de agenda", "Hoe ver de agenda in een week opschuift naar wat loont"),
    )
    agenda_base: float = real(
        0.5, (0.001, 10), likely=(0.25, 1.0), unit="utils",
        en=("Agenda when nothing pays", "Weight of sales and of customers on an agenda when nothing pays"),
        nl=("Agenda als niets loont", "Gewicht van verkoop en van klanten op een agenda als niets loont"),
    )
    agenda_politics: float = real(
        0.1, (0, 10), likely=(0.0, 0.3), unit="utils",
        en=("Internal politics on the agenda", "The same of internal politics"),
        nl=("Interne politiek op de agenda", "Gewicht van interne politiek op een agenda als niets loont"),
    )
    manager_money: float = real(
        2.5, (0, 100), likely=(0.0, 5.0), unit="utils a monthly salary", built_into=("people",), source=SKETCH,
        en=("What money means to managers", "What money means to a manager"),
        nl=("Wat geld voor managers betekent", "Wat geld voor een manager betekent"),
    )
    status: float = real(
        0.85, (0, 10), likely=(0.0, 2.0), unit="share", built_into=("people",),
        en=("Concern for status", "How much it hurts to be paid less than others, as a share of the difference"),
        nl=("Statusgevoeligheid", "Hoe zeer het steekt minder te krijgen dan anderen, als aandeel van het verschil"),
        source="mean aversion to being behind in experiments (Fehr & Schmidt 1999; Frank 1985)", evidence="some",
    )
    disputes: float = real(
        0.02, (0, 10), likely=(0.0, 0.06), unit="strength",
        en=("Readiness to dispute", "How readily people dispute credit that pays"),
        nl=("Neiging tot geschillen", "Hoe snel mensen betwisten wiens verdienste het is, als dat loont"),
        source="practitioners: managers spend huge time policing pay; size assumed", evidence="weak",
    )
    dispute_hours: float = real(
        1.0, (0, 40), likely=(0.5, 3.0), unit="hours",
        en=("Hours of a dispute", "What a dispute costs each who has a part in it"),
        nl=("Uren van een geschil", "Wat een geschil ieder kost die erbij betrokken is"),
    )
    shared_sale: float = real(
        0.15, (0, 1), likely=(0.0, 0.4), unit="chance",
        en=("Shared sales", "That more than one person had a hand in a sale"),
        nl=("Gedeelde verkopen", "Dat meer dan één persoon de hand had in een verkoop"),
    )
