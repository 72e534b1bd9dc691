// Builds elements from text alone: nothing that is shown is ever read as markup.

const WORDS = JSON.parse(document.body.dataset.words);

/** The page's own word for a key. */
export function word(key) {
  return WORDS[key] ?? key;
}

/** An element with properties, attributes (names with a dash, or `role`) and children. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") element.className = value;
    else if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

const SIGNS = {
  good: "M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM8.6 14.6 4.4 10.4l1.5-1.5 2.7 2.7 5.5-5.5 1.5 1.5z",
  more: "M10 1 0 19h20zm-1.1 6.2h2.2v6H8.9zm0 7.3h2.2v2.2H8.9z",
  bad: "M6 0 0 6v8l6 6h8l6-6V6l-6-6zm.4 5L10 8.6 13.600 5 15 6.400 11.400 10 15 13.600 13.600 15 10 11.400 6.400 15 5 13.600 8.600 10 5 6.400z",
  note: "M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM8.900 4h2.200v2.200H8.900zm0 4h2.200v8H8.900z",
};

/** The sign of a tone: each has its own outline, so that colour is never alone. */
export function sign(tone) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 20 20");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SIGNS[tone]);
  path.setAttribute("fill-rule", "evenodd");
  picture.append(path);
  return picture;
}
