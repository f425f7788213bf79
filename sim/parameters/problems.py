"""Section [problems] of a scenario: what customers come with."""

from sim.parameters.declare import SKETCH, Section, real

# fmt: off
# Each declaration is a small table of its own.


class ProblemsSection(Section):
    """What customers come with."""

    problems_per_customer: float = real(
        0.136, (0, 5), likely=(0.07, 0.2), unit="a week", built_into=("plan",),
        en=("Problems per customer", "How often a customer has a problem"),
        nl=("Problemen per klant", "Hoe vaak een klant een probleem heeft"),
        source="about 55 a day for 72 people; " + SKETCH,
    )
    second_division: float = real(
        0.5, (0, 1), likely=(0.2, 0.8), unit="chance", built_into=("plan",), source=SKETCH,
        en=("A second division needed", "That a problem needs a second division"),
        nl=("Tweede afdeling nodig", "Dat een probleem een tweede afdeling nodig heeft"),
    )
    third_division: float = real(
        0.33, (0, 1), likely=(0.1, 0.6), unit="chance", built_into=("plan",), source=SKETCH,
        en=("A third division needed", "That one that needs a second division needs a third too"),
        nl=("Derde afdeling nodig", "Dat een probleem dat een tweede afdeling nodig heeft, ook een derde nodig heeft"),
    )
    hours_least: float = real(
        0.5, (0, 40), likely=(0.25, 1.0), unit="hours", built_into=("plan",), source=SKETCH,
        en=("Least work in a part", "Least work in the part of one division"),
        nl=("Minste werk aan een deel", "Minste werk aan het deel van één afdeling"),
    )
    hours_mean: float = real(
        2.0, (0, 40), likely=(1.0, 4.0), unit="hours", built_into=("plan",), source=SKETCH,
        en=("Further work in a part", "Mean of the further work in a part; exponential, times difficulty"),
        nl=("Verder werk aan een deel",
            "Gemiddelde van het verdere werk aan een deel; exponentieel, maal moeilijkheid"),
    )
    difficulty_shape: float = real(
        1.0, (0.1, 1000), likely=(0.3, 5.0), unit="shape",
        en=("Evenness of difficulty", "Shape of the gamma that difficulty follows (mean 1); small is a heavy tail"),
        nl=("Gelijkmatigheid van moeilijkheid",
            "Vorm van de gammaverdeling van moeilijkheid (gemiddelde 1); klein is een zware staart"),
        source="hand-off counts are over-dispersed: BPI Challenge 2013 log, variance/mean 3.8", evidence="some",
    )
    triage: float = real(
        0.8, (0, 1), likely=(0.5, 0.98), unit="chance", source=SKETCH,
        en=("Right front door", "That the front door is the right division"),
        nl=("Juiste voordeur", "Dat de voordeur de juiste afdeling is"),
    )
    right_address: float = real(
        0.85, (0, 1), likely=(0.5, 1.0), unit="chance", source=SKETCH,
        en=("Right address when passing on", "That a problem volleyed on goes where it is needed, not just anywhere"),
        nl=("Juist adres bij doortikken",
            "Dat een doorgetikt probleem gaat waar het nodig is, en niet zomaar ergens heen"),
    )
    patience: float = real(
        25.0, (0.1, 10_000), likely=(5.0, 60.0), unit="working days", source=SKETCH,
        en=("Patience of customers", "Mean patience of a customer; exponential"),
        nl=("Geduld van klanten", "Gemiddeld geduld van een klant; exponentieel"),
    )
