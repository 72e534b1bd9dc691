// Files to send with a report: one at a time, each kept on the server before it is said to be.

import { byId, word } from "./dom.js";
import { newUpdate } from "./unsent.js";

const MOST_BYTES = 20 * 1024 * 1024;
const TRIES = 6;
const TIMEOUT_MS = 310000;
const REASONS = ["asked", "empty", "kind", "large", "often", "room", "session", "virus"];

async function post(file, update) {
  const answer = await fetch("/api/files", {
    method: "POST",
    headers: {
      "Content-Type": "application/octet-stream",
      "X-File-Name": encodeURIComponent(file.name),
      "X-Update": update,
    },
    body: file,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const said = await answer.json().catch(() => ({}));
  return { status: answer.status, error: said.error ?? (answer.status === 413 ? "large" : "") };
}

export class Files {
  /** `show(name)` draws a line and returns it; `settle(line, why)` says how it went. */
  constructor({ show, settle }) {
    Object.assign(this, { show, settle });
    this.button = byId("attach");
    this.input = byId("files");
    this.waiting = Promise.resolve();
    this.button.addEventListener("click", () => this.input.click());
    this.input.addEventListener("change", () => {
      for (const file of this.input.files) this.add(file);
      this.input.value = "";
    });
  }

  expect(kind) {
    this.button.hidden = kind !== "files";
  }

  add(file) {
    const line = this.show(`📎 ${file.name}`);
    this.waiting = this.waiting.then(() => this.send(file, line));
  }

  async send(file, line) {
    if (file.size > MOST_BYTES) return this.settle(line, word("file.large"));
    if (!file.size) return this.settle(line, word("file.empty"));
    const update = newUpdate();
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const { status, error } = await post(file, update).catch(() => ({ status: 0, error: "" }));
      if (status === 200) return this.settle(line, null);
      if (REASONS.includes(error)) return this.settle(line, word(`file.${error}`));
      if (status >= 400 && status < 500) break;
      if (tries < TRIES) await new Promise((done) => setTimeout(done, 500 * 2 ** tries));
    }
    return this.settle(line, word("file.failed"));
  }
}
