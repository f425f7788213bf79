// Matrices and networks of one map: everything is here, so that a choice needs no server.

const WIDE = 520, HIGH = 400, EDGE = 10, NODE = 12;

module.exports = {
  data() { return { mine: {} }; }, // what was chosen here, before the server has noted it
  computed: {
    kind() { return this.known("kind", this.found.kinds.map((each) => each.key)); },
    course() { return this.known("course", this.courses.map((each) => String(each.place)), String(this.courses.length - 1)); },
    later() { return this.known("window", this.found.windows.slice(1).map((each) => each.key), this.found.windows[this.found.windows.length - 1].key); },
    view() { return this.known("view", ["matrix", "network"]); },
    shown() {
      const before = this.picture("before"), after = this.picture(this.later), place = Number(this.course);
      const change = after.weekly.map((row, from) => row.map((value, to) => value - before.weekly[from][to]));
      const title = (key) => this.of(this.found.windows, key).name;
      return [
        { key: "before", title: title("before"), place: null, weekly: before.weekly, said: before.said, change: false },
        { key: "after", title: title(this.later), place, weekly: after.weekly, said: after.said, change: false },
        { key: "change", title: this.words.change, place, weekly: change, said: after.since, change: true },
      ];
    },
    // The darkest cell is that of the busiest tie, before or after; for changes, of the largest change.
    most() { const [before, after, change] = this.shown, top = (each) => Math.max(0, ...each.weekly.flat().map(Math.abs)); return { all: Math.max(1e-9, top(before), top(after)), change: Math.max(1e-9, top(change)) }; },
    numbers() { return new Intl.NumberFormat(this.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 }); },
    network() { return this.layout(); },
  },
  methods: {
    known(name, all, otherwise) { const given = this.mine[name] || this.chosen[name]; return all.includes(given) ? given : otherwise || all[0]; },
    pick(key, value) { this.mine = { ...this.mine, [key]: value }; this.choose({ key, value }); },
    of(list, key) { return list.find((each) => each.key === key); },
    fill(text, values) { return text.replace(/\{(\w+)\}/g, (_, name) => values[name]); },
    picture(window) { return this.found.pictures.find((each) => each.kind === this.kind && each.window === window && (window === "before" || each.course === Number(this.course))); },
    noteOf(each) { return this.view === "network" ? this.words[each.change ? "network_change_note" : "network_note"] : each.change ? this.words.change_note : ""; },
    total(row) { return row.reduce((sum, value) => sum + value, 0); },
    cell(value, change) {
      if (!change) return this.numbers.format(value);
      const text = this.numbers.format(Math.abs(value));
      return /[1-9]/.test(text) ? (value > 0 ? "▲ " : "▼ ") + text : "·";
    },
    // At most 40 %: the number on it must stay readable by day and by night.
    tint(value, change) {
      const share = Math.abs(value) / (change ? this.most.change : this.most.all);
      return share < 0.02 ? null : { ink: change ? (value > 0 ? "--c1" : "--c3") : "--c2", strength: Math.round(5 + 35 * share) };
    },
    shade(value, change) {
      const tint = this.tint(value, change);
      return tint ? { background: `color-mix(in srgb, var(${tint.ink}) ${tint.strength}%, transparent)` } : {};
    },
    keep(each, file, event) {
      const { groups, units, by_unit: byUnit } = this.found, course = each.place === null ? null : this.courses[each.place];
      const title = `${this.of(this.found.kinds, this.kind).name}: ${course ? `${course.letter} ${course.name}. ` : ""}${each.title}`;
      const told = (from, to) => { const value = each.weekly[from][to]; return from === to && !byUnit ? { text: "", tint: null } : { text: this.cell(value, each.change), tint: this.tint(value, each.change) }; };
      const network = () => {
        const drawing = standalone(event.target.closest("article").querySelector("svg"));
        drawing.setAttribute("width", 1.4 * WIDE);
        drawing.setAttribute("height", 1.4 * HIGH);
        return { drawing, width: 1.4 * WIDE, height: 1.4 * HIGH };
      };
      const made = this.view === "matrix" ? matrixDrawing(groups, units, told, (from) => this.cell(this.total(each.weekly[from]), each.change), this.words.sum) : network();
      keepPicture(made, title, [...each.said, this.noteOf(each)].filter(Boolean), `siloscope-${this.kind}-${this.view}-${each.key}`, file);
    },
    // Borders where a unit begins or ends: those round its own block are heavy.
    edges(from, to) {
      const unit = this.found.units, last = unit.length - 1, block = from >= 0 && unit[from] === unit[to];
      return {
        "unit-left": to === 0 || unit[to] !== unit[to - 1], "block-left": block && (to === 0 || unit[to] !== unit[to - 1]),
        "block-right": block && (to === last || unit[to] !== unit[to + 1]), "block-top": block && (from === 0 || unit[from] !== unit[from - 1]),
        "block-bottom": block && (from === last || unit[from] !== unit[from + 1]), inside: block,
      };
    },
    // Units as areas side by side, their groups on a ring inside.
    layout() {
      const units = this.found.unit_names.length, columns = Math.ceil(Math.sqrt((units * WIDE) / HIGH / 1.3)), rows = Math.ceil(units / columns);
      const w = WIDE / columns, h = HIGH / rows, areas = [], nodes = [];
      this.found.unit_names.forEach((name, unit) => {
        const area = { name, x: (unit % columns) * w + EDGE, y: Math.floor(unit / columns) * h + EDGE, w: w - 2 * EDGE, h: h - 2 * EDGE };
        const members = this.found.units.map((each, row) => (each === unit ? row : -1)).filter((row) => row >= 0);
        areas.push(area);
        members.forEach((row, k) => {
          const turn = (2 * Math.PI * k) / members.length - Math.PI / 2 + (unit % 2 ? Math.PI / members.length : 0), alone = members.length === 1 ? 0 : 1;
          const x = area.x + area.w / 2 + alone * (area.w / 2 - 46) * Math.cos(turn), y = area.y + area.h / 2 + 10 + alone * (area.h / 2 - 52) * Math.sin(turn);
          nodes[row] = { row, name: this.found.groups[row], x, y, below: y > area.y + area.h / 2 };
        });
      });
      return { areas, nodes };
    },
    ties(each) {
      const found = [], most = each.change ? this.most.change : this.most.all;
      each.weekly.forEach((row, from) => row.forEach((value, to) => {
        const share = Math.abs(value) / most;
        if (from === to || share < 0.03) return;
        const p = this.network.nodes[from], q = this.network.nodes[to], far = Math.hypot(q.x - p.x, q.y - p.y) || 1, bend = 0.13;
        const m = { x: (p.x + q.x) / 2 - bend * (q.y - p.y), y: (p.y + q.y) / 2 + bend * (q.x - p.x) };
        const edge = (a) => { const d = Math.hypot(m.x - a.x, m.y - a.y) || 1; return { x: a.x + (NODE * (m.x - a.x)) / d, y: a.y + (NODE * (m.y - a.y)) / d }; };
        const start = edge(p), end = edge(q), outside = this.found.units[from] !== this.found.units[to];
        const text = this.fill(this.words.tie, { from: this.found.groups[from], to: this.found.groups[to], count: this.cell(value, each.change) });
        found.push({ key: `${from}-${to}`, path: `M${start.x} ${start.y}Q${m.x} ${m.y} ${end.x} ${end.y}`, width: 0.6 + 5.4 * share, way: each.change ? (value > 0 ? "out" : "less") : outside ? "out" : "in", text, far });
      }));
      return found.sort((a, b) => a.width - b.width);
    },
  },
};
