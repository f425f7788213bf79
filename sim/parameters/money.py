"""Section [money] of a scenario: salaries and margin; a policy's terms are shares of these salaries."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class MoneySection(Section):
    """Salaries and margin; a policy's terms are shares of these salaries."""

    employee_salary: float = real(
        3000.0, (1, 1e6), likely=(2000.0, 5000.0), unit="euro a month", built_into=("contract",),
        en=("Salary of an employee", "Standard salary of an employee"),
        nl=("Salaris van een medewerker", "Standaardsalaris van een medewerker"),
    )
    manager_salary: float = real(
        6000.0, (1, 1e6), likely=(3500.0, 9000.0), unit="euro a month", built_into=("contract",),
        en=("Salary of a manager", "Standard salary of a manager"),
        nl=("Salaris van een manager", "Standaardsalaris van een manager"),
    )
    belief_announced: float = real(
        0.25, (0, 1), likely=(0.0, 1.0), unit="share",
        en=("Belief in a new contract", "How far people believe on its first day that a contract pays what it says"),
        nl=("Geloof in een nieuw contract",
            "Hoe ver mensen op de eerste dag geloven dat een contract betaalt wat het zegt"),
        source="pay moves people as far as they believe that it follows (instrumentality: Vroom 1964); size assumed",
        evidence="weak",
    )
    belief_weekly: float = real(
        0.15, (0, 1), likely=(0.0, 0.3), unit="a week",
        en=("How fast a contract is believed",
            "How much of the doubt in a new contract a week of talk about it takes away"),
        nl=("Hoe snel een contract wordt geloofd",
            "Hoeveel van de twijfel aan een nieuw contract een week praten erover wegneemt"),
        source="practitioners: the customer was on the agenda within weeks (S0); size assumed", evidence="weak",
        lever="people",
        example=(
            "0: only payday convinces; 0.15: half of the doubt is gone after four to five weeks; 0.3: after two, "
            "as where a trusted leader announces it. An illustration",
            "0: alleen de betaaldag overtuigt; 0,15: na vier tot vijf weken is de helft van de twijfel weg; 0,3: "
            "na twee, als waar een vertrouwde leider het aankondigt. Ter illustratie",
        ),
    )
    belief_payday: float = real(
        0.3, (0, 1), likely=(0.0, 0.8), unit="a payday",
        en=("Proof on payday", "How much of the doubt in a new contract a payday takes away"),
        nl=("Bewijs op de betaaldag", "Hoeveel van de twijfel aan een nieuw contract een betaaldag wegneemt"),
        source="trust in a pay plan grows with its paydays (Lawler 1971); size assumed", evidence="weak",
    )
    margin_rate: float = real(
        0.6, (0, 1), likely=(0.3, 0.8), unit="share", built_into=("plan",),
        en=("Margin on sales", "Share of sales that is left when what was sold is paid for"),
        nl=("Marge op verkoop", "Aandeel van de verkoop dat overblijft als betaald is wat werd verkocht"),
    )
