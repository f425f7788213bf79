"""Calibrates a company to a real ticket log: which parameters the log tells, how surely, and which it cannot tell.

windows.py cuts a log, figures.py measures it, setting.py reads from it which company is lived; bank.py lives that company
many times with parameters drawn from their plausible ranges, and learning.py learns from the bank what a figure says of
a parameter; calibration.py puts it together, folder.py and report.py write it down.
"""
