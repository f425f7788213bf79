/* The page reads well without this: it only saves pictures, which are always saved as on a light page. */
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";

  function part(name, attributes, text) {
    var made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) { made.textContent = text; }
    return made;
  }

  /* A title in lines that have room. */
  function lines(text, width, size) {
    var most = Math.floor(width / (0.62 * size)), found = text ? [""] : [];
    text.split(" ").forEach(function (word) {
      var last = found[found.length - 1];
      if (last && (last + " " + word).length > most) { found.push(word); return; }
      found[found.length - 1] = last ? last + " " + word : word;
    });
    return found;
  }

  /* Where the picture comes from, which stays in it. */
  function origin(figure) {
    return JSON.stringify(Object.assign({ picture: figure.dataset.title }, JSON.parse(document.body.dataset.origin)));
  }

  /* The picture with its title above it, on white, and with all that it needs in itself. */
  function alone(figure) {
    var shown = figure.querySelector("svg.wide, svg.small"), box = shown.viewBox.baseVal;
    var note = figure.querySelector("figcaption .note"), at = 0, head;
    var said = lines(figure.dataset.title, box.width, 15).map(function (line) {
      at += 20;
      return part("text", { x: 5, y: at, "font-size": 15, "font-weight": "bold", fill: "#262626" }, line);
    }).concat(lines(note ? note.textContent : "", box.width, 12).map(function (line) {
      at += 16;
      return part("text", { x: 5, y: at, "font-size": 12, fill: "#595959" }, line);
    }));
    head = at + 15;
    var whole = part("svg", { xmlns: SVG, width: box.width, height: box.height + head,
      viewBox: "0 0 " + box.width + " " + (box.height + head), "font-family": "Arial, Helvetica, sans-serif" });
    whole.append(part("title", {}, figure.dataset.title), part("desc", {}, shown.getAttribute("aria-label")),
      part("metadata", { id: "siloscope" }, origin(figure)),
      part("rect", { width: "100%", height: "100%", fill: "#ffffff" }));
    said.forEach(function (line) { whole.append(line); });
    var inside = part("g", { transform: "translate(0," + head + ")" });
    Array.from(shown.childNodes).forEach(function (each) { inside.append(each.cloneNode(true)); });
    whole.append(inside);
    return whole;
  }

  function offer(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function checksum(bytes) {
    var sum = -1;
    bytes.forEach(function (byte) {
      sum ^= byte;
      for (var bit = 0; bit < 8; bit += 1) { sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1)); }
    });
    return ~sum >>> 0;
  }

  /* The bytes of a PNG with a text in it (iTXt), right after its head. */
  function marked(png, text) {
    var said = new TextEncoder().encode("iTXtsiloscope\0\0\0\0\0" + text), chunk = new Uint8Array(said.length + 8);
    var view = new DataView(chunk.buffer);
    view.setUint32(0, said.length - 4);
    chunk.set(said, 4);
    view.setUint32(said.length + 4, checksum(said));
    return new Blob([png.slice(0, 33), chunk, png.slice(33)], { type: "image/png" });
  }

  function paint(blob, whole, name, text) {
    var picture = new Image(), times = 2;
    picture.onload = function () {
      var canvas = document.createElement("canvas");
      canvas.width = times * whole.getAttribute("width");
      canvas.height = times * whole.getAttribute("height");
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (png) {
        png ? offer(marked(png, text), name) : alert(document.body.dataset.cannot);
      }, "image/png");
    };
    picture.onerror = function () { alert(document.body.dataset.cannot); };
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(blob);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-save]");
    if (!button) { return; }
    var figure = button.closest("figure"), whole = alone(figure), kind = button.dataset.save;
    var text = new XMLSerializer().serializeToString(whole), name = figure.dataset.name + "." + kind;
    if (kind === "png") { paint(text, whole, name, origin(figure)); return; }
    offer(new Blob([text], { type: "image/svg+xml" }), name);
  });
}());
