"""What people chose: passing on, a table, coming when invited; and who helps whom."""

from sim.records.counts import Counts, Floats, measure, ratio


def _handled(k: Counts) -> Floats:
    return k["own_part"] + k["pass_on"] + k["table"]


@measure(
    "Volleyed on",
    "Doorgetikt",
    "share",
    -1,
    "Van de keren dat iemand een probleem oppakte: hoe vaak het onbehandeld werd doorgetikt.",
)
def pass_share(k: Counts) -> Floats:
    """Of the times that somebody took a problem up: how often it was passed on unhandled."""
    return ratio(k["pass_on"], _handled(k))


@measure(
    "Round one table",
    "Samen om tafel",
    "share",
    1,
    "Van de keren dat iemand een probleem oppakte: hoe vaak men samen om tafel ging.",
)
def table_share(k: Counts) -> Floats:
    """Of the times that somebody took a problem up: how often a table was held."""
    return ratio(k["table"], _handled(k))


@measure(
    "Invitations accepted, own unit",
    "Uitnodigingen aanvaard, eigen unit",
    "share",
    1,
    "Aandeel van de uitnodigingen aan tafel die een collega van dezelfde unit aanneemt.",
)
def invitation_acceptance_in_unit(k: Counts) -> Floats:
    """Share of invitations to a table that a colleague of the same unit accepts."""
    return ratio(k["came_in"], k["asked_in"])


@measure(
    "Invitations accepted, other unit",
    "Uitnodigingen aanvaard, andere unit",
    "share",
    1,
    "Aandeel van de uitnodigingen aan tafel die een collega van een andere unit aanneemt.",
)
def invitation_acceptance_cross_unit(k: Counts) -> Floats:
    """Share of invitations to a table that a colleague of another unit accepts."""
    return ratio(k["came_out"], k["asked_out"])


@measure(
    "E-I index of help",
    "E-I-index van hulp",
    "-1 to 1",
    0,
    "Hulp over de grens van de unit min hulp binnen de unit, gedeeld door alle hulp (Krackhardt & Stern 1988). Om "
    "mee te vergelijken: de E-I-index van uitnodigingen.",
)
def help_ei_index(k: Counts) -> Floats:
    """Help across units less help inside units, over all help (Krackhardt & Stern 1988).

    To compare with: the E-I index of invitations.
    """
    return ratio(k["came_out"] - k["came_in"], k["came_out"] + k["came_in"])


@measure(
    "E-I index of invitations",
    "E-I-index van uitnodigingen",
    "-1 to 1",
    0,
    "De waarde die de E-I-index van hulp zou hebben als beide soorten uitnodiging even graag werden aangenomen.",
)
def help_ei_asked(k: Counts) -> Floats:
    """The value that the E-I index of help would have if both kinds of invitation were accepted as readily."""
    return ratio(k["asked_out"] - k["asked_in"], k["asked_out"] + k["asked_in"])
