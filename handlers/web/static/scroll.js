// Keeps the newest turn in view, from what the officer said on, and never pulls a reader away.

import { byId } from "./dom.js";

const NEAR = 120;
const scroll = byId("scroll");
const newer = byId("newer");
let anchor = null;
const GAP = 16;

newer.addEventListener("click", () => {
  anchor = null;
  toEnd();
});
scroll.addEventListener("scroll", () => {
  if (!isMoreBelow()) newer.hidden = true;
}, { passive: true });

function isNearEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
}

/** How much of the view a tray that stays in it takes. */
function covered() {
  const tray = byId("tray");
  return tray.classList.contains("stays") ? tray.offsetHeight : 0;
}

/** Whether the newest line begins below what is in view. */
function isMoreBelow() {
  const last = byId("log").lastElementChild;
  const end = scroll.scrollTop + scroll.clientHeight - covered();
  return last !== null && last.offsetTop > end - GAP;
}

function offer() {
  newer.hidden = !isMoreBelow();
  newer.style.bottom = `${byId("composer").parentElement.offsetHeight + covered() + GAP}px`;
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
  if (following && !anchor?.isConnected) toEnd();
  else {
    if (following) scroll.scrollTop = anchor.offsetTop - 8;
    offer(); // a long turn goes on below
  }
}

export function toEnd() {
  newer.hidden = true;
  scroll.scrollTop = scroll.scrollHeight;
}

// a reader who moves the page himself is followed no longer
for (const kind of ["wheel", "touchmove"]) {
  scroll.addEventListener(kind, () => { anchor = null; }, { passive: true });
}
