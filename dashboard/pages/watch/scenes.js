// The canvases: one scene a film, made anew when its size or the colours of the page change.

const cssColour = (style, name, otherwise) => style.getPropertyValue(name).trim() || otherwise;

// The colours of the page as it is now.
function looks() {
  const style = getComputedStyle(document.documentElement), paper = cssColour(style, "--paper", "#ffffff");
  const dark = isDark(paper);
  return {
    dark, paper, field: dark ? "#1b1e22" : "#ffffff", raised: cssColour(style, "--raised", "#f4f3ef"), ink: cssColour(style, "--ink", "#262626"),
    quiet: cssColour(style, "--quiet", "#5a5a5a"), grid: cssColour(style, "--grid", "#e2e2e2"), accent: cssColour(style, "--accent", "#0067a5"),
    border: dark ? "#80868e" : "#8b8880", tie: dark ? "#3fd6a7" : "#00835f", slip: dark ? "#a9a598" : "#a39c8a", heavy: dark ? "#ff9a85" : "#a32a16",
    table: dark ? "#45dba9" : "#00734f", light: dark ? "rgba(255, 214, 90, .75)" : "rgba(255, 196, 0, .7)",
    hot: dark ? "#ff7a4d" : "#d43d00", ember: dark ? "#ffd166" : "#ffab00", calm: dark ? "#6bbcff" : "#0067a5",
    agenda: dark ? ["#ffa85c", "#6bbcff", "#9a9a9a"] : ["#a85100", "#0067a5", "#6a6a6a"], onAgenda: dark ? "#101214" : "#ffffff",
  };
}

function isDark(colour) {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  return hex ? hex.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0) < 384 : false;
}

const scenes = {
  created() { this.scenes = []; this.balls = []; this.ledgers = []; },
  mounted() {
    this.sizes = new ResizeObserver(() => this.stage());
    this.themes = new MutationObserver(() => this.stage());
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    this.night = window.matchMedia("(prefers-color-scheme: dark)");
    this.onNight = () => this.stage();
    this.night.addEventListener("change", this.onNight);
    this.sizes.observe(this.$refs.films);
    this.stage();
  },
  destroyed() {
    this.sizes.disconnect();
    this.themes.disconnect();
    this.night.removeEventListener("change", this.onNight);
  },
  methods: {
    // Everything that depends on size and colours.
    stage() {
      const look = looks(), ratio = Math.min(2, window.devicePixelRatio || 1);
      this.scenes = this.reels.map((film, k) => {
        const canvas = this.$refs.canvas[k], width = Math.max(240, Math.floor(canvas.parentElement.clientWidth));
        const height = Math.round(Math.max(300, Math.min(width * 0.86, window.innerHeight * 0.7, 640)));
        canvas.width = width * ratio;
        canvas.height = height * ratio;
        canvas.style.height = height + "px";
        const backdrop = document.createElement("canvas");
        backdrop.width = canvas.width;
        backdrop.height = canvas.height;
        const places = placesOf(film, width, height);
        return {
          g: canvas.getContext("2d"), film, places, look, ratio, backdrop, week: -1,
          sprites: spritesOf(film.taskNames, places.figure, ratio, look.dark, look.field),
        };
      });
      this.drawKey(look, ratio);
      this.redraw();
    },
    // What the signs mean, drawn by the hand that draws the people.
    drawKey(look, ratio) {
      for (const canvas of this.$refs.key || []) {
        canvas.width = canvas.height = 24 * ratio;
        const g = canvas.getContext("2d"), name = canvas.dataset.task;
        g.scale(ratio, ratio);
        if (name === "volley") { g.translate(12, 12); drawBall(g, null, null, 0, { x: 0, y: 0 }, look, true); }
        else if (name === "parcel") drawParcel(g, { x: 12, y: 12 }, look);
        else drawFigure(g, name, 12, 12, 21, look.dark, look.field);
      }
    },
    redraw() {
      this.scenes.forEach((scene, k) => {
        this.balls[k] = drawFrame(scene, this.hour, this.flight, this.still, this.markOf(k));
      });
      const scrub = this.$refs.scrub, head = this.$refs.head;
      if (scrub) scrub.value = String(this.hour);
      if (head) head.style.left = (100 * this.hour) / this.hours + "%";
    },
    // What is marked: a person in one film; a problem in both, because it is the same one.
    markOf(k) {
      if (!this.chosen) return null;
      const { course, person, problem } = this.chosen;
      if (problem < 0) return course === k ? { person, problem, at: AWAY } : null;
      advance(this.ledgers[k], this.hour);
      return { person: -1, problem, at: this.ledgers[k].at[problem] };
    },
    pointed(k, event) {
      const box = this.$refs.canvas[k].getBoundingClientRect(), scene = this.scenes[k];
      return hit(scene.film, scene.places, this.balls[k] || [], event.clientX - box.left, event.clientY - box.top);
    },
    hover(k, event) { this.$refs.canvas[k].style.cursor = this.pointed(k, event) ? "pointer" : "default"; },
    click(k, event) {
      const found = this.pointed(k, event);
      if (!found) return;
      this.pause();
      if (found.problem >= 0) this.pickProblem(k, found.problem);
      else if (found.person >= 0) this.pickPerson(k, found.person);
      else this.lookInto(k, found.division);
    },
  },
};
