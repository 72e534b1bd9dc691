// What the officer has said and the server has not yet committed: kept, in order, until it is.

const PREFIX = "kipthoi.unsent.";
const TIMEOUT_MS = 15000;
const LONGEST_WAIT_MS = 15000;
const FINAL = new Set([400, 403, 404, 413, 415, 422, 429]);

function store(action) {
  try {
    return action(window.localStorage);
  } catch {
    return undefined; // no storage in this browser: kept in memory only
  }
}

/** A name for an update, unique within the session. */
export function newUpdate() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Items an earlier page of this browser left behind, oldest first. */
export function leftBehind() {
  const found = store((kept) => Object.keys(kept)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => JSON.parse(kept.getItem(key)))) ?? [];
  return found.sort((a, b) => a.at - b.at);
}

function forget(item) {
  store((kept) => kept.removeItem(PREFIX + item.update));
}

async function post(item) {
  const answer = await fetch("/api/say", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ update: item.update, ...item.body }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return answer.status;
}

/** Sends items one at a time; the same item keeps its update id however often it is sent. */
export class Unsent {
  constructor({ onDone, onWait, onFail, onSession }) {
    Object.assign(this, { onDone, onWait, onFail, onSession });
    this.items = [];
    this.running = false;
    this.started = false;
    this.wake = () => {};
    addEventListener("online", () => this.wake());
  }

  /** Begin to send, once the session is there. */
  start() {
    this.started = true;
    this.run();
  }

  add(item) {
    if (this.items.some((known) => known.update === item.update)) return;
    this.items.push(item);
    store((kept) => kept.setItem(PREFIX + item.update, JSON.stringify(item)));
    this.run();
  }

  drop() {
    const [item] = this.items.splice(0, 1);
    if (!item) return;
    forget(item);
    this.onFail(item);
    this.wake();
  }

  async run() {
    if (this.running || !this.started) return;
    this.running = true;
    let tries = 0;
    while (this.items.length) {
      const item = this.items[0];
      const status = await post(item).catch(() => 0);
      if (this.items[0] !== item) continue; // dropped meanwhile
      if (status === 401) {
        this.onSession();
        break;
      }
      if (status === 200 || FINAL.has(status)) {
        tries = 0;
        this.items.shift();
        forget(item);
        if (status === 200) this.onDone(item);
        else this.onFail(item);
      } else {
        tries += 1;
        this.onWait({ item, status, tries });
        await this.pause(Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries));
      }
    }
    this.running = false;
  }

  pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
