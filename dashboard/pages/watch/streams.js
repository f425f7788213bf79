// Of thousands of people: each division as one shape, the day's traffic as streams between them.

const STREAMS_MOST = 26; // the widest of a day; all of them would be a felt mat

function shapesOf(film, places) {
  const most = Math.max(...film.divisions.map((division) => division.heads));
  const room = Math.min(...places.divisions.map((place) => Math.min(place.w - place.stack.w - 24, place.h - place.head - 6))) / 2;
  return film.divisions.map((division, row) => {
    const place = places.divisions[row];
    return { x: place.x + (place.w - place.stack.w) / 2, y: place.y + place.head + (place.h - place.head) / 2, r: Math.max(5, room * Math.sqrt(division.heads / most)), heads: division.heads };
  });
}

function drawStreams(scene, hour) {
  const { g, film, places, look } = scene, day = Math.min(Math.floor(hour / DAY), film.weeks * 5 - 1);
  const shapes = shapesOf(film, places), part = (hour / DAY - Math.floor(hour / DAY)) * 2;
  for (const [days, ink] of [[film.help, look.table], [film.flows, look.hot]]) {
    const today = ((days && days[day]) || []).filter((flow) => flow.from !== flow.to).sort((a, b) => b.count - a.count).slice(0, STREAMS_MOST);
    for (const flow of today) drawStream(g, shapes[flow.from], shapes[flow.to], flow.count / today[0].count, ink, part % 1);
  }
  for (const shape of shapes) drawShape(g, shape, look);
}

// A stream as wide as its share of the widest, and a spark that runs the way it flows.
function drawStream(g, p, q, share, ink, u) {
  const bend = 0.16, m = { x: (p.x + q.x) / 2 + bend * (q.y - p.y), y: (p.y + q.y) / 2 - bend * (q.x - p.x) }, v = 1 - u;
  g.strokeStyle = g.fillStyle = ink;
  g.lineCap = "round";
  g.lineWidth = 0.6 + 4.4 * share * share;
  g.globalAlpha = 0.4;
  g.beginPath(); g.moveTo(p.x, p.y); g.quadraticCurveTo(m.x, m.y, q.x, q.y); g.stroke();
  g.globalAlpha = 1;
  g.beginPath(); g.arc(v * v * p.x + 2 * u * v * m.x + u * u * q.x, v * v * p.y + 2 * u * v * m.y + u * u * q.y, 2.4, 0, 2 * Math.PI); g.fill();
}

function drawShape(g, shape, look) {
  g.fillStyle = look.slip;
  g.strokeStyle = look.field;
  g.lineWidth = 2;
  g.beginPath(); g.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI); g.fill(); g.stroke();
  if (shape.r < 9) return;
  g.fillStyle = look.dark ? "#101214" : "#262626";
  g.font = "700 10px system-ui, Arial, sans-serif";
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillText(String(shape.heads), shape.x, shape.y + 0.5);
}
