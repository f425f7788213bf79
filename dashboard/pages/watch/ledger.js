// Where every problem is at a moment. Moments forward cost what happened in between; a step back begins anew.

const AWAY = -1;

function ledgerOf(film) {
  const ledger = { film, at: new Int16Array(film.problems), since: new Float32Array(film.problems), moves: new Uint16Array(film.problems), cursor: 0, time: 0, first: null };
  ledger.first = alreadyOpen(film);
  rewind(ledger);
  return ledger;
}

// Problems that were there when the film began: something happens to them before they have arrived.
function alreadyOpen(film) {
  const at = new Int16Array(film.problems).fill(AWAY), seen = new Uint8Array(film.problems), e = film.events;
  for (let k = 0; e && k < e.time.length; k++) {
    const problem = e.problem[k];
    if (seen[problem]) continue;
    seen[problem] = 1;
    if (e.kind[k] !== KIND.arrived && e.kind[k] !== KIND.surveyed) at[problem] = e.division[k];
  }
  return at;
}

function rewind(ledger) {
  ledger.at.set(ledger.first);
  ledger.since.fill(0);
  ledger.moves.fill(0);
  ledger.cursor = 0;
}

function advance(ledger, hour) {
  const e = ledger.film.events;
  if (!e) return;
  if (hour < ledger.time) rewind(ledger);
  ledger.time = hour;
  while (ledger.cursor < e.time.length && e.time[ledger.cursor] <= hour) {
    const k = ledger.cursor++, problem = e.problem[k], kind = e.kind[k];
    if (kind === KIND.arrived) { ledger.at[problem] = e.division[k]; ledger.since[problem] = e.time[k]; }
    else if (kind === KIND.passed || kind === KIND.handed) { ledger.at[problem] = e.other[k]; ledger.moves[problem]++; }
    else if (kind === KIND.solved || kind === KIND.givenUp) ledger.at[problem] = AWAY;
  }
}

// Open problems, the most travelled first, then the oldest.
function openAt(ledger, most, division) {
  const found = [];
  for (let problem = 0; problem < ledger.at.length; problem++) {
    if (ledger.at[problem] === AWAY || (division >= 0 && ledger.at[problem] !== division)) continue;
    found.push({ problem, division: ledger.at[problem], days: (ledger.time - ledger.since[problem]) / DAY, moves: ledger.moves[problem] });
  }
  found.sort((a, b) => b.moves - a.moves || b.days - a.days);
  return { count: found.length, list: found.slice(0, most) };
}

// Volleys, hand-overs and tables since the week began.
function countsOfWeek(film, hour) {
  const start = Math.floor(hour / WEEK + 1e-9) * WEEK, counts = { volleys: 0, handed: 0, tables: 0 };
  for (const move of between(film.moves, "time", start, hour + 1e-6)) { if (move.hot) counts.volleys++; else counts.handed++; }
  counts.tables = between(film.tables, "from", start, hour + 1e-6).length;
  return counts;
}
