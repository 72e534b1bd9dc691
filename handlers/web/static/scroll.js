// Keeps the newest turn in view, from what the officer said on, and never pulls a reader away.

import { byId } from "./dom.js";

const NEAR = 120;
const scroll = byId("scroll");
const newer = byId("newer");
let anchor = null;

newer.addEventListener("click", () => {
  anchor = null;
  toEnd();
});
scroll.addEventListener("scroll", () => {
  if (isNearEnd()) newer.hidden = true;
}, { passive: true });

function isNearEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
}

/** The turn begins with this line; it stays in view while the answers come in. */
export function startTurn(line) {
  anchor = line;
  toEnd();
}

/** Run a change of the log, then follow it unless the officer reads further up. */
export function follow(change) {
  const following = isNearEnd() || anchor !== null;
  change();
  if (!following) newer.hidden = false;
  else if (anchor?.isConnected) {
    const top = anchor.offsetTop - scroll.offsetTop - 8;
    scroll.scrollTop = top;
    newer.hidden = isNearEnd(); // a long turn goes on below
  } else toEnd();
}

export function toEnd() {
  newer.hidden = true;
  scroll.scrollTop = scroll.scrollHeight;
}

// a reader who moves the page himself is followed no longer
for (const kind of ["wheel", "touchmove"]) {
  scroll.addEventListener(kind, () => { anchor = null; }, { passive: true });
}
