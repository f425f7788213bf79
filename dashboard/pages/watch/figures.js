// People as small figures: colour, and a sign in it, say what they do. Each is drawn once and then copied.

const TASK_LOOKS = {
  "selling": { ink: ["#a85100", "#ffa85c"], sign: "€" },
  "own part": { ink: ["#0067a5", "#6bbcff"], sign: "check" },
  "passing": { ink: ["#b3261e", "#ff8f80"], sign: "arrow" },
  "table": { ink: ["#00734f", "#45dba9"], sign: "ring" },
  "asking": { ink: ["#00734f", "#45dba9"], sign: "?" },
  "guest": { ink: ["#00734f", "#45dba9"], sign: "+" },
  "dispute": { ink: ["#8e2f86", "#f2a5ea"], sign: "!" },
  "waiting": { ink: ["#767676", "#9a9a9a"], sign: "", hollow: true },
  "idling": { ink: ["#767676", "#9a9a9a"], sign: "z", hollow: true },
};
const PLAIN = { ink: ["#767676", "#9a9a9a"], sign: "", hollow: true };
const lookOf = (name) => TASK_LOOKS[String(name).replace(/_/g, " ")] || PLAIN;

// A pawn of height `s` around (x, y): a head and shoulders.
function pawn(g, x, y, s) {
  g.beginPath();
  g.moveTo(x - 0.36 * s, y + 0.48 * s);
  g.bezierCurveTo(x - 0.38 * s, y - 0.1 * s, x - 0.2 * s, y - 0.12 * s, x, y - 0.12 * s);
  g.bezierCurveTo(x + 0.2 * s, y - 0.12 * s, x + 0.38 * s, y - 0.1 * s, x + 0.36 * s, y + 0.48 * s);
  g.closePath();
  g.moveTo(x + 0.19 * s, y - 0.3 * s);
  g.arc(x, y - 0.3 * s, 0.19 * s, 0, 2 * Math.PI);
}

function sign(g, what, x, y, s) {
  g.lineWidth = Math.max(1, 0.09 * s);
  g.lineCap = g.lineJoin = "round";
  g.beginPath();
  if (what === "check") { g.moveTo(x - 0.14 * s, y); g.lineTo(x - 0.03 * s, y + 0.11 * s); g.lineTo(x + 0.16 * s, y - 0.12 * s); g.stroke(); }
  else if (what === "arrow") { g.moveTo(x - 0.15 * s, y); g.lineTo(x + 0.15 * s, y); g.moveTo(x + 0.04 * s, y - 0.12 * s); g.lineTo(x + 0.16 * s, y); g.lineTo(x + 0.04 * s, y + 0.12 * s); g.stroke(); }
  else if (what === "ring") { g.arc(x, y, 0.12 * s, 0, 2 * Math.PI); g.stroke(); }
  else if (what) {
    g.font = `700 ${0.4 * s}px system-ui, Arial, sans-serif`;
    g.textAlign = "center";
    g.textBaseline = "middle";
    g.fillText(what, x, y + 0.02 * s);
  }
}

function drawFigure(g, name, x, y, s, dark, paper) {
  const look = lookOf(name), ink = look.ink[dark ? 1 : 0];
  pawn(g, x, y, s);
  g.fillStyle = look.hollow ? paper : ink;
  g.strokeStyle = ink;
  g.lineWidth = Math.max(1, s / 16);
  g.fill();
  if (look.hollow) g.stroke();
  if (s < 11) return; // too small for a sign
  g.fillStyle = g.strokeStyle = look.hollow ? ink : dark ? "#101214" : "#ffffff";
  sign(g, look.sign, x, y + 0.2 * s, s);
}

// One picture a task, at the screen's own resolution.
function spritesOf(names, s, ratio, dark, paper) {
  return names.map((name) => {
    const sprite = document.createElement("canvas");
    sprite.width = sprite.height = Math.ceil((s + 4) * ratio);
    const g = sprite.getContext("2d");
    g.scale(ratio, ratio);
    drawFigure(g, name, s / 2 + 2, s / 2 + 2, s, dark, paper);
    return sprite;
  });
}
