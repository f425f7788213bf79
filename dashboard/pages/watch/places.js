// Where everything stands on a canvas: units as fields, in them divisions, in them people and a queue.

const GAP = 22, INSET = 8, UNIT_HEAD = 22;

// The grid of `count` cells of about the wanted proportion (width : height) that leaves the largest cells.
function grid(count, width, height, wanted) {
  let best = { columns: 1, rows: count, fit: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns), w = width / columns, h = height / rows;
    const fit = Math.min(w, h * wanted);
    if (fit > best.fit + 1e-6) best = { columns, rows, fit };
  }
  return best;
}

function placesOf(film, width, height) {
  const places = { width, height, units: [], divisions: [], people: null, figure: 0 };
  const { columns, rows } = grid(film.units.length, width, height, 0.75);
  const h = (height - GAP * (rows - 1)) / rows, last = film.units.length - (rows - 1) * columns;
  film.units.forEach((unit, k) => {
    const inRow = k >= (rows - 1) * columns ? last : columns; // a last row that is not full is spread out
    const wide = (width - GAP * (inRow - 1)) / inRow;
    const x = (k % columns) * (wide + GAP), y = Math.floor(k / columns) * (h + GAP);
    const field = { x, y, w: wide, h, name: unit.name };
    places.units.push(field);
    placeDivisions(film, unit, field, places.divisions);
  });
  placePeople(film, places);
  return places;
}

function placeDivisions(film, unit, field, divisions) {
  const top = field.h > 90 ? UNIT_HEAD : 4, inner = { x: field.x + INSET, y: field.y + top, w: field.w - 2 * INSET, h: field.h - top - INSET };
  const count = unit.divisions.length, { columns, rows } = grid(count, inner.w, inner.h, 2.1);
  const w = (inner.w - INSET * (columns - 1)) / columns, h = (inner.h - INSET * (rows - 1)) / rows;
  unit.divisions.forEach((row, k) => {
    const x = inner.x + (k % columns) * (w + INSET), y = inner.y + Math.floor(k / columns) * (h + INSET);
    const head = h > 64 ? 24 : h > 34 ? 14 : 0, stack = Math.max(14, Math.min(46, w * 0.17));
    divisions[row] = {
      x, y, w, h, head, row, name: film.divisions[row].name, middle: { x: x + w / 2, y: y + (h + head) / 2 },
      stack: { x: x + w - stack - 6, y: y + head + 2, w: stack, h: h - head - 8 },
      crowd: { x: x + 6, y: y + head + 2, w: w - stack - 20, h: h - head - 8 },
    };
  });
}

// A figure for everybody, all equally large: as large as the fullest division allows.
function placePeople(film, places) {
  if (!film.tasks) return;
  places.people = new Float32Array(2 * film.people);
  const fits = film.divisions.map((division, row) => {
    const crowd = places.divisions[row].crowd;
    return { crowd, ...grid(division.heads, crowd.w, crowd.h, 0.86) };
  });
  places.figure = Math.max(5, Math.min(34, ...fits.map(({ crowd, columns, rows }) => Math.min(crowd.w / columns, (crowd.h / rows) * 0.9))));
  film.divisions.forEach((division, row) => {
    const { crowd, columns, rows } = fits[row];
    for (let k = 0; k < division.heads; k++) {
      const person = 2 * (division.first + k);
      places.people[person] = crowd.x + (crowd.w / columns) * ((k % columns) + 0.5);
      places.people[person + 1] = crowd.y + (crowd.h / rows) * (Math.floor(k / columns) + 0.5);
    }
  });
}

const personAt = (places, person) => ({ x: places.people[2 * person], y: places.people[2 * person + 1] });
const stackOf = (places, row) => ({ x: places.divisions[row].stack.x + places.divisions[row].stack.w / 2, y: places.divisions[row].stack.y + places.divisions[row].stack.h * 0.6 });

// What lies under a point: a person, a queue or a division; `balls` are those that were drawn last.
function hit(film, places, balls, x, y) {
  const near = (px, py, r) => (px - x) ** 2 + (py - y) ** 2 <= r * r;
  for (const ball of balls) if (near(ball.x, ball.y, 14)) return { problem: ball.problem };
  const row = places.divisions.findIndex((d) => x >= d.x && x <= d.x + d.w && y >= d.y && y <= d.y + d.h);
  if (row < 0) return null;
  if (places.people) {
    const division = film.divisions[row], reach = Math.max(9, places.figure * 0.62);
    for (let k = division.first; k < division.first + division.heads; k++) if (near(places.people[2 * k], places.people[2 * k + 1], reach)) return { person: k };
  }
  return { division: row };
}
