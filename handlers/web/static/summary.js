// Where the draft stands: the line at the top, and on a desk the summary beside the chat.

import { bubbleOf } from "./bubbles.js";
import { clauseBox } from "./clauses.js";
import { byId, word } from "./dom.js";

const summary = byId("summary");
const named = new Map();

function fill(section, progress) {
  section.hidden = progress === null;
  if (!progress) return;
  const put = (part, text) => {
    section.querySelector(`[data-part="${part}"]`).textContent = text;
  };
  put("title", progress.title);
  put("stage", progress.stage);
  put("percent", `${progress.percent} %`);
  put("lastday", progress.lastDay ? `⏳ ${word("lastday")}: ${progress.lastDay}` : "");
  section.querySelector("progress").value = progress.percent;
}

/** Show the progress of the newest reply that leads; null hides it. */
export function showProgress(progress) {
  fill(byId("progress"), progress);
  fill(summary.querySelector(".progress"), progress);
  summary.querySelector('[data-part="none"]').hidden = progress !== null;
  if (progress === null) showFinding(null);
}

/** Keep the latest card and the clauses named so far beside the chat. */
export function showFinding(reply) {
  if (reply === null) named.clear();
  else for (const clause of reply.clauses) named.set(clause.id, clause);
  const finding = summary.querySelector(".finding");
  const sources = summary.querySelector(".sources");
  if (reply === null || ["good", "more", "bad"].includes(reply.tone)) {
    finding.hidden = reply === null;
    const card = reply === null ? [] : [bubbleOf(reply, { clauses: false })];
    finding.querySelector('[data-part="card"]').replaceChildren(...card);
  }
  sources.hidden = named.size === 0;
  sources.querySelector('[data-part="clauses"]').replaceChildren(...[...named.values()].map(clauseBox));
}
