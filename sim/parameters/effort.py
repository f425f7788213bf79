"""Section [effort] of a scenario: how hard people work for themselves, for each other and against each other."""

from sim.parameters.declare import Section, real

# fmt: off
# Each declaration is a small table of its own.


class EffortSection(Section):
    """How hard people work: cost of effort c·e²/2 around a base (teams, help, tournaments, peer pressure)."""

    effort_base: float = real(
        0.9, (0, 10), likely=(0.7, 1.0), unit="factor",
        en=("Effort without incentive", "Effort without any incentive; 1 is a fair day's work"),
        nl=("Inzet zonder prikkel", "Inzet zonder enige prikkel; 1 is een eerlijke werkdag"),
    )
    effort_cost: float = real(
        8.0, (0.01, 1000), likely=(4.0, 16.0), unit="weight a month",
        en=("Cost of effort", "How tiresome it is to work harder for a month (c in the cost c·e²/2 of effort e)"),
        nl=("Kosten van inzet", "Hoe vermoeiend het is een maand harder te werken (c in de kosten c·e²/2 van inzet e)"),
        source="piece rates raise output by some 20 % (Lazear 2000, half of it incentive)", evidence="some",
    )
    effort_most: float = real(
        1.6, (0, 100), likely=(1.2, 2.0), unit="factor",
        en=("Most effort", "The hardest that anybody works; 1 is a fair day's work"),
        nl=("Meeste inzet", "Zo hard als iemand hoogstens werkt; 1 is een eerlijke werkdag"),
    )
    shame: float = real(
        0.0, (0, 100), likely=(0.0, 2.0), unit="weight a month",
        en=("Shame of doing less",
            "How much colleagues make people feel every bit of missing effort (linear peer pressure, Kandel & "
            "Lazear 1992)"),
        nl=("Schaamte om minder te doen",
            "Hoe zeer collega's elk beetje ontbrekende inzet laten voelen (lineaire groepsdruk, Kandel & Lazear 1992)"),
        source="theory; size assumed",
    )
    peer_pressure: float = real(
        2.0, (0, 100), likely=(0.0, 6.0), unit="weight a month",
        en=("Peer pressure towards the norm",
            "How strongly colleagues pull one another towards the norm of effort (quadratic peer pressure, Kandel "
            "& Lazear 1992)"),
        nl=("Groepsdruk naar de norm",
            "Hoe sterk collega's elkaar naar de norm voor inzet trekken (kwadratische groepsdruk, Kandel & Lazear "
            "1992)"),
        source="35,000 staff worked harder for a firm-wide bonus (Knez & Simester 2001); size assumed",
        evidence="some",
    )
    effort_norm: float = real(
        1.0, (0, 10), likely=(0.8, 1.3), unit="factor",
        en=("Norm of effort", "The effort that colleagues expect of one another"),
        nl=("Norm voor inzet", "De inzet die collega's van elkaar verwachten"),
    )
    help_yield: float = real(
        0.3, (0, 10), likely=(0.0, 0.6), unit="points",
        en=("Yield of help", "What a unit of helping effort adds to the score of a colleague's customer"),
        nl=("Opbrengst van hulp", "Wat een eenheid hulp toevoegt aan de score van de klant van een collega"),
    )
    help_cost: float = real(
        1.0, (0.01, 1000), likely=(0.5, 2.0), unit="weight",
        en=("Cost of help", "How tiresome it is to help a colleague (Itoh 1991)"),
        nl=("Kosten van hulp", "Hoe vermoeiend het is een collega te helpen (Itoh 1991)"),
        source="theory; size assumed",
    )
    joint_effort: float = real(
        0.0, (0, 1), likely=(0.0, 1.0), unit="switch",
        en=("Own work or help", "1: own work and help share one cost, so it is one or the other (Itoh 1991)"),
        nl=("Eigen werk of hulp",
            "1: eigen werk en hulp delen één kostenpost, dus het is het een of het ander (Itoh 1991)"),
        source="theory",
    )
    sabotage: float = real(
        0.0, (0, 1), likely=(0.0, 1.0), unit="switch",
        en=("Sabotage", "1: who gains from a rival's loss may harm (Lazear 1989)"),
        nl=("Tegenwerken", "1: wie wint bij het verlies van een rivaal, kan tegenwerken (Lazear 1989)"),
        source="theory",
    )
    sabotage_yield: float = real(
        0.3, (0, 10), likely=(0.0, 0.6), unit="points",
        en=("Harm of sabotage", "What a unit of sabotage takes off the score of a rival's customer"),
        nl=("Schade van tegenwerken", "Wat een eenheid tegenwerken afhaalt van de score van de klant van een rivaal"),
        source="theory",
    )
    sabotage_cost: float = real(
        1.0, (0.01, 1000), likely=(0.5, 2.0), unit="weight",
        en=("Cost of sabotage", "How tiresome or risky it is to harm a rival"),
        nl=("Kosten van tegenwerken", "Hoe vermoeiend of riskant het is een rivaal tegen te werken"),
        source="theory; size assumed",
    )
