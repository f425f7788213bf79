"""The words of this page."""

from dashboard.pages.facts import words_beside

WORDS = words_beside(__file__)

say = WORDS.say
