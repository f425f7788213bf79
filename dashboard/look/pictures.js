// A drawing of the page as a file that stands alone: SVG, or PNG at twice its size.
const SVG = "http://www.w3.org/2000/svg";
const LOOKS = ["display", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "paint-order",
  "font-family", "font-size", "font-weight", "text-anchor"];

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// An element of a drawing; its text is text, whatever signs it has.
function drawn(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  if (text !== undefined) made.textContent = text;
  return made;
}

function colourOf(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

// A copy in which everything that the page's styles say of it is written out.
function standalone(svg, leftOut) {
  const copy = svg.cloneNode(true), live = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((made, i) => {
    const style = getComputedStyle(live[i]);
    LOOKS.forEach((name) => {
      made.removeAttribute(name);
      made.style.setProperty(name, style.getPropertyValue(name));
    });
  });
  if (leftOut) copy.querySelectorAll(leftOut).forEach((each) => each.remove());
  return copy;
}

function asFile(drawing, width, height, name, kind) {
  const sheet = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height });
  sheet.append(drawn("rect", { width, height, fill: colourOf("--paper") }), drawing);
  const text = new XMLSerializer().serializeToString(sheet);
  if (kind === "svg") return save(`${name}.svg`, new Blob([text], { type: "image/svg+xml" }));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * width;
    canvas.height = 2 * height;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(`${name}.png`, blob));
  };
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
}
