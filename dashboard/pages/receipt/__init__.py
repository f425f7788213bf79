"""The receipt (kassabon): what each policy really pays a manager and an employee for, live with the standing."""

from dashboard.pages.facts import PageFacts, words_beside
from dashboard.pages.receipt.page import ReceiptPage

PAGE = PageFacts("receipt", 20, ReceiptPage, words_beside(__file__))
