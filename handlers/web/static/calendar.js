// A month to choose a day from: a grid with one tab stop, moved through by the arrow keys.

import { make, word } from "./dom.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function dayButton(cell, take) {
  const classes = ["day", cell.off && "off", cell.today && "today"].filter(Boolean).join(" ");
  const number = String(Number(cell.day.slice(-2)));
  const button = make("button", { type: "button", class: classes, tabIndex: -1 }, number);
  button.setAttribute("aria-label", cell.spoken);
  if (cell.today) button.setAttribute("aria-current", "date");
  button.disabled = !cell.open;
  button.dataset.choice = `day:${cell.day}`;
  button.addEventListener("click", (event) => take(`day:${cell.day}`, cell.label, event));
  return button;
}

function mover(sign, label, month, take) {
  const button = make("button", { type: "button", class: "move", "aria-label": label }, sign);
  button.disabled = month === null;
  button.dataset.choice = `move:${label}`;
  button.addEventListener("click", (event) => take(`month:${month}`, null, event));
  return button;
}

function table(calendar, take) {
  const heads = calendar.weekdays.map((name) => make("th", { scope: "col" }, name));
  const rows = calendar.weeks.map((week) => {
    const cells = week.map((cell) =>
      make("td", { role: "gridcell" }, ...(cell ? [dayButton(cell, take)] : [])));
    return make("tr", {}, ...cells);
  });
  const body = make("tbody", {}, ...rows);
  const grid = make("table", { role: "grid", "aria-label": calendar.title });
  grid.append(make("thead", {}, make("tr", {}, ...heads)), body);
  return grid;
}

function giveTabStop(box) {
  const open = [...box.querySelectorAll(".day:not(:disabled)")];
  const first = box.querySelector(".day.today:not(:disabled)") ?? open.at(-1);
  if (first) first.tabIndex = 0;
}

function moveFocus(box, from, to) {
  if (!to) return;
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

function onKey(event, box) {
  const from = event.target.closest(".day");
  if (!from) return;
  const days = [...box.querySelectorAll(".day")];
  const open = days.filter((day) => !day.disabled);
  const at = days.indexOf(from);
  const step = STEPS[event.key];
  const ends = { Home: open[0], End: open.at(-1) };
  const moves = { PageUp: ".move:first-child", PageDown: ".move:last-child" };
  if (step) {
    const target = days[at + step];
    if (target && !target.disabled) moveFocus(box, from, target);
    else if (!target) box.querySelector(moves[step < 0 ? "PageUp" : "PageDown"])?.click();
  } else if (ends[event.key]) moveFocus(box, from, ends[event.key]);
  else if (moves[event.key]) box.querySelector(moves[event.key])?.click();
  else return;
  event.preventDefault();
}

/** The month; `take(choice, label, event)` is called for a day, with no label for a month. */
export function calendarBox(calendar, take) {
  const head = make(
    "div",
    { class: "head" },
    mover("‹", word("calendar.earlier"), calendar.earlier, take),
    make("strong", { "aria-live": "polite" }, calendar.title),
    mover("›", word("calendar.later"), calendar.later, take),
  );
  const box = make("div", { class: "month", role: "group", "aria-label": word("calendar") });
  box.append(head, table(calendar, take));
  const off = calendar.weeks.flat().some((cell) => cell?.off);
  if (off) box.append(make("p", { class: "legend" }, word("calendar.legend")));
  giveTabStop(box);
  box.addEventListener("keydown", (event) => onKey(event, box));
  return box;
}
