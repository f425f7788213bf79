"""Section [choice] of a scenario: how an employee chooses what to do with a problem."""

from sim.parameters.declare import SKETCH, Section, real

# fmt: off
# Each declaration is a small table of its own.


class ChoiceSection(Section):
    """How an employee chooses what to do with a problem."""

    temperature: float = real(
        0.45, (0.01, 100), likely=(0.2, 1.0), unit="utils", source=SKETCH,
        en=("Softness of a choice", "Softness of a choice: small is calculating, large is haphazard"),
        nl=("Losheid van een keuze", "Losheid van een keuze: klein is berekenend, groot is lukraak"),
    )
    pressure: float = real(
        0.25, (0, 10), likely=(0.0, 0.6), unit="utils", source=SKETCH,
        en=("Urge to clear the desk", "Urge to clear the desk, at an empty queue"),
        nl=("Drang om het bureau leeg te maken", "Drang om het bureau leeg te maken, bij een lege wachtrij"),
    )
    pressure_queue: float = real(
        0.25, (0, 10), likely=(0.0, 0.6), unit="utils a problem a head", source=SKETCH,
        en=("Urge from the queue", "How it grows with the queue"),
        nl=("Drang door de wachtrij", "Hoe de drang om het bureau leeg te maken groeit met de wachtrij"),
    )
    duty: float = real(
        1.3, (0, 10), likely=(0.6, 2.0), unit="utils", source=SKETCH,
        en=("Professional duty", "Professional duty: doing one's part is good in itself"),
        nl=("Plichtsbesef", "Plichtsbesef: het eigen deel doen is op zichzelf goed"),
    )
    toil: float = real(
        0.2, (0, 10), likely=(0.0, 0.5), unit="utils an hour",
        en=("Toil", "What an hour of work on a problem costs who does it, against an easy hour"),
        nl=("Moeite", "Wat een uur werk aan een probleem kost voor wie het doet, vergeleken met een gemakkelijk uur"),
        source="the cost of effort of every model of incentives; size assumed",
    )
    habit_strength: float = real(
        0.8, (0, 10), likely=(0.0, 1.6), unit="utils", source=SKETCH,
        en=("Pull of habit", "Pull of how I lately handled problems"),
        nl=("Trek van gewoonte", "Trek van hoe ik problemen de laatste tijd aanpakte"),
    )
    habit_rate: float = real(
        0.01, (0, 1), likely=(0.0, 0.03), unit="a choice",
        en=("Speed of habit", "How fast a habit forms"),
        nl=("Snelheid van gewoonte", "Hoe snel een gewoonte ontstaat"),
        source="66 days median to form a habit (Lally et al. 2010)", evidence="some",
    )
    reluctance: float = real(
        0.4, (0, 10), likely=(0.0, 1.0), unit="utils a pass",
        en=("Reluctance to pass on again", "Shame of passing on what was passed before"),
        nl=("Schroom om weer door te tikken", "Schaamte om door te tikken wat al eerder is doorgetikt"),
    )
    money_weight: float = real(
        1.5, (0, 100), likely=(0.0, 3.0), unit="utils a monthly salary", built_into=("people",), source=SKETCH,
        en=("What money means to employees", "What money means to an employee"),
        nl=("Wat geld voor medewerkers betekent", "Wat geld voor een medewerker betekent"),
    )
    meaning: float = real(
        0.35, (0, 10), likely=(0.0, 0.8), unit="utils a point", built_into=("people",), source=SKETCH,
        en=("Meaning of the work", "What a point of our own customer's satisfaction means in itself"),
        nl=("Betekenis van het werk", "Wat een punt tevredenheid van onze eigen klant op zichzelf betekent"),
    )
    meaning_colleague: float = real(
        0.5, (0, 1), likely=(0.0, 1.0), unit="share", source=SKETCH,
        en=("Meaning of a colleague's customer",
            "The same for a colleague's customer in our unit, as a share of it"),
        nl=("Betekenis van de klant van een collega",
            "Wat de klant van een collega in onze unit betekent, als aandeel van wat de eigen klant betekent"),
    )
    selfish_meaning: float = real(
        0.5, (0, 1), likely=(0.0, 1.0), unit="share", built_into=("people",),
        en=("Meaning of the work to free riders",
            "What customers mean to a free rider, as a share of what they mean to others"),
        nl=("Betekenis van het werk voor meelifters",
            "Wat klanten voor een meelifter betekenen, als aandeel van wat ze voor anderen betekenen"),
    )
    in_group: float = real(
        0.3, (0, 1), likely=(0.0, 0.7), unit="share", built_into=("people",),
        en=("Own unit first", "How much less it means outside our unit"),
        nl=("Eigen unit eerst", "Hoeveel minder een klant buiten onze unit betekent"),
        source="minimal-group experiments; size assumed", evidence="some",
    )
    meaning_spread: float = real(
        0.3, (0, 1), likely=(0.0, 0.6), unit="sd of log", built_into=("people",),
        en=("Spread of meaning", "How much people differ in what their work means to them"),
        nl=("Spreiding van betekenis", "Hoeveel mensen verschillen in wat hun werk voor hen betekent"),
    )
