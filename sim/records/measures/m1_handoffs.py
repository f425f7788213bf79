"""The wall between divisions: how often problems move, and whether it was needed. Definitions: ../handoffs.py."""

from sim.records.counts import Counts, Floats, measure, ratio


@measure(
    "Silo index",
    "Eilandjesindex",
    "0–1",
    -1,
    "0: één team, 1: eilandjes. Van de afgelopen problemen die meer afdelingen nodig hadden, die welke niet "
    "ineens zijn opgelost. Ineens: aan één tafel met al die afdelingen, voor een ervan haar deel had gedaan, en "
    "zonder vermijdbare overdracht.",
)
def silo_index(k: Counts) -> Floats:
    """0: one team, 1: islands. Of ended problems that needed several divisions, those not solved in one go.

    In one go: at one table with all these divisions, before any had done its part, and without an avoidable hand-off.
    """
    return 1.0 - ratio(k["joint"], k["shared"])


@measure(
    "Silo index, lenient",
    "Eilandjesindex, ruim",
    "0–1",
    -1,
    "De eilandjesindex waarin elke tafel telt: van dezelfde problemen die welke helemaal niet aan een tafel "
    "eindigden. Wat voor de tafel kwam, doet er niet toe: ook wat eerst is doorgetikt of om de beurt half gedaan, "
    "telt als samen.",
)
def silo_index_lenient(k: Counts) -> Floats:
    """The silo index with every table counted: of the same problems, those that did not end at a table at all.

    What went before the table does not matter: problems volleyed about or half done in turn count as joint, too.
    """
    return 1.0 - ratio(k["tabled"], k["shared"])


@measure(
    "Hand-offs per problem",
    "Overdrachten per probleem",
    "per problem",
    -1,
    "Hoe vaak een probleem naar een andere afdeling ging, over de afgelopen problemen.",
)
def handoffs_per_problem(k: Counts) -> Floats:
    """How often a problem moved to another division, of the problems that ended."""
    return ratio(k["handoffs"], k.ended)


@measure(
    "Volleys per problem",
    "Doorgetikt per probleem",
    "per problem",
    -1,
    "Overdrachten waarvan de afzender niets aan het probleem deed: die wilde niet, of had er geen deel in.",
)
def volleys_per_problem(k: Counts) -> Floats:
    """Hand-offs whose sender did nothing to the problem: would not, or had no part in it."""
    return ratio(k["volleys"], k.ended)


@measure(
    "Orderly hand-ons per problem",
    "Ordelijke overdrachten per probleem",
    "per problem",
    0,
    "De andere overdrachten: het eigen deel van de afzender is klaar, en het probleem gaat naar een afdeling die "
    "nog nodig is.",
)
def hand_ons_per_problem(k: Counts) -> Floats:
    """The other hand-offs: the sender's own part is done, and the problem goes to a division that it still needs."""
    return ratio(k["handoffs"] - k["volleys"], k.ended)


@measure(
    "Avoidable hand-offs",
    "Vermijdbare overdrachten",
    "per problem",
    -1,
    "Overdrachten boven wat zelfs één tafel niet kan missen (één, als het probleem aan de verkeerde deur kwam).",
)
def avoidable_handoffs(k: Counts) -> Floats:
    """Hand-offs beyond those that even one table cannot do without (one, if the problem came in at the wrong door)."""
    return ratio(k["avoidable"], k.ended)


@measure(
    "Return share",
    "Aandeel terug",
    "share",
    -1,
    "Aandeel van de overdrachten naar een afdeling die het probleem al eerder had.",
)
def return_share(k: Counts) -> Floats:
    """Share of hand-offs that go to a division which had the problem before."""
    return ratio(k["returns"], k["handoffs"])


@measure(
    "Ping-pong",
    "Pingpong",
    "share",
    -1,
    "Aandeel van de afgelopen problemen die van A naar B gingen en meteen terug naar A.",
)
def pingpong_share(k: Counts) -> Floats:
    """Share of ended problems that went from A to B and straight back to A."""
    return ratio(k["pingpong"], k.ended)


@measure(
    "No hand-off",
    "Geen overdracht",
    "share",
    1,
    "Aandeel van de afgelopen problemen die bleven waar ze binnenkwamen.",
)
def no_handoff_share(k: Counts) -> Floats:
    """Share of ended problems that stayed where they came in."""
    return ratio(k["no_handoff"], k.ended)


@measure("One hand-off", "Eén overdracht", "share", 0, "Aandeel van de afgelopen problemen met één overdracht.")
def one_handoff_share(k: Counts) -> Floats:
    """Share of ended problems with one hand-off."""
    return ratio(k["one_handoff"], k.ended)


@measure("Two hand-offs", "Twee overdrachten", "share", -1, "Aandeel van de afgelopen problemen met twee overdrachten.")
def two_handoffs_share(k: Counts) -> Floats:
    """Share of ended problems with two hand-offs."""
    return ratio(k["two_handoffs"], k.ended)


@measure(
    "Three or more hand-offs",
    "Drie of meer overdrachten",
    "share",
    -1,
    "Aandeel van de afgelopen problemen met drie overdrachten of meer.",
)
def more_handoffs_share(k: Counts) -> Floats:
    """Share of ended problems with three hand-offs or more."""
    return ratio(k["more_handoffs"], k.ended)
