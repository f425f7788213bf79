"""Our company in Mesa's own viewer, SolaraViz, for those who know Mesa. On your own computer only:

    pip install matplotlib        # SolaraViz imports it
    solara run dashboard/examples/mesa_page.py

What SolaraViz does not have, and `siloscope dashboard` does: two policies under the same luck, more than one future,
intervals, a change of policy on the way, undo, an address that holds what was chosen, Dutch. Its command console runs
whatever is typed into it, with the rights of the server: it is left out here, and must be wherever others can connect.
A model made at the top of a file would be shared by all visitors; this one is made for each.
"""

from typing import Any

import numpy as np
import solara
from matplotlib.figure import Figure
from mesa.visualization import SolaraViz, make_plot_component
from mesa.visualization.utils import update_counter

from sim import CompanyModel
from sim.policies import catalogue
from sim.tables import Task

BEGINS = "sales-commission"
CHOSEN: dict[str, Any] = {
    "policy": {"type": "Select", "value": BEGINS, "values": list(catalogue()), "label": "Reward policy"},
    "replicate": {"type": "SliderInt", "value": 0, "min": 0, "max": 20, "step": 1, "label": "Which future"},
}


@solara.component
def Doing(model: CompanyModel) -> None:
    """How many do what at the end of the day, division by division, one bar each."""
    day = update_counter.get()
    people = model.simulation.world.employees
    where = np.unique(people.division)
    below = np.zeros(len(where))
    figure = Figure(layout="constrained")
    axes = figure.subplots()
    for task in Task:
        many = np.array([np.count_nonzero(people.task[people.division == each] == task) for each in where])
        if many.any():
            axes.bar(where + 1, many, bottom=below, label=task.name.lower().replace("_", " "))
            below += many
    axes.set(title="What people do now", xlabel="division", ylabel="people")
    axes.legend()
    solara.FigureMatplotlib(figure, format="png", dependencies=[day, model])


@solara.component
def Page() -> None:
    """The company, a working day a step."""
    model = solara.use_memo(lambda: CompanyModel(policy=BEGINS), [])
    SolaraViz(
        model,
        components=[(Doing, 0), make_plot_component("open_problems"), make_plot_component("trust")],
        model_params=CHOSEN,
        name="Siloscope, seen by Mesa",
    )
