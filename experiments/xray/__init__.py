"""X-ray of a ticket log: how often cases are handed on, come back, and between whom.

    log = read_log("tickets.csv", case="ticket", time="at", group="team", division="department", status="state")
    found = xray(log)
    tables(found)            # for the terminal
    draw(found, "out/xray")  # charts, and the network for Gephi

reading.py reads the file and times.py its dates; figures.py measures; tables.py and charts.py show.
"""
