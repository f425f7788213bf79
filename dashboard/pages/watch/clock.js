// The parts of a component as one: ipyvue knows no mixins.
function joined(parts) {
  const each = (name) => parts.map((part) => part[name]).filter(Boolean), all = (name) => Object.assign({}, ...each(name));
  const inTurn = (name) => function () { for (const hook of each(name)) hook.call(this); };
  return {
    data: () => Object.assign({}, ...each("data").map((make) => make())), computed: all("computed"), methods: all("methods"), watch: all("watch"),
    created: inTurn("created"), mounted: inTurn("mounted"), destroyed: inTurn("destroyed"),
  };
}

// The clock of the page: all films run by the same hour, in the browser alone.

const SPEEDS = [0.5, 1, 2, 4, 8, 20, 40]; // hours of the company in a second
const FLIGHT = 0.8; // seconds that a ball is in the air, whatever the speed
const STILL_STEP = 900; // milliseconds between two steps for who wants no motion
const GLANCE = 250; // milliseconds between two renewals of words while playing

const clock = {
  data() { return { playing: false, pace: 3, shown: 0, still: false }; },
  created() {
    this.hour = 0; // changes sixty times a second: not for Vue to watch
    this.lastFrame = this.lastWords = 0;
    this.wish = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.still = this.wish.matches;
    this.onWish = () => { this.still = this.wish.matches; this.redraw(); };
    this.wish.addEventListener("change", this.onWish);
    this.onSeek = (event) => this.seek(Number(event.detail) || 0);
    document.addEventListener("siloscope-watch-seek", this.onSeek);
  },
  destroyed() {
    this.playing = false;
    cancelAnimationFrame(this.frame);
    this.wish.removeEventListener("change", this.onWish);
    document.removeEventListener("siloscope-watch-seek", this.onSeek);
  },
  computed: {
    speed() { return SPEEDS[this.pace]; },
    flight() { return this.still ? 1 : FLIGHT * this.speed; },
  },
  methods: {
    play() {
      if (this.hour >= this.hours - 1e-6) this.hour = 0;
      this.playing = true;
      this.lastFrame = performance.now();
      this.frame = requestAnimationFrame(this.tick);
    },
    pause() {
      if (!this.playing) return;
      this.playing = false;
      cancelAnimationFrame(this.frame);
      this.settle();
    },
    toggle() { if (this.playing) this.pause(); else this.play(); },
    tick(now) {
      if (!this.playing) return;
      if (this.still) {
        if (now - this.lastFrame >= STILL_STEP) { this.lastFrame = now; this.hour = Math.floor(this.hour) + 1; this.redraw(); this.say(now); }
      } else {
        this.hour += (Math.min(100, Math.max(0, now - this.lastFrame)) / 1000) * this.speed;
        this.lastFrame = now;
        this.redraw();
        if (now - this.lastWords > GLANCE) this.say(now);
      }
      if (this.hour >= this.hours) { this.hour = this.hours; return this.pause(); }
      this.frame = requestAnimationFrame(this.tick);
    },
    // Forth or back by so many hours, to a whole hour.
    step(by) {
      this.pause();
      this.seek(by > 0 ? Math.floor(this.hour + by + 1e-6) : Math.ceil(this.hour + by - 1e-6));
    },
    seek(hour) {
      this.hour = Math.max(0, Math.min(this.hours, hour));
      if (this.playing) this.redraw(); else this.settle();
    },
    settle() { this.redraw(); this.say(performance.now()); this.at({ hour: Math.round(this.hour * 100) / 100 }); },
    say(now) { this.lastWords = now; this.shown = this.hour; },
    faster(by) { this.pace = Math.max(0, Math.min(SPEEDS.length - 1, this.pace + by)); this.$nextTick(this.redraw); },
    onKey(event) {
      if (event.target.matches("select, input[type=text]") || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " " && event.target.matches("button, summary")) return; // a button's own key
      const far = event.shiftKey ? DAY : 1;
      const acts = {
        " ": () => this.toggle(), ArrowLeft: () => this.step(-far), ArrowRight: () => this.step(far),
        PageUp: () => this.step(-WEEK), PageDown: () => this.step(WEEK), ArrowUp: () => this.faster(1), ArrowDown: () => this.faster(-1),
        Home: () => this.step(-this.hours), End: () => this.step(this.hours),
      };
      if (!acts[event.key]) return;
      event.preventDefault();
      acts[event.key]();
    },
  },
};
