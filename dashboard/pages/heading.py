"""The head of a page: its title, and what one can do here."""

from dashboard.look.plain import component


@component("heading.vue")
def Heading(heading: str, lede: str) -> None:
    """Title and lede; see heading.vue."""
