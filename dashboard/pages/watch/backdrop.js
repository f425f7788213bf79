// What stands still for a week: fields of units, divisions, agendas of managers, trust. Drawn once a week, then copied.

const AGENDA = [["sales", "€"], ["customer", "♥"], ["politics", "⚑"]];
const TRUST_DIVISIONS = 40; // of more divisions the ties would be a felt mat

function drawBackdrop(g, film, places, look, week) {
  for (const unit of places.units) drawUnit(g, unit, look);
  for (const division of places.divisions) drawField(g, division, look);
  drawTrust(g, film, places, look, week);
  places.divisions.forEach((division, row) => drawHead(g, film, division, row, look, week));
}

function rounded(g, x, y, w, h, r) {
  g.beginPath();
  if (g.roundRect) g.roundRect(x, y, w, h, Math.min(r, w / 2, h / 2)); else g.rect(x, y, w, h);
}

// A field with a border that is meant to be seen: problems that cross it cross a wall.
function drawUnit(g, unit, look) {
  rounded(g, unit.x + 1.5, unit.y + 1.5, unit.w - 3, unit.h - 3, 12);
  g.fillStyle = look.raised;
  g.fill();
  g.lineWidth = 3;
  g.strokeStyle = look.border;
  g.stroke();
  if (unit.h <= 90) return;
  g.fillStyle = look.quiet;
  g.font = "700 12px system-ui, Arial, sans-serif";
  g.textAlign = "left";
  g.textBaseline = "middle";
  g.fillText(shortened(g, unit.name.toUpperCase(), unit.w - 30), unit.x + 13, unit.y + 13);
}

function shortened(g, text, width) {
  if (g.measureText(text).width <= width) return text;
  let cut = text;
  while (cut.length > 1 && g.measureText(cut + "…").width > width) cut = cut.slice(0, -1);
  return cut + "…";
}

// Ties between divisions, as wide as they trust each other: that the other comes when asked.
function drawTrust(g, film, places, look, week) {
  const n = film.divisions.length;
  if (!film.trust || !film.tasks || n > TRUST_DIVISIONS) return; // of thousands, streams are enough
  const base = week * n * n;
  g.strokeStyle = look.tie;
  g.lineCap = "round";
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const ways = [film.trust[base + a * n + b], film.trust[base + b * n + a]].filter((x) => !Number.isNaN(x));
      if (!ways.length) continue;
      const trust = ways.reduce((x, y) => x + y) / ways.length, p = places.divisions[a].middle, q = places.divisions[b].middle;
      g.lineWidth = 0.5 + 9 * trust;
      g.globalAlpha = 0.12 + 0.45 * trust;
      g.beginPath();
      g.moveTo(p.x, p.y);
      const bend = 0.14, mx = (p.x + q.x) / 2 + bend * (q.y - p.y), my = (p.y + q.y) / 2 - bend * (q.x - p.x);
      g.quadraticCurveTo(mx, my, q.x, q.y);
      g.stroke();
    }
  }
  g.globalAlpha = 1;
}

function drawField(g, place, look) {
  rounded(g, place.x, place.y, place.w, place.h, 8);
  g.fillStyle = look.field;
  g.fill();
  g.lineWidth = 1;
  g.strokeStyle = look.grid;
  g.stroke();
}

// The name of a division, and its manager's agenda.
function drawHead(g, film, place, row, look, week) {
  if (!place.head) return;
  const bar = place.w > 150 && place.head > 20 ? Math.min(96, place.w * 0.36) : 0;
  g.fillStyle = look.ink;
  g.font = `600 ${place.head > 20 ? 13 : 10}px system-ui, Arial, sans-serif`;
  g.textAlign = "left";
  g.textBaseline = "middle";
  g.fillText(shortened(g, place.name, place.w - bar - 22), place.x + 8, place.y + place.head / 2 + 1);
  if (bar && film.divisions[row].managed) drawAgenda(g, film, place.x + place.w - bar - 8, place.y + 6, bar, row, week, look);
}

// The manager's agenda: how the talk is shared between sales, customers and politics.
function drawAgenda(g, film, x, y, width, row, week, look) {
  const base = (week * film.divisions.length + row) * 3;
  let left = x;
  g.font = "700 9px system-ui, Arial, sans-serif";
  g.textAlign = "center";
  for (let k = 0; k < 3; k++) {
    const w = width * film.agendas[base + k];
    g.fillStyle = look.agenda[k];
    g.fillRect(left, y, Math.max(0, w - 1), 12);
    if (w > 11) { g.fillStyle = look.onAgenda; g.fillText(AGENDA[k][1], left + w / 2 - 0.5, y + 6.5); }
    left += w;
  }
}
