// A film, unpacked: what the server sends once becomes arrays that a frame can look things up in.

const KIND = { arrived: 0, picked: 1, passed: 2, handed: 3, invited: 4, came: 5, refused: 6, solved: 7, givenUp: 8, surveyed: 9, table: 10 };
const DAY = 8, WEEK = 40; // working hours
const TABLE_MOST = 16; // hours that a table is looked for: long ones end well before

function typed(text, Type) {
  if (text === null || text === undefined) return null;
  const raw = atob(text), bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return new Type(bytes.buffer);
}

function unpack(film) {
  const found = {
    name: film.name, hours: film.hours, weeks: film.weeks, firstWeek: film.first_week, switchHour: film.switch_hour,
    units: film.units, divisions: film.divisions, people: film.people, problems: film.problems, measures: film.measures,
    tasks: film.tasks && typed(film.tasks.data, Uint8Array), taskNames: film.tasks ? film.tasks.names : [],
    queues: typed(film.queues, Uint16Array), open: typed(film.open, Uint16Array),
    agendas: typed(film.agendas, Float32Array), trust: typed(film.trust, Float32Array),
    events: film.events && unpackEvents(film.events),
    flows: film.flows && unpackFlows(film.flows), help: film.help && unpackFlows(film.help),
  };
  found.home = homes(found);
  found.moves = found.events ? movesOf(found.events) : [];
  found.tables = found.events ? tablesOf(found) : [];
  return found;
}

function unpackEvents(events) {
  return {
    time: typed(events.time, Float32Array), problem: typed(events.problem, Int32Array), kind: typed(events.kind, Uint8Array),
    division: typed(events.division, Int16Array), other: typed(events.other, Int16Array), employee: typed(events.employee, Int16Array),
  };
}

// What went from division to division, a list for each day.
function unpackFlows(flows) {
  const day = typed(flows.day, Uint16Array), from = typed(flows.from, Int16Array), to = typed(flows.to, Int16Array);
  const count = typed(flows.count, Uint16Array), days = [];
  for (let k = 0; k < day.length; k++) (days[day[k]] = days[day[k]] || []).push({ from: from[k], to: to[k], count: count[k] });
  return days;
}

// The division of each employee.
function homes(film) {
  const home = new Int16Array(film.people);
  film.divisions.forEach((division, row) => home.fill(row, division.first, division.first + division.heads));
  return home;
}

// Problems that travel: volleyed, or handed on after the own part.
function movesOf(events) {
  const moves = [];
  for (let k = 0; k < events.time.length; k++) {
    const kind = events.kind[k];
    if (kind !== KIND.passed && kind !== KIND.handed) continue;
    moves.push({
      time: events.time[k], problem: events.problem[k], hot: kind === KIND.passed,
      from: events.division[k], to: events.other[k], employee: events.employee[k],
    });
  }
  return moves;
}

// Sessions at one table: who sits there, from when to when.
function tablesOf(film) {
  const e = film.events, called = new Map(), sitting = new Map(), tables = [];
  for (let k = 0; k < e.time.length; k++) {
    const problem = e.problem[k], kind = e.kind[k];
    if (kind === KIND.picked) called.set(problem, []);
    else if (kind === KIND.came && called.has(problem)) called.get(problem).push(e.employee[k]);
    else if (kind === KIND.table) {
      const table = { from: e.time[k], to: e.time[k] + 2, problem, division: e.division[k], host: e.employee[k], guests: called.get(problem) || [] };
      tables.push(table);
      sitting.set(problem, table);
    } else if ((kind === KIND.solved || kind === KIND.givenUp) && sitting.has(problem)) {
      sitting.get(problem).to = Math.max(sitting.get(problem).from + 0.5, e.time[k]);
      sitting.delete(problem);
    }
  }
  return tables;
}

// The first of a list sorted by a key that is not before `value`.
function firstFrom(list, key, value) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle][key] < value) low = middle + 1; else high = middle;
  }
  return low;
}

const between = (list, key, from, to) => list.slice(firstFrom(list, key, from), firstFrom(list, key, to));

// Tables at which somebody sits, and who still does: a guest leaves when the own part is done.
function tablesAt(film, hour) {
  const code = { host: film.taskNames.indexOf("table"), guest: film.taskNames.indexOf("guest") };
  return between(film.tables, "from", hour - TABLE_MOST, hour + 1e-6).filter((table) => hour < table.to).map((table) => {
    const fresh = hour < table.from + 1, host = fresh || taskAt(film, hour, table.host) === code.host;
    return { ...table, sitting: host, guests: table.guests.filter((guest) => fresh || taskAt(film, hour, guest) === code.guest) };
  }).filter((table) => table.sitting || table.guests.length);
}

const hourOf = (film, hour) => Math.max(0, Math.min(film.hours - 1, Math.floor(hour)));
const weekOf = (film, hour) => Math.max(0, Math.min(film.weeks, Math.floor(hour / WEEK + 1e-9)));
const queueAt = (film, hour, row) => film.queues[Math.min(film.hours, Math.floor(hour + 1e-6)) * film.divisions.length + row];
const taskAt = (film, hour, person) => film.tasks[hourOf(film, hour) * film.people + person];
