// Drawing and reading of the map: plain functions, the component's own script uses them.
const SHEET = { L: 104, T: 8, S: 560, W: 674, H: 652 };
const SHAPES = { own: "M0 -9A9 9 0 1 0 .01 -9Z", default: "M0 -10L10 0L0 10L-10 0Z", calibrated: "M0 -10L10 8L-10 8Z" };
const FAR = 3; // nodes between a sign and a company's mark, at least

const LONGEST_LINE = 78; // letters beside the map

function linesOf(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
    if (longer.length > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.slice(0, 2);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

// What the letters of the rows stand for: colour, pattern and sign, so that colour is never the only one.
function legendOf(rows, courses, measure, words) {
  const has = (letter) => rows.some((row) => row.includes(letter));
  const wins = (course) => filled(measure.better ? words.wins : words.higher_with, { name: course.name });
  const [first, second] = courses;
  return [
    { letter: "f", fill: first.colour, sign: first.letter, text: wins(first) },
    { letter: "s", fill: second.colour, pattern: "dots", sign: second.letter, text: wins(second) },
    { letter: "u", fill: "var(--paper)", pattern: "lines", sign: "?", text: words.undecided },
    ...(has("n") ? [{ letter: "n", fill: "var(--paper)", pattern: "cross", sign: "–", text: words.undefined }] : []),
    ...(has(".") ? [{ letter: ".", fill: "var(--raised)", sign: "", text: words.not_yet }] : []),
  ];
}

// All nodes of a letter as one path: a rectangle for each run in a row.
function outline(rows, letter, size) {
  let path = "";
  rows.forEach((row, y) => {
    for (const run of row.matchAll(new RegExp(`[${letter}]+`, "g"))) {
      const width = (run[0].length * size).toFixed(2);
      const left = SHEET.L + run.index * size, top = SHEET.T + SHEET.S - (y + 1) * size;
      path += `M${left.toFixed(2)} ${top.toFixed(2)}h${width}v${(size + 0.05).toFixed(2)}h-${width}z`;
    }
  });
  return path;
}

// The node around which a letter's area is widest, away from `taken`; null where it is too narrow for a sign.
function widest(rows, letter, taken) {
  let most = 1, at = null;
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (taken.some((node) => Math.abs(node[0] - x) <= FAR && Math.abs(node[1] - y) <= FAR)) continue;
      let reach = 0;
      while (ringIs(rows, x, y, reach, letter)) reach++;
      if (reach > most) { most = reach; at = [x, y]; }
    }
  });
  return at;
}

function ringIs(rows, x, y, reach, letter) {
  if (x < reach || y < reach || x + reach >= rows.length || y + reach >= rows.length) return false;
  const line = letter.repeat(2 * reach + 1);
  for (const side of [y - reach, y + reach]) if (rows[side].slice(x - reach, x + reach + 1) !== line) return false;
  for (let at = y - reach; at <= y + reach; at++) if (rows[at][x - reach] !== letter || rows[at][x + reach] !== letter) return false;
  return true;
}

function nearest(points, x, y) {
  let best = null, least = Infinity;
  for (const p of points) {
    const away = (p[0] - x) ** 2 + (p[1] - y) ** 2;
    if (away < least) { least = away; best = p; }
  }
  return best;
}

// A value of the measure as people write it in their language (as experiments/showing/numbers.py does).
function written(value, measure, lang, signed, points) {
  if (value === null) return "–";
  const places = { minimumFractionDigits: measure.decimals, maximumFractionDigits: measure.decimals };
  const way = signed ? "exceptZero" : "negative";
  const kind = measure.money ? { style: "currency", currency: "EUR" } : {};
  const text = new Intl.NumberFormat(lang, { ...kind, ...places, signDisplay: way }).format(measure.share ? 100 * value : value).replace("-", "−").replace("−€", "−\u2060€");
  return measure.share ? text + (signed ? " " + points : "%") : text;
}
