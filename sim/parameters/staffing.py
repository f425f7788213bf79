"""Section [staffing] of a scenario: stand-ins, whom a division calls in when problems pile up."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class StaffingSection(Section):
    """Stand-ins, whom a division calls in when problems pile up."""

    stand_ins_most: float = real(
        0.25, (0, 5), likely=(0.0, 0.5), unit="share",
        en=("Most stand-ins", "The most stand-ins that a division calls in, relative to its employees; 0: none"),
        nl=("Meeste invallers", "Het hoogste aantal invallers van een afdeling, naast haar medewerkers; 0: geen"),
    )
    stand_ins_queue: float = real(
        4.0, (0, 1000), likely=(2.0, 8.0), unit="problems a head",
        en=("Queue that calls for stand-ins",
            "Problems that have been waiting for each employee, above which stand-ins are called in"),
        nl=("Wachtrij die om invallers vraagt",
            "Problemen die al een tijd per medewerker wachten, waarboven invallers worden ingezet"),
    )
    stand_ins_days: float = real(
        1.0, (0.1, 1000), likely=(0.5, 5.0), unit="working days",
        en=("Time to clear the rest", "As many stand-ins come as clear in this time what waits beyond that queue"),
        nl=("Tijd om de rest weg te werken",
            "Er komen zo veel invallers dat zij in deze tijd wegwerken wat boven die wachtrij wacht"),
    )
    stand_ins_delay: float = real(
        6.0, (1, 520), likely=(2.0, 13.0), unit="weeks",
        en=("Delay of stand-ins", "Mean time until a queue shows in the number of stand-ins, when it grows or shrinks"),
        nl=("Vertraging van invallers",
            "Gemiddelde tijd tot een wachtrij in het aantal invallers te zien is, bij groei en bij krimp"),
        source="service capacity follows work with a delay of months (Oliva & Sterman 2001); sooner for agency workers",
    )
    stand_ins_wage: float = real(
        1.3, (0, 10), likely=(1.0, 1.8), unit="factor",
        en=("Price of stand-ins", "What an hour of a stand-in costs, relative to an employee on standard salary"),
        nl=("Prijs van invallers",
            "Wat een uur van een invaller kost, vergeleken met een medewerker op standaardsalaris"),
    )
