// The log: bubbles of both sides, cards by tone, and a slot's reply in place of its earlier one.

import { clauseBox } from "./clauses.js";
import { byId, make, sign, word } from "./dom.js";
import { rowBox } from "./tray.js";

const log = byId("log");
const slots = new Map();

function paragraph(spans) {
  const runs = spans.map(({ text, strong }) => (strong ? make("strong", {}, text) : text));
  return make("p", {}, ...runs);
}

function fileLink(file) {
  const link = make("a", { class: "file", href: file.href, download: file.name });
  link.append(`⤓ ${file.name}`);
  link.setAttribute("aria-label", `${word("download")}: ${file.name}`);
  return link;
}

/** A reply's bubble without its choices. */
export function bubbleOf(reply, { clauses = true } = {}) {
  const plain = reply.tone === "plain";
  const bubble = make("div", { class: plain ? "bubble" : `bubble card ${reply.tone}` });
  bubble.append(...(reply.noted ?? []).map(paragraph));
  if (!plain) {
    bubble.append(make("p", { class: "badge" }, sign(reply.tone), word(`tone.${reply.tone}`)));
  }
  bubble.append(...reply.paragraphs.map(paragraph));
  if (clauses) bubble.append(...reply.clauses.map(clauseBox));
  if (reply.file) bubble.append(fileLink(reply.file));
  return bubble;
}

/** The choices of what came of itself: in its own bubble, and good for ever. */
function ownRows(reply, take) {
  const act = ({ choice, label, keyboard }) => take({ choice, label, keyboard, token: "" });
  return reply.unasked ? reply.rows.map((row) => rowBox(row, act)) : [];
}

/** Draw a reply at the end; in place where its slot is still the last thing said. */
export function drawReply(reply, take) {
  const speaker = make("span", { class: "unseen" }, `${word("bot")}: `);
  const bubble = bubbleOf(reply);
  bubble.append(...ownRows(reply, take));
  const line = make("li", { class: "line bot" }, speaker, bubble);
  const earlier = reply.slot ? slots.get(reply.slot) : undefined;
  if (earlier?.isConnected && !ownAfter(earlier)) earlier.replaceWith(line);
  else {
    earlier?.remove();
    log.append(line);
  }
  if (reply.slot) slots.set(reply.slot, line);
  return line;
}

function ownAfter(line) {
  for (let next = line.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.classList.contains("own")) return true;
  }
  return false;
}

/** Draw what the officer said. */
export function drawOwn(text) {
  const speaker = make("span", { class: "unseen" }, `${word("you")}: `);
  const line = make("li", { class: "line own" }, speaker, make("div", { class: "bubble" }, text));
  log.append(line);
  return line;
}

/** Say beside an own line how it fares: `waiting`, `failed`, or null once it is committed. */
export function markOwn(line, state, text = "") {
  line.classList.toggle("waiting", state === "waiting");
  line.classList.toggle("failed", state === "failed");
  line.querySelector(".state")?.remove();
  if (state && text) line.append(make("span", { class: "state" }, text));
}

/** Empty the log; what is then drawn by `draw` is not read out. */
export function redraw(draw) {
  log.setAttribute("aria-live", "off");
  log.replaceChildren();
  slots.clear();
  draw();
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}
