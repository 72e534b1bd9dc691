// Where the draft stands: the line at the top, and on a desk the summary beside the chat.

import { bubbleOf } from "./bubbles.js";
import { clauseBox } from "./clauses.js";
import { byId, word } from "./dom.js";

const summary = byId("summary");
const named = new Map();
let title = null;

function fill(section, progress) {
  section.hidden = progress === null;
  if (!progress) return;
  const put = (part, text) => {
    section.querySelector(`[data-part="${part}"]`).textContent = text;
  };
  put("title", progress.title);
  put("stage", progress.stage);
  const ends = progress.percent === null;
  section.querySelector(".bar").hidden = ends;
  put("percent", ends ? "" : `${progress.percent} %`);
  put("lastday", progress.lastDay ? `⏳ ${word("lastday")}: ${progress.lastDay}` : "");
  section.querySelector("progress").value = progress.percent ?? 0;
}

/** Show the progress of the newest reply that leads; null hides it. */
export function showProgress(progress) {
  fill(byId("progress"), progress);
  fill(summary.querySelector(".progress"), progress);
  summary.querySelector('[data-part="none"]').hidden = progress !== null;
  if (progress?.title !== title) showFinding(null);
  title = progress?.title;
}

/** The verdict alone: the whole card stands in the talk beside it. */
function inShort(reply) {
  return { ...reply, noted: [], paragraphs: reply.paragraphs.slice(0, 1), file: null };
}

function whole({ id, label }) {
  return clauseBox({ id, label });
}

/** Keep the latest card, until a question opens the case again, and the clauses named so far. */
export function showFinding(reply) {
  if (reply === null) named.clear();
  else for (const clause of reply.clauses) named.set(clause.id, clause);
  const finding = summary.querySelector(".finding");
  const sources = summary.querySelector(".sources");
  const judged = ["good", "more", "bad"].includes(reply?.tone);
  if (judged || !reply || reply.expects !== "nothing") {
    finding.hidden = !judged;
    const card = judged ? [bubbleOf(inShort(reply), { clauses: false })] : [];
    finding.querySelector('[data-part="card"]').replaceChildren(...card);
  }
  sources.hidden = named.size === 0;
  sources.querySelector('[data-part="clauses"]').replaceChildren(...[...named.values()].map(whole));
}
