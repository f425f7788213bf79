"""Section [customers] of a scenario: satisfaction, buying, leaving and coming."""

from sim.parameters.declare import Section, real
from sim.parameters.sources import SKETCH

# fmt: off
# Each declaration is a small table of its own.


class CustomersSection(Section):
    """Satisfaction, buying, leaving and coming."""

    customers_per_employee: float = real(
        28.0, (0, 10_000), likely=(14.0, 42.0), unit="customers", built_into=("opening",),
        en=("Customers per employee", "Customers at the start for each employee"),
        nl=("Klanten per medewerker", "Klanten aan het begin voor elke medewerker"),
        source="2,000 for 72 people; " + SKETCH,
    )
    market: float = real(
        1.2, (1, 10), likely=(1.0, 2.0), unit="factor", built_into=("opening",),
        en=("Size of the market", "Most customers that the market holds, relative to the start"),
        nl=("Omvang van de markt", "Meeste klanten die de markt telt, ten opzichte van het begin"),
    )
    score_best: float = real(
        9.2, (0, 10), likely=(8.0, 10.0), unit="points", source=SKETCH,
        en=("Best score", "Score of a problem solved at once by one division"),
        nl=("Beste score", "Score van een probleem dat meteen door één afdeling is opgelost"),
    )
    score_delay: float = real(
        0.9, (0, 10), likely=(0.0, 1.8), unit="points", source=SKETCH,
        en=("Loss by delay",
            "Points lost by waiting: 0.7 times this after one working day, 1.8 times after five (ln(1 + days))"),
        nl=("Verlies door wachten",
            "Punten verloren door wachten: 0,7 keer dit na één werkdag, 1,8 keer na vijf (ln(1 + dagen))"),
    )
    score_handoff: float = real(
        0.4, (0, 10), likely=(0.0, 1.0), unit="points", source=SKETCH,
        en=("Loss by a hand-off", "Points lost with every hand-off: the story told again"),
        nl=("Verlies door een overdracht", "Punten verloren bij elke overdracht: het verhaal opnieuw verteld"),
    )
    score_table: float = real(
        0.6, (0, 10), likely=(0.0, 1.2), unit="points", source=SKETCH,
        en=("Gain from a table", "Points gained when colleagues solved it together"),
        nl=("Winst van samen om tafel", "Punten gewonnen als collega's het samen oplosten"),
    )
    score_hurry: float = real(
        1.5, (0, 10), likely=(0.0, 3.0), unit="points",
        en=("Loss by hurry", "Points lost when the work is done at double speed"),
        nl=("Verlies door haast", "Punten verloren als het werk op dubbele snelheid is gedaan"),
    )
    score_noise: float = real(
        1.0, (0, 10), likely=(0.5, 2.0), unit="points", source=SKETCH,
        en=("Spread between customers",
            "How much customers with the same story differ in their score (standard deviation)"),
        nl=("Spreiding tussen klanten",
            "Hoeveel klanten met hetzelfde verhaal verschillen in hun cijfer (standaardafwijking)"),
    )
    score_given_up: float = real(
        1.0, (0, 10), likely=(0.0, 4.0), unit="points", source=SKETCH,
        en=("Score after giving up", "Score of a customer who gave up"),
        nl=("Score na opgeven", "Score van een klant die het opgaf"),
    )
    mention_likely: float = real(
        0.15, (0, 1), likely=(0.05, 0.4), unit="chance",
        en=("Customers who name who helped", "Chance that a fully satisfied customer who is asked names who helped"),
        nl=("Klanten die noemen wie hielp", "Kans dat een volledig tevreden klant die wordt gevraagd, noemt wie hielp"),
    )
    satisfaction_start: float = real(
        7.5, (0, 10), likely=(6.0, 9.0), unit="points", built_into=("opening",),
        en=("Satisfaction at the start", "How satisfied customers are at the start"),
        nl=("Tevredenheid aan het begin", "Hoe tevreden klanten aan het begin zijn"),
    )
    satisfaction_rate: float = real(
        0.3, (0, 1), likely=(0.1, 0.6), unit="a problem",
        en=("Speed of satisfaction", "How far one problem moves a customer's satisfaction"),
        nl=("Snelheid van tevredenheid", "Hoe ver één probleem de tevredenheid van een klant verschuift"),
    )
    lag_weeks: float = real(
        26.0, (1, 520), likely=(8.0, 52.0), unit="weeks",
        en=("Delay until satisfaction shows", "How long satisfaction takes to show in buying"),
        nl=("Vertraging tot tevredenheid telt", "Hoe lang het duurt tot tevredenheid in aankopen te zien is"),
        source="about six months (Banker, Potter & Srinivasan 2000)", evidence="some",
    )
    spend: float = real(
        30.0, (0, 1e6), likely=(15.0, 60.0), unit="euro a week",
        en=("Buying again", "What a customer buys again in a week, at satisfaction 7.5"),
        nl=("Opnieuw kopen", "Wat een klant in een week opnieuw koopt, bij tevredenheid 7,5"),
    )
    spend_effect: float = real(
        0.1, (0, 1), likely=(0.0, 0.2), unit="share a point",
        en=("Satisfaction in buying again", "How buying again changes with a point of satisfaction"),
        nl=("Tevredenheid in opnieuw kopen", "Hoe opnieuw kopen verandert met een punt tevredenheid"),
    )
    reputation: float = real(
        0.08, (0, 1), likely=(0.0, 0.2), unit="share a point",
        en=("Reputation in selling", "How selling changes with a point of the customers' satisfaction"),
        nl=("Reputatie bij verkopen", "Hoe verkopen verandert met een punt tevredenheid van de klanten"),
    )
    leave: float = real(
        0.003, (0, 1), likely=(0.001, 0.008), unit="a week",
        en=("Customers leaving", "Chance that a customer at satisfaction 7.5 leaves in a week"),
        nl=("Vertrek van klanten", "Kans dat een klant met tevredenheid 7,5 in een week vertrekt"),
    )
    leave_effect: float = real(
        0.7, (0, 5), likely=(0.0, 1.2), unit="a point",
        en=("Satisfaction in leaving",
            "How the chance of leaving grows with each point less satisfaction (exponent: 0.7 doubles it)"),
        nl=("Tevredenheid in vertrek",
            "Hoe de kans op vertrek groeit met elk punt minder tevredenheid (exponent: 0,7 verdubbelt die)"),
    )
    leave_given_up: float = real(
        0.15, (0, 1), likely=(0.0, 0.4), unit="chance",
        en=("Leaving after giving up", "Chance that a customer who gave up goes to a competitor at once"),
        nl=("Vertrek na opgeven", "Kans dat een klant die het opgaf meteen naar een concurrent gaat"),
    )
    come: float = real(
        0.015, (0, 1), likely=(0.005, 0.03), unit="a week",
        en=("Newcomers", "Chance that an empty place in the market is filled in a week"),
        nl=("Nieuwkomers", "Kans dat een lege plaats in de markt in een week wordt gevuld"),
    )
    word_of_mouth: float = real(
        0.8, (0, 10), likely=(0.0, 1.6), unit="share",
        en=("Word of mouth",
            "How many more newcomers come if all customers are promoters, or fewer if all are detractors"),
        nl=("Mond-tot-mondreclame",
            "Hoeveel meer nieuwkomers komen als alle klanten promotor zijn, of minder als allen criticaster zijn"),
    )
