"""A report: one HTML page of what an experiment found, that needs nothing else and works without a network.

A report is a list of parts (parts.py), and `page` (render.py) makes the page of any such list:

    from experiments.reporting.parts import Answer, Facts, Heading, Paragraph, Picture, Table
    from experiments.reporting.render import Report, write

    found = Report(
        title="What moves satisfaction", lede=asks, lang="en",
        parts=(
            Answer("Load moves it most: …"),                           # the finding in plain words, first
            Heading("In pictures"),
            Picture("Total effect", words="Load 0.6, …", draw=lambda size: charts.by_name(rows, axes, size)),
            Table("All effects", ("parameter", "effect"), (("load", Cell("0.6", small="0.5 to 0.7")),)),
            Heading("Where this comes from"), Facts((("seed", "42"),), origin=True),
        ),
    )
    write(found, Path("report.html"))                                  # whole or not at all
    found                                                              # in a notebook it shows itself

Who has an experiment makes its parts beside it, in its own room, as sweeping/report does for sweeps. All text in a part
is plain text: render.py escapes it, so nothing that a user wrote can be markup. A picture is a function from a size to
an Altair chart; it is drawn once for wide and once for narrow screens, with colours that follow light and dark pages if
they are those of showing/looks.py. charts.py has the charts that experiments share: curves with bands, a map of cells,
dots with whiskers (as a strip, or each with its name, as a tornado has them), and a scatter.

An object that is to show itself in a notebook returns `fragment(parts)` from `_repr_html_`.
"""
