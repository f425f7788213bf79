// One frame: the backdrop of the week, queues, people, tables, and problems on their way.

const BALLS_MOST = 160; // at full speed more would be noise

// Draws the film at an hour; `flight` is how many hours of the film a ball is on its way, `still` asks for no motion.
// Returns where the balls are, for who clicks them.
function drawFrame(scene, hour, flight, still, chosen) {
  const { g, film, places, look } = scene, week = weekOf(film, hour);
  if (scene.week !== week) renewBackdrop(scene, week);
  g.setTransform(1, 0, 0, 1, 0, 0);
  g.drawImage(scene.backdrop, 0, 0);
  g.setTransform(scene.ratio, 0, 0, scene.ratio, 0, 0);
  for (let row = 0; row < film.divisions.length; row++) drawQueue(g, film, places.divisions[row], row, queueAt(film, hour, row), look);
  if (film.tasks) drawPeople(scene, hour); else drawStreams(scene, hour);
  const tables = tablesAt(film, hour);
  for (const table of tables) drawTable(g, places, table, hour, look, still);
  const balls = drawMoves(scene, hour, flight, still, chosen);
  if (chosen) drawChosen(scene, chosen, balls);
  return balls;
}

function renewBackdrop(scene, week) {
  const g = scene.backdrop.getContext("2d");
  g.setTransform(1, 0, 0, 1, 0, 0);
  g.fillStyle = scene.look.paper;
  g.fillRect(0, 0, scene.backdrop.width, scene.backdrop.height);
  g.setTransform(scene.ratio, 0, 0, scene.ratio, 0, 0);
  drawBackdrop(g, scene.film, scene.places, scene.look, week);
  scene.week = week;
}

// The queue as a stack of slips; a slip stands for several problems where there are many, the number for all.
function drawQueue(g, film, place, row, queue, look) {
  const { x, y, w, h } = place.stack, heavy = queue > film.divisions[row].heads;
  const font = Math.max(9, Math.min(15, h * 0.2)), room = Math.max(4, h - font - 4), most = Math.floor(room / 4);
  const slips = Math.min(most, queue), bottom = y + h;
  g.fillStyle = heavy ? look.heavy : look.slip;
  for (let k = 0; k < slips; k++) g.fillRect(x + ((k * 7) % 3) - 1, bottom - 3 - k * 4, w - 2, 3);
  g.font = `700 ${font}px system-ui, Arial, sans-serif`;
  g.textAlign = "center";
  g.textBaseline = "alphabetic";
  g.fillStyle = heavy ? look.heavy : look.quiet;
  g.fillText(String(queue), x + w / 2, Math.max(y + font, bottom - slips * 4 - 4));
}

function drawPeople(scene, hour) {
  const { g, film, places, sprites } = scene, s = places.figure + 4, base = hourOf(film, hour) * film.people;
  for (let k = 0; k < film.people; k++) g.drawImage(sprites[film.tasks[base + k]], places.people[2 * k] - s / 2, places.people[2 * k + 1] - s / 2, s, s);
}

// A table lights up between its host and its guests.
function drawTable(g, places, table, hour, look, still) {
  const host = personAt(places, table.host), guests = table.guests.map((guest) => personAt(places, guest));
  const spot = { x: host.x, y: host.y };
  for (const guest of guests) { spot.x += (guest.x - host.x) * 0.5 / guests.length; spot.y += (guest.y - host.y) * 0.5 / guests.length; }
  const age = still ? 1 : Math.min(1, (hour - table.from) * 2), size = 8 + 4 * age;
  g.strokeStyle = look.table;
  g.lineCap = "round";
  g.lineWidth = 2;
  g.globalAlpha = 0.25 + 0.45 * age;
  for (const seat of [host, ...guests]) { g.beginPath(); g.moveTo(seat.x, seat.y); g.lineTo(spot.x, spot.y); g.stroke(); }
  g.globalAlpha = 1;
  const light = g.createRadialGradient(spot.x, spot.y, 2, spot.x, spot.y, size * 2.2);
  light.addColorStop(0, look.light);
  light.addColorStop(1, "rgba(255, 200, 40, 0)");
  g.fillStyle = light;
  g.beginPath(); g.arc(spot.x, spot.y, size * 2.2, 0, 2 * Math.PI); g.fill();
  g.fillStyle = look.field;
  g.lineWidth = 3;
  g.beginPath(); g.arc(spot.x, spot.y, size * 0.72, 0, 2 * Math.PI); g.fill(); g.stroke();
}

// Where a problem is that somebody looks for: in the air, or on a division's pile.
function drawChosen(scene, chosen, balls) {
  const { g, places, look } = scene;
  const ring = (p, r) => {
    for (const [ink, width] of [[look.paper, 7], [look.accent, 3.5]]) {
      g.strokeStyle = ink; g.lineWidth = width;
      g.beginPath(); g.arc(p.x, p.y, r, 0, 2 * Math.PI); g.stroke();
    }
  };
  if (chosen.person >= 0 && places.people) ring(personAt(places, chosen.person), places.figure * 0.68);
  if (chosen.problem >= 0) {
    const ball = balls.find((each) => each.problem === chosen.problem);
    if (ball) ring(ball, 14); else if (chosen.at >= 0) ring(stackOf(places, chosen.at), 18);
  }
}
