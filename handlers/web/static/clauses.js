// A clause that opens in place, fetched when it is first opened.

import { make, word } from "./dom.js";

const fetched = new Map();

async function fetchClause(id) {
  if (!fetched.has(id)) {
    const answer = await fetch(`/api/clauses/${encodeURIComponent(id)}`);
    if (!answer.ok) throw new Error(String(answer.status));
    fetched.set(id, await answer.json());
  }
  return fetched.get(id);
}

function drawn(clause) {
  const [head, quote, tail] = clause.paragraph;
  const around = (text) => make("p", { class: "around" }, text);
  return [
    make("p", { class: "standing letter" }, clause.letter),
    ...clause.before.map(around),
    make("p", {}, head, make("mark", {}, quote), tail),
    ...clause.behind.map(around),
    ...clause.notes.map((note) => make("p", { class: "standing" }, note)),
  ];
}

async function fill(body, id) {
  body.replaceChildren(make("p", { class: "around" }, word("clause.loading")));
  try {
    body.replaceChildren(...drawn(await fetchClause(id)));
  } catch {
    const again = make("button", { type: "button" }, word("clause.again"));
    again.addEventListener("click", () => fill(body, id));
    body.replaceChildren(make("p", {}, word("clause.failed")), again);
  }
}

/** A closed clause; in a row of them, `short` leaves out the letter that the one before named. */
export function clauseBox({ id, label, short = label }) {
  const body = make("div", { class: "body" });
  const box = make("details", { class: "clause" }, make("summary", { "aria-label": label }, short), body);
  box.dataset.clause = id;
  box.addEventListener("toggle", () => {
    if (box.open && !body.hasChildNodes()) fill(body, id);
  });
  return box;
}
