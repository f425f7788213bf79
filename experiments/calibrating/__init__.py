"""Calibrates a company to a real ticket log: which parameters the log tells, how surely, and which it cannot tell.

windows.py cuts a log, figures.py measures it, measuring.py reads from it which company is lived (setting.py). bank.py
lives that company many times with parameters drawn from their plausible ranges, learning.py learns from the bank what
figures say of parameters, and calibration.py asks it for a log. fresh.py takes one company for the scenario;
calibrate.py puts it together, folder.py and report.py write it down.
"""
