// The line above the input: one notice at a time, the gravest first, with its buttons.

import { byId, make } from "./dom.js";

const ORDER = ["session", "failing", "toolong", "loading"];

export class Notices {
  constructor() {
    this.box = byId("notice");
    this.said = new Map();
  }

  /** Set or clear (empty text) a notice; `buttons` are `[label, action]` pairs. */
  set(name, text, buttons = []) {
    if (text) this.said.set(name, { text, buttons });
    else if (!this.said.delete(name)) return;
    const top = ORDER.map((key) => this.said.get(key)).find(Boolean);
    const parts = top ? [make("span", {}, top.text)] : [];
    for (const [label, action] of top?.buttons ?? []) {
      const button = make("button", { type: "button" }, label);
      button.addEventListener("click", action);
      parts.push(button);
    }
    this.box.replaceChildren(...parts);
  }
}
