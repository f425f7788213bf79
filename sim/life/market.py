"""The market on Friday: customers leave, newcomers come, and those who stay buy again."""

from sim.agents.customer import buys_again, leaves, newcomer_chance
from sim.chance import Luck
from sim.compiled import rule
from sim.life.bookkeeping import division_week, keeps_divisions, this_week
from sim.tables import Raw, World


@rule
def customers_reconsider(w: World, luck: Luck) -> None:
    """Customers leave, and newcomers take empty places. A draw for each place, always."""
    c, p, week = w.company[0], w.parameters[0], this_week(w)
    ended = week.solved + week.given_up
    talk = (week.promoters - week.detractors) / ended if ended > 0 else 0.0
    chance = newcomer_chance(talk, p)
    for k in range(len(w.customers)):
        customer = w.customers[k]
        draw = luck.market.random()
        if customer.present:
            if leaves(customer, p, draw):
                customer.present = 0
                week.left += 1
                if keeps_divisions(w):
                    division_week(w, customer.division).left += 1
        elif draw < chance:
            customer.present = 1
            customer.satisfaction = c.satisfaction
            week.joined += 1
            if keeps_divisions(w):
                division_week(w, customer.division).joined += 1


@rule
def customers_buy_again(w: World) -> None:
    """Who is with us is counted, and buys again, as satisfied as all have been for half a year."""
    c, p = w.company[0], w.parameters[0]
    for d in range(len(w.divisions)):
        w.divisions[d].customers = 0
    present, total = 0, 0.0
    for k in range(len(w.customers)):
        customer = w.customers[k]
        if customer.present:
            present += 1
            total += float(customer.satisfaction)
            w.divisions[customer.division].customers += 1
    c.customers = present
    if present > 0:
        c.satisfaction = total / present
    c.lagged += (c.satisfaction - c.lagged) / p.lag_weeks
    this_week(w).bought_again = present * buys_again(c.lagged, p)
    for d in range(len(w.divisions)):
        division = w.divisions[d]
        division.week[Raw.BOUGHT] += division.customers * buys_again(c.lagged, p)
        if keeps_divisions(w):
            division_week(w, d).customers = division.customers
