// The tray above the input: choices and calendar of the newest reply that waits for something.

import { arranged, staysInView } from "./arrange.js";
import { calendarBox } from "./calendar.js";
import { byId, make } from "./dom.js";

const tray = byId("tray");

/** Whether a reply takes over the tray; a mere note leaves the open question's in place. */
export function leads(reply) {
  return reply.rows.length > 0 || reply.calendar !== null || reply.expects !== "nothing";
}

function choiceButton(choice, take) {
  const button = make("button", { type: "button", class: `choice ${choice.role}` }, choice.label);
  const quiet = choice.toggle; // it changes its question, and says nothing in the log
  button.dataset.choice = choice.id;
  if (quiet || choice.picked) button.setAttribute("aria-pressed", String(choice.picked));
  button.addEventListener("click", (event) => {
    if (quiet) {
      const pressed = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(pressed));
    }
    take({ choice: choice.id, label: choice.label, quiet, keyboard: event.detail === 0 });
  });
  return button;
}

/** A row of choices, wherever it stands. */
export function rowBox(row, take) {
  return make("div", { class: "row" }, ...row.map((choice) => choiceButton(choice, take)));
}

/** Toggles of neighbouring rows in one row that wraps. */
function gathered(rows) {
  const isToggles = (row) => row?.every((choice) => choice.toggle);
  return rows.reduce((done, row) => {
    if (isToggles(row) && isToggles(done.at(-1))) done.at(-1).push(...row);
    else done.push([...row]);
    return done;
  }, []);
}

/** The answers, the month among them, and last what leads aside. */
function partsOf(reply, take) {
  const isAside = (row) => row.every((choice) => choice.role === "aside");
  const answers = gathered(reply.rows.filter((row) => !isAside(row))).map((row) => rowBox(row, take));
  const asides = reply.rows.filter(isAside).map((row) => rowBox(row, take));
  if (!reply.calendar) return [...answers, ...asides];
  const month = calendarBox(reply.calendar, (choice, label, event) =>
    take({ choice, label, quiet: label === null, keyboard: event.detail === 0 }));
  return [...answers, month, ...asides];
}

/** Show a reply's choices; focus stays on the same choice, or in the month it moved from. */
export function fillTray(reply, onTap) {
  const focused = tray.contains(document.activeElement) ? document.activeElement : null;
  const kept = focused?.dataset.choice;
  const inMonth = focused?.classList.contains("day");
  const take = (tap) => onTap({ ...tap, token: reply.token });
  tray.classList.remove("done");
  tray.replaceChildren(...partsOf({ ...reply, rows: arranged(reply.rows) }, take));
  staysInView(tray, reply);
  const same = kept && tray.querySelector(`[data-choice="${CSS.escape(kept)}"]:not(:disabled)`);
  (same || (inMonth && tray.querySelector('.day[tabindex="0"]')) || null)?.focus();
}

/** Give the first choice the focus; false where there is none. */
export function focusTray() {
  const first = tray.querySelector('.day[tabindex="0"], .choice:not(:disabled)');
  first?.focus();
  return Boolean(first);
}

/** No second answer to the same question while the first is on its way. */
export function closeTray() {
  tray.classList.add("done");
  for (const button of tray.querySelectorAll("button")) button.disabled = true;
}
