// A matrix or a network as a picture with its title and what is said of it, to be taken along.
const CELL = 48, ROW = 34, NAMES = 130, HEADS = 92, MARGIN = 24, LINE = 20, FONT = "system-ui, Arial, sans-serif";

function writing(x, y, text, more) { return drawn("text", { x, y, "font-family": FONT, "font-size": 14, fill: colourOf("--ink"), ...more }, text); }

function shortened(name, most) { return name.length > most ? name.slice(0, most - 1) + "…" : name; }

// The table as a drawing; `told(from, to)` gives text and tint of a cell, `sum(from)` the text at the end of a row.
function matrixDrawing(names, units, told, sum, sumName) {
  const n = names.length, width = NAMES + (n + 1.4) * CELL, height = HEADS + n * ROW + 4, g = drawn("svg", { width, height });
  const x = (to) => NAMES + to * CELL, y = (from) => HEADS + from * ROW;
  [...names, sumName].forEach((name, to) => {
    const at = [x(to) + (to === n ? CELL * 0.7 : CELL / 2), HEADS - 8];
    g.append(writing(0, 0, shortened(name, 14), { transform: `translate(${at}) rotate(-60)`, ...(to === n ? { fill: colourOf("--quiet") } : {}) }));
  });
  names.forEach((name, from) => {
    g.append(writing(NAMES - 8, y(from) + 22, shortened(name, 17), { "text-anchor": "end" }));
    names.forEach((_, to) => {
      const { text, tint } = told(from, to), box = { x: x(to), y: y(from), width: CELL, height: ROW, stroke: colourOf("--grid") };
      g.append(drawn("rect", { ...box, fill: tint ? colourOf(tint.ink) : "none", "fill-opacity": tint ? tint.strength / 100 : 1 }));
      g.append(writing(x(to) + CELL / 2, y(from) + 22, text, { "text-anchor": "middle" }));
    });
    g.append(writing(x(n) + CELL * 0.7, y(from) + 22, sum(from), { "text-anchor": "middle", fill: colourOf("--quiet") }));
  });
  units.forEach((unit, k) => {
    if (k && units[k - 1] === unit) return;
    const long = units.filter((each) => each === unit).length;
    g.append(drawn("rect", { x: x(k), y: y(k), width: long * CELL, height: long * ROW, fill: "none", stroke: colourOf("--ink"), "stroke-width": 3 }));
  });
  return { drawing: g, width, height };
}

// Title above, drawing, and below it what is said, in lines.
function keepPicture({ drawing, width, height }, title, said, name, kind) {
  const wide = Math.max(width, 560), lines = said.flatMap((text) => folded(text, Math.floor(wide / 8)));
  const heads = folded(title, Math.floor(wide / 11)), sheet = drawn("g", {}), top = MARGIN + 14 + heads.length * 24;
  heads.forEach((text, k) => sheet.append(writing(MARGIN, MARGIN + 14 + 24 * k, text, { "font-size": 17, "font-weight": 700 })));
  drawing.setAttribute("x", MARGIN);
  drawing.setAttribute("y", top);
  sheet.append(drawing);
  lines.forEach((text, k) => sheet.append(writing(MARGIN, top + height + (k + 1.4) * LINE, text, { fill: colourOf("--quiet") })));
  asFile(sheet, wide + 2 * MARGIN, top + height + (lines.length + 1.4) * LINE + MARGIN, name, kind);
}

function folded(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = (lines[lines.length - 1] + " " + word).trim();
    if (longer.length > most) lines.push(word); else lines[lines.length - 1] = longer;
  }
  return lines;
}
