// The words beside the canvases, the curves under them, and what is chosen: for who sees, and for who hears.

const LISTED = 25; // open problems in a list

const telling = {
  data() { return { chosen: null, looked: [-1, -1] }; },
  created() { this.load(); },
  computed: {
    hours() { return this.reels[0].hours; },
    number() { return new Intl.NumberFormat(this.lang, { maximumFractionDigits: 1 }); },
    days() { return new Intl.DateTimeFormat(this.lang, { weekday: "long", timeZone: "UTC" }); },
    all() { return new Intl.ListFormat(this.lang, { type: "conjunction" }); },
    switchAt() { const at = this.reels[0].switchHour; return at === null ? null : (100 * at) / this.hours; },
    beforeSwitch() { return this.reels.length > 1 && this.reels[0].switchHour !== null && this.shown < this.reels[0].switchHour; },
    speedText() { return this.fill(this.speed >= 8 ? this.words.speed_days : this.words.speed_hours, { count: this.num(this.speed >= 8 ? this.speed / 8 : this.speed) }); },
    whenText() { return this.when(this.shown); },
    liveText() { return this.reels.map((reel, k) => this.filmText(k)).join(" "); },
    siloText() { return this.stripText(this.reels.map((reel) => reel.measures.silo_index && reel.measures.silo_index.values[Math.min(reel.weeks - 1, Math.floor(this.shown / WEEK))]), this.silo.name[this.lang], 2); },
    openText() { return this.stripText(this.reels.map((reel) => reel.open[Math.floor(this.shown)]), this.words.open_name, 0); },
    silo() { return this.reels[0].measures.silo_index || { name: { en: "", nl: "" }, values: [] }; },
    key() {
      return [...this.reels[0].taskNames.filter((name) => this.words["task_" + name.replace(/ /g, "_")]).map((name) => ({ name, text: this.task(name) })),
        { name: "volley", text: this.words.key_volley }, { name: "parcel", text: this.words.key_parcel }];
    },
    curves() { return [...this.strip("silo", (reel) => reel.measures.silo_index ? reel.measures.silo_index.values : [], 0, true), ...this.strip("open", (reel) => Array.from(reel.open).filter((_, k) => k % 4 === 0), 50, false)]; },
    lists() { return this.reels.map((reel, k) => { advance(this.ledgers[k], this.shown); return openAt(this.ledgers[k], LISTED, this.looked[k]); }); },
  },
  watch: {
    films() { this.pause(); this.load(); this.$nextTick(() => { this.stage(); this.say(performance.now()); }); },
    lang() { this.$nextTick(this.stage); },
  },
  methods: {
    load() {
      this.reels = Object.freeze(this.films.map(unpack));
      this.ledgers = this.reels.map(ledgerOf);
      this.chosen = null;
      this.looked = [-1, -1];
      this.hour = Math.max(0, Math.min(this.reels[0].hours, this.start_hour));
      this.shown = this.hour;
    },
    fill(text, values) { return text.replace(/\{(\w+)\}/g, (_, name) => values[name]); },
    num(value, digits) { return (digits === undefined ? this.number : new Intl.NumberFormat(this.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })).format(value).replace("-", "−"); },
    when(hour) {
      const within = Math.min(hour, this.hours - 1e-6) % WEEK, day = new Date(Date.UTC(2026, 0, 5 + Math.floor(within / DAY)));
      const minutes = Math.floor(((within % DAY) + 9) * 60), clockFace = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
      return this.fill(this.words.when, { week: this.num(this.reels[0].firstWeek + 1 + Math.floor(Math.min(hour, this.hours - 1e-6) / WEEK)), day: this.days.format(day), clock: clockFace });
    },
    task(name) { return this.words["task_" + name.replace(/ /g, "_")] || name; },
    filmText(k) {
      const reel = this.reels[k], open = reel.open[Math.floor(this.shown)], at = [...new Set(tablesAt(reel, this.shown).map((table) => reel.divisions[table.division].name))];
      const tables = at.length ? this.fill(at.length > 1 ? this.words.tables_at : this.words.table_at, { where: this.all.format(at) }) : this.words.no_table;
      return this.fill(this.words.live, { letter: this.letters[k], when: this.whenText, open: this.num(open), tables });
    },
    countsText(k) {
      if (!this.reels[k].events) return "";
      const counts = countsOfWeek(this.reels[k], this.shown);
      return this.fill(this.words.counts, { volleys: this.num(counts.volleys), handed: this.num(counts.handed), tables: this.num(counts.tables) });
    },
    stripText(values, name, digits) { return name + ": " + values.map((value, k) => `${this.letters[k]} ${value === null || value === undefined ? "–" : this.num(value, digits)}`).join(" · "); },
    // Curves of all films on one scale, in the upper or lower half of the line.
    strip(key, valuesOf, top, centred) {
      const lines = this.reels.map(valuesOf), known = lines.flat().filter((x) => x !== null && x !== undefined);
      const low = Math.min(...known), span = Math.max(...known) - low || 1;
      return lines.map((values, k) => ({
        key: key + k, colour: `var(--c${this.places[k]})`, dash: this.dashes[k],
        points: values.map((x, i) => x === null ? "" : `${(1000 * (i + (centred ? 0.5 : 0))) / (centred ? values.length : values.length - 1)},${top + 45 - 26 * ((x - low) / span)}`).join(" "),
      }));
    },
    problemText(reel, each) { return this.fill(this.words.problem_line, { number: each.problem + 1, where: reel.divisions[each.division].name, days: this.num(each.days), moves: each.moves }); },
    nameOf(reel, person) { const division = reel.divisions[reel.home[person]]; return `${division.name} ${person - division.first + 1}`; },
    peopleOf(k) {
      const reel = this.reels[k], division = reel.divisions[this.looked[k]];
      return Array.from({ length: division.heads }, (_, i) => ({ person: division.first + i, text: `${this.nameOf(reel, division.first + i)}: ${this.task(reel.taskNames[taskAt(reel, this.shown, division.first + i)]).toLowerCase()}` }));
    },
    isChosen(k, what, which) { return this.chosen && this.chosen.course === k && this.chosen[what] === which ? "true" : "false"; },
    pickProblem(k, problem) {
      this.chosen = { course: k, problem, person: -1 };
      this.ask_story({ course: k, problem, hour: this.hour });
      this.redraw();
    },
    pickPerson(k, person) {
      this.chosen = { course: k, problem: -1, person };
      this.ask_why({ course: k, employee: person, hour: this.hour });
      this.redraw();
    },
    lookInto(k, division) { this.looked = this.looked.map((row, i) => (i === k ? division : row)); },
  },
};
