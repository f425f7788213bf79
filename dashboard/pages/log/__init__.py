"""Your ticket log: its X-ray beside that of the simulated company."""

from dashboard.pages.facts import PageFacts, words_beside
from dashboard.pages.log.page import TicketLog

PAGE = PageFacts("log", 75, TicketLog, words_beside(__file__))
