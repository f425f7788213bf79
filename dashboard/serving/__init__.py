"""Serving the dashboard: one kind of server, for oneself (`siloscope dashboard`) and for others (`siloscope serve`).

`plan.py` says where, to whom and within which limits; `site.py` puts the pages together; the other files are one
safeguard each; `running.py` starts and stops it all, and `commands.py` is its command line.
"""
