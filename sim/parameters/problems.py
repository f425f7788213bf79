"""Section [problems] of a scenario: what customers come with."""

from sim.parameters.declare import Section, real
from sim.parameters.sources import SKETCH

# fmt: off
# Each declaration is a small table of its own.


class ProblemsSection(Section):
    """What customers come with."""

    problems_per_customer: float = real(
        0.136, (0, 5), likely=(0.07, 0.2), unit="a week", built_into=("plan",),
        en=("Problems per customer", "How often a customer has a problem"),
        nl=("Problemen per klant", "Hoe vaak een klant een probleem heeft"),
        source="about 55 a day for 72 people; " + SKETCH,
        lever="market",
        example=(
            "0.07: a problem every fourteen weeks, as with a phone at home; 0.2: one every five weeks, as with a "
            "supplier of parts. An illustration",
            "0,07: een probleem per veertien weken, als bij een telefoon thuis; 0,2: een per vijf weken, als bij "
            "een leverancier van onderdelen. Ter illustratie",
        ),
    )
    second_division: float = real(
        0.5, (0, 1), likely=(0.2, 0.8), unit="chance", built_into=("plan",), source=SKETCH,
        en=("Problems that need two divisions", "Chance that a problem needs a second division"),
        nl=("Problemen voor twee afdelingen", "Kans dat een probleem een tweede afdeling nodig heeft"),
        lever="market",
        example=(
            "0.43 fits the ticket log of Volvo IT (BPI Challenge 2013); 0.2: most questions are simple, as at a "
            "shop; 0.8: hardly anything is, as with a new factory line. The last two illustrate",
            "0,43 past bij het ticketlog van Volvo IT (BPI Challenge 2013); 0,2: de meeste vragen zijn eenvoudig, "
            "als in een winkel; 0,8: bijna geen is dat, als bij een nieuwe fabriekslijn. De laatste twee zijn ter "
            "illustratie",
        ),
    )
    third_division: float = real(
        0.33, (0, 1), likely=(0.1, 0.6), unit="chance", built_into=("plan",), source=SKETCH,
        en=("Problems that need three", "Chance that one that needs a second division needs a third too"),
        nl=("Problemen voor drie", "Kans dat een probleem voor twee afdelingen er ook een derde nodig heeft"),
    )
    hours_least: float = real(
        0.5, (0, 40), likely=(0.25, 1.0), unit="hours", built_into=("plan",), source=SKETCH,
        en=("Least work in a problem", "Least work that a problem brings each division that it needs"),
        nl=("Minste werk aan een probleem", "Minste werk dat een probleem elke afdeling bezorgt die nodig is"),
    )
    hours_mean: float = real(
        2.0, (0, 40), likely=(1.0, 4.0), unit="hours", built_into=("plan",), source=SKETCH,
        en=("Work in a problem",
            "Work that a problem brings each division that it needs, besides the least: the mean; some take far "
            "longer (exponential, times difficulty)"),
        nl=("Werk aan een probleem",
            "Werk dat een probleem elke afdeling bezorgt die nodig is, boven op het minste: het gemiddelde; soms "
            "is het veel meer (exponentieel, maal moeilijkheid)"),
        lever="work",
        example=(
            "1: a lost invoice; 2: a wrong bill that must be traced; 4: a delivery planned anew. An illustration",
            "1: een kwijtgeraakte factuur; 2: een foute rekening die uitgezocht moet worden; 4: een levering die "
            "opnieuw gepland wordt. Ter illustratie",
        ),
    )
    difficulty_shape: float = real(
        1.0, (0.1, 1000), likely=(0.3, 5.0), unit="shape",
        en=("Evenness of difficulty",
            "How alike problems are in difficulty; small: a few are very hard (shape of a gamma distribution with "
            "mean 1)"),
        nl=("Gelijkmatigheid van moeilijkheid",
            "Hoe zeer problemen in moeilijkheid op elkaar lijken; klein: enkele zijn heel moeilijk (vorm van een "
            "gammaverdeling met gemiddelde 1)"),
        source="hand-off counts are over-dispersed: BPI Challenge 2013 log, variance/mean 3.8", evidence="some",
    )
    triage: float = real(
        0.8, (0, 1), likely=(0.5, 0.98), unit="chance", source=SKETCH,
        en=("Right front door", "Chance that a problem comes in at the right division"),
        nl=("Juiste voordeur", "Kans dat een probleem bij de juiste afdeling binnenkomt"),
        lever="work",
        example=(
            "0.95 fits the ticket log of Volvo IT (BPI Challenge 2013); 0.5: a shared mailbox from which anybody "
            "takes the next. The last is an illustration",
            "0,95 past bij het ticketlog van Volvo IT (BPI Challenge 2013); 0,5: een gedeelde mailbox waaruit "
            "ieder het volgende pakt. Het laatste is ter illustratie",
        ),
    )
    right_address: float = real(
        0.85, (0, 1), likely=(0.5, 1.0), unit="chance", source=SKETCH,
        en=("Right address when passing on",
            "Chance that a problem volleyed on goes where it is needed, not just anywhere"),
        nl=("Juist adres bij doortikken",
            "Kans dat een doorgetikt probleem gaat waar het nodig is, en niet zomaar ergens heen"),
    )
    patience: float = real(
        25.0, (0.1, 10_000), likely=(5.0, 60.0), unit="working days", source=SKETCH,
        en=("Patience of customers",
            "How long customers wait before they give up: the mean; some go on far longer (exponential)"),
        nl=("Geduld van klanten",
            "Hoe lang klanten wachten voor zij het opgeven: het gemiddelde; sommige wachten veel langer "
            "(exponentieel)"),
    )
