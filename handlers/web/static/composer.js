// The input: grows with its text, knows what is expected, keeps half a sentence over a reload.

import { byId, word } from "./dom.js";

const MOST = 4000;
const KEPT = "kipthoi.draft";
const MODES = { number: "numeric" };

export class Composer {
  constructor({ onSay, notices }) {
    this.input = byId("input");
    this.notices = notices;
    this.onSay = onSay;
    this.input.value = sessionStorage.getItem(KEPT) ?? "";
    this.input.addEventListener("input", () => this.changed());
    this.input.addEventListener("keydown", (event) => {
      // Enter also ends a composed Vietnamese syllable
      const composing = event.isComposing || event.keyCode === 229;
      if (event.key === "Enter" && !event.shiftKey && !composing) {
        event.preventDefault();
        this.submit();
      }
    });
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.changed();
  }

  changed() {
    const { input } = this;
    input.style.height = "auto";
    if (input.value) input.style.height = `${input.scrollHeight + 2}px`;
    const long = [...input.value].length > MOST;
    input.setAttribute("aria-invalid", String(long));
    this.notices.set("toolong", long ? word("toolong") : "");
    sessionStorage.setItem(KEPT, input.value);
    return !long;
  }

  submit() {
    const text = this.input.value.trim();
    if (!text || !this.changed()) return this.input.focus();
    this.input.value = "";
    this.changed();
    this.onSay(text);
    this.input.focus();
  }

  expect(kind) {
    this.input.inputMode = MODES[kind] ?? "text";
    this.input.placeholder = word(`hint.${kind}`);
  }

  /** Words to be sent by whoever reads them first. */
  offer(text) {
    this.input.value = text;
    this.changed();
    this.input.focus();
  }

  focus() {
    this.input.focus();
  }
}
