"""Another rule of decision: reinforcement. One knows nothing of prices beforehand, and does again what went well.

Each choice has a propensity: what it lately brought when one made it (a running mean, in utils). Choices are logit over
these. Nobody compares what might be; a choice that is not made teaches nothing. Thorndike's law of effect; Bush &
Mosteller 1955; Roth & Erev 1995, in the form with mean pay-offs (Erev & Roth 1998; Sarin & Vahid 1999).
"""

from sim.agents.best_response import brings, possible
from sim.agents.employee import Options
from sim.agents.manager import Agenda, Outlook, contest_pays, customer_pays, neutral, sales_pay
from sim.agents.reasons import Situation, consider
from sim.compiled import rule
from sim.tables import Choice, Row

EXPERIENCE = 0.05  # how far one choice moves what is thought of it: some twenty count (our assumption)


@rule
def propensities(me: Row, see: Situation) -> Options:
    """What each choice lately brought me (utils); NEVER where it cannot be made now.

    >>> from sim.agents.examples import employee, situation
    >>> me = employee(brought=[0.0, 0.5, 0.25, 1.0, -1.0])
    >>> print(*propensities(me, situation(can_pass=False)))  # sell, own part, pass on, table, idle
    0.0 0.5 -inf 1.0 -1.0
    """
    return possible(see, me.brought[0], me.brought[1], me.brought[2], me.brought[3], me.brought[4])


@rule
def receive(me: Row, choice: int, utils: float) -> None:
    """A choice has brought so much: it moves what I think of it, and of how I fare in all.

    >>> from sim.agents.examples import employee
    >>> me = employee(brought=[0.0, 1.0, 0.0, 0.0, 0.0], fared=0.2)
    >>> receive(me, Choice.OWN_PART, 2.0)  # a twentieth of the way from 1 to 2, and from 0.2 to 2
    >>> print(me.brought, round(me.fared, 2))
    [0.   1.05 0.   0.   0.  ] 0.29
    """
    me.brought[choice] += EXPERIENCE * (utils - me.brought[choice])
    me.fared += EXPERIENCE * (utils - me.fared)


@rule
def begin_choice(me: Row, choice: int, see: Situation, p: Row) -> None:
    """What a choice brings is known when it is begun; of a table only when the others have answered.

    What the customer will say is reckoned as the division believes, as everywhere.

    >>> from sim.agents.examples import employee, situation, usual
    >>> p = usual(pressure=0.25, pressure_queue=0.0, duty=0.5, toil=0.0)
    >>> me = employee()
    >>> begin_choice(me, Choice.PASS_ON, situation(), p)  # 0.25 off the desk, of which a twentieth is believed
    >>> begin_choice(me, Choice.TABLE, situation(hours_ask=1.0, hour=0.25, score_table=7.0), p)
    >>> print(me.brought[Choice.PASS_ON], me.at_stake)  # held: 0.75 - 1.5 h at 0.25; in vain: 1 h and 1 h of asking
    0.0125 [0.375 0.25 ]
    """
    parts = consider(me, see, p)
    if choice == Choice.TABLE:
        me.at_stake[0], me.at_stake[1] = brings(parts.table.held), brings(parts.table.in_vain)
    elif choice == Choice.SELL:
        receive(me, choice, brings(parts.sell))
    elif choice == Choice.OWN_PART:
        receive(me, choice, brings(parts.own_part))
    elif choice == Choice.PASS_ON:
        receive(me, choice, brings(parts.pass_on))
    else:
        receive(me, choice, brings(parts.idle))


@rule
def table_is_answered(me: Row, held: bool) -> None:
    """Who called a table now knows what that brought.

    >>> from sim.agents.examples import employee
    >>> me = employee(at_stake=[2.0, -1.0])
    >>> table_is_answered(me, False)
    >>> print(me.brought[Choice.TABLE])
    -0.05
    """
    receive(me, Choice.TABLE, me.at_stake[0] if held else me.at_stake[1])


@rule
def invitation_is_answered(me: Row, came: bool, urge: float) -> None:
    """Who was asked to a table: coming brought what there was for and against it, staying away nothing.

    >>> from sim.agents.examples import employee
    >>> came, stayed = employee(fared=1.0), employee(fared=1.0)
    >>> invitation_is_answered(came, True, 0.4)
    >>> invitation_is_answered(stayed, False, 0.4)
    >>> print(f"{came.coming_brought:.2f} {came.fared:.2f}; {stayed.coming_brought:.2f} {stayed.fared:.2f}")
    0.02 0.97; 0.00 0.95
    """
    if came:
        me.coming_brought += EXPERIENCE * (urge - me.coming_brought)
    me.fared += EXPERIENCE * ((urge if came else 0.0) - me.fared)


@rule
def weighed_by_return(see: Outlook, p: Row) -> Agenda:
    """What a manager's week should go to: a subject pays as far as it is on the agenda, and only that is felt.

    At a neutral agenda that is the model's own rule; a subject that nobody works at earns nothing, and fades.

    >>> from sim.agents.examples import manager, usual
    >>> from sim.agents.manager import outlook
    >>> p = usual(agenda_base=0.5, agenda_politics=0.0)  # neutral: half and half
    >>> little = manager(own_point=1.0, agenda_sales=0.75, agenda_customer=0.25, agenda_politics=0.0)
    >>> weights = weighed_by_return(outlook(little, 2.0), p)  # 0.5 + 1.0 x half of a neutral share
    >>> print(weights.sales, weights.customer, weights.politics)
    0.5 1.0 0.0
    """
    half = neutral(p)
    at_rest = 1.0 - 2.0 * half
    politics = contest_pays(see) * see.agenda.politics / at_rest if at_rest > 0.0 else 0.0
    return Agenda(
        p.agenda_base + sales_pay(see) * see.agenda.sales / half,
        p.agenda_base + customer_pays(see) * see.agenda.customer / half,
        p.agenda_politics + politics,
    )
