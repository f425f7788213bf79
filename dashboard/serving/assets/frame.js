// Starts Solara's page without anything that stands in the page itself, and brings it back when the connection is lost.
// `solara`, `Vue`, `Vuetify`, `requirejs` come from the bundles before this file; `app`, `inDarkMode` and `debug` are
// names that Solara's own main-vuetify.js looks for.
/* global solara, Vue, Vuetify, requirejs, jupyterWidgetMountPoint, solaraInit, vuetifyThemes */

const frameData = JSON.parse(document.getElementById("frame-data").textContent);

solara.rootPath = "";
solara.jupyterRootPath = "/jupyter";
solara.cdn = window.solara_cdn = "/_solara/cdn";
solara.forceRefresh = true;
solara.production = true;
solara.preRendered = false;
solara.browser_platform = false;
solara.clientVersion = frameData.clientVersion;
window.enable_nbextensions = true;

var debug = false;
function inDarkMode() {
  return false; // our own theme is a set of CSS variables; Vuetify's is not used
}

Vue.component("jupyter-widget-mount-point", jupyterWidgetMountPoint);
Vue.use(Vuetify);

var app = new Vue({
  el: "#app",
  template: "#frame-template",
  vuetify: new Vuetify({ theme: { disable: true } }),
  data: {
    words: frameData.words,
    loading: true, loading_text: "", loadingPercentage: -1, loadingPage: false, urlHasChanged: false,
    connectionStatus: null, wasConnected: false, kernelBusy: false,
    remountKey: 0, remounting: false, needsRefresh: false,
    solaraDebugMessages: [], outputMessages: [],
    isAway: false,
  },
  watch: {
    needsRefresh() {
      this.reload(); // the session is gone; the address holds all that was chosen
    },
    kernelBusy(busy) {
      document.documentElement.toggleAttribute("data-busy", busy);
    },
  },
  methods: {
    reload() {
      window.location.reload();
    },
  },
});

// Where the connection is lost, ask every other second whether the server is there; as soon as it is, connect at once
// instead of when the browser's own patience says so, and load the page again if that does not help.
const BLINK = 1500; // milliseconds without a connection that nobody needs to hear of
const HELPLESS = 8000; // milliseconds after which a server that is there, and no connection to it, asks for a new page
let lostSince = null;
let backSince = null;

async function isServerThere() {
  try {
    return (await fetch("/health", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

async function watchOver() {
  const connected = app.connectionStatus === "connected";
  const now = Date.now();
  if (connected) {
    lostSince = backSince = null;
    app.isAway = false;
    return;
  }
  lostSince = lostSince || now;
  app.isAway = app.wasConnected && now - lostSince > BLINK;
  if (now - lostSince < BLINK || !(await isServerThere())) {
    backSince = null;
    return;
  }
  if (backSince === null) {
    backSince = now;
    const kernel = solara.debug && solara.debug.kernel();
    if (kernel) {
      kernel.reconnect().catch(() => {});
    }
  } else if (now - backSince > HELPLESS) {
    app.reload();
  }
}
setInterval(watchOver, 1000);

requirejs.config({
  baseUrl: "/jupyter",
  waitSeconds: 3000,
  map: { "*": { "jupyter-vue": "nbextensions/jupyter-vue/nodeps", "jupyter-vuetify": "nbextensions/jupyter-vuetify/nodeps" } },
  urlArgs(id, url) {
    const folder = (url.match(/nbextensions\/([^/]+)\//) || [])[1];
    const name = Object.keys(frameData.extensions).find((each) => each.split("/")[0] === folder);
    return name ? "?" + frameData.extensions[name] : "";
  },
});
solaraInit("solara-main");
