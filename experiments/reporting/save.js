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

  /* The picture with its title above it, on white, and with all that it needs in itself. */
  function alone(figure) {
    var shown = figure.querySelector("svg.wide, svg.small"), box = shown.viewBox.baseVal, head = 34;
    var whole = part("svg", { xmlns: SVG, width: box.width, height: box.height + head,
      viewBox: "0 0 " + box.width + " " + (box.height + head), "font-family": "Arial, Helvetica, sans-serif" });
    whole.append(part("title", {}, figure.dataset.title), part("desc", {}, shown.getAttribute("aria-label")),
      part("rect", { width: "100%", height: "100%", fill: "#ffffff" }),
      part("text", { x: 5, y: 21, "font-size": 15, "font-weight": "bold", fill: "#262626" }, figure.dataset.title));
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

  function paint(blob, whole, name) {
    var picture = new Image(), times = 2;
    picture.onload = function () {
      var canvas = document.createElement("canvas");
      canvas.width = times * whole.getAttribute("width");
      canvas.height = times * whole.getAttribute("height");
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (png) { png ? offer(png, name) : alert(document.body.dataset.cannot); }, "image/png");
    };
    picture.onerror = function () { alert(document.body.dataset.cannot); };
    picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(blob);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-save]");
    if (!button) { return; }
    var figure = button.closest("figure"), whole = alone(figure), kind = button.dataset.save;
    var text = new XMLSerializer().serializeToString(whole), name = figure.dataset.name + "." + kind;
    if (kind === "svg") { offer(new Blob([text], { type: "image/svg+xml" }), name); } else { paint(text, whole, name); }
  });
}());
