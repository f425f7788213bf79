"""The report of a sweep: `report_of` (made.py) makes it of any folder, finished or not, which gathered.py reads."""
