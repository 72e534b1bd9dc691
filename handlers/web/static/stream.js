// Server push: replies above the last one seen, for as long as the page is looked at.

const SILENCE_MS = 40000;
const REOPEN_MS = 2000;

export class Stream {
  constructor({ onReply, onReturn }) {
    this.onReply = onReply;
    this.last = 0;
    this.source = null;
    this.watch = null;
    // a browser opens six connections to one place: hidden pages give theirs back
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.close();
      else onReturn();
    });
    addEventListener("online", () => this.open());
    addEventListener("pagehide", () => this.close());
    addEventListener("pageshow", (event) => event.persisted && onReturn());
  }

  /** Open anew above the last reply seen; what was open is closed. */
  open() {
    this.close();
    this.source = new EventSource(`/api/events?after=${this.last}`);
    this.source.addEventListener("open", () => this.heard());
    this.source.addEventListener("beat", () => this.heard());
    this.source.addEventListener("reply", (event) => {
      this.heard();
      this.take(JSON.parse(event.data));
    });
    this.source.addEventListener("error", () => {
      if (this.source?.readyState === EventSource.CLOSED) this.later(REOPEN_MS);
    });
    this.heard();
  }

  take(reply) {
    if (reply.id <= this.last) return;
    this.last = reply.id;
    this.onReply(reply);
  }

  heard() {
    this.later(SILENCE_MS);
  }

  later(milliseconds) {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.open(), milliseconds);
  }

  close() {
    clearTimeout(this.watch);
    this.source?.close();
    this.source = null;
  }
}
