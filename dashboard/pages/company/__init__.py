"""Your company: its units and divisions by your own names, its market and its people, as a file in and out."""

from dashboard.pages.company.page import Company
from dashboard.pages.facts import PageFacts, words_beside

PAGE = PageFacts("company", 70, Company, words_beside(__file__))
