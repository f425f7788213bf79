// Problems on their way between divisions: a volley flies hot and bounces, a proper hand-over goes calm and straight.

// Where the ball of a move is, when the share `u` of its flight is over.
function flightOf(move, places, u) {
  const from = move.employee >= 0 && places.people ? personAt(places, move.employee) : places.divisions[move.from].middle;
  const to = stackOf(places, move.to);
  if (!move.hot) { const eased = u * u * (3 - 2 * u); return { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased }; }
  const flown = Math.min(1, u / 0.72), hop = u > 0.72 ? (u - 0.72) / 0.28 : 0;
  const high = 34 + 0.22 * Math.hypot(to.x - from.x, to.y - from.y);
  const bounce = hop ? 4 * hop * (1 - hop) * 20 : 0;
  return { x: from.x + (to.x - from.x) * flown + hop * 5, y: from.y + (to.y - from.y) * flown - 4 * flown * (1 - flown) * high - bounce };
}

function drawMoves(scene, hour, flight, still, chosen) {
  const { g, film, places, look } = scene, balls = [];
  const moves = between(film.moves, "time", hour - flight, hour + 1e-6).slice(-BALLS_MOST);
  for (const move of moves) {
    const u = still ? 0.5 : Math.min(1, (hour - move.time) / flight), mine = chosen && chosen.problem === move.problem;
    const at = flightOf(move, places, u);
    if (still) drawPath(g, move, places, look);
    if (move.hot) drawBall(g, move, places, u, at, look, still); else drawParcel(g, at, look);
    balls.push({ x: at.x, y: at.y, problem: move.problem, mine });
  }
  return balls.reverse(); // who clicks means the ball on top
}

// For who wants no motion: the whole way as a line.
function drawPath(g, move, places, look) {
  g.strokeStyle = move.hot ? look.hot : look.calm;
  g.lineWidth = 1.5;
  g.setLineDash(move.hot ? [4, 4] : []);
  g.beginPath();
  for (let k = 0; k <= 12; k++) { const p = flightOf(move, places, (k / 12) * (move.hot ? 0.72 : 1)); if (k) g.lineTo(p.x, p.y); else g.moveTo(p.x, p.y); }
  g.stroke();
  g.setLineDash([]);
}

// A volley: a ball with a tail of fire.
function drawBall(g, move, places, u, at, look, still) {
  if (!still) {
    for (let k = 6; k >= 1; k--) {
      const before = u - k * 0.028;
      if (before <= 0) continue;
      const p = flightOf(move, places, before);
      g.globalAlpha = 0.42 * (1 - k / 7);
      g.fillStyle = k > 3 ? look.ember : look.hot;
      g.beginPath(); g.arc(p.x, p.y, 5.5 - k * 0.5, 0, 2 * Math.PI); g.fill();
    }
    g.globalAlpha = 1;
  }
  g.fillStyle = look.hot;
  g.strokeStyle = look.paper;
  g.lineWidth = 1.5;
  g.beginPath(); g.arc(at.x, at.y, 6, 0, 2 * Math.PI); g.fill(); g.stroke();
  g.beginPath(); g.arc(at.x - 3, at.y - 3.5, 5.4, 0.1, 1.2); g.stroke(); // the seam of a volleyball
}

// A proper hand-over: a parcel, sealed.
function drawParcel(g, at, look) {
  g.fillStyle = look.calm;
  g.strokeStyle = look.paper;
  g.lineWidth = 1.5;
  g.beginPath(); g.rect(at.x - 5.5, at.y - 4.5, 11, 9); g.fill(); g.stroke();
  g.beginPath(); g.moveTo(at.x - 5.5, at.y - 4.5); g.lineTo(at.x, at.y + 0.5); g.lineTo(at.x + 5.5, at.y - 4.5); g.stroke();
}
