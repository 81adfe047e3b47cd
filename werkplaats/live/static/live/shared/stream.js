// The one way a screen follows a session. Applies merge patches per audience and tells who subscribed.
//
//   const stream = new Stream(session, "phone");          // or "console", "wall"
//   stream.subscribe(({ views, state }) => draw(views.room, views.table, state));
//   stream.now()                                           // milliseconds since 1970 on the server's clock
//
// `state`: "connecting", "live", "polling" (frames are fetched, a little later), "offline" (nothing comes
// through; what is on the screen may be old), or "refused" (no longer welcome: join again).

import { merge } from "./patch.js";

const SILENCE = 45000;
const NO_FRAME_YET = 8000;
const POLL_EVERY = 5000;
const LONGEST_WAIT = 30000;

export class Stream {
  constructor(session, role, { make = (url) => new EventSource(url), get = (url) => fetch(url, { credentials: "same-origin" }) } = {}) {
    this.streamUrl = `/live/${session}/${role}`;
    this.viewUrl = `/live/${session}/view/${role}`;
    this.make = make;
    this.get = get;
    this.views = {};
    this.seen = {};
    this.state = "connecting";
    this.offset = 0;
    this.failures = 0;
    this.listeners = new Set();
    this.onVisibility = () => (document.hidden ? this.rest() : this.open());
    document.addEventListener("visibilitychange", this.onVisibility);
    window.addEventListener("online", this.onOnline = () => this.open());
    this.open();
  }

  subscribe(listener) {
    this.listeners.add(listener);
    if (Object.keys(this.views).length) listener(this);
    return () => this.listeners.delete(listener);
  }

  now() {
    return Date.now() + this.offset;
  }

  open() {
    if (this.state === "refused" || this.closed) return;
    this.rest();
    const source = (this.source = this.make(this.streamUrl));
    source.addEventListener("view", (event) => {
      if (source !== this.source) return;
      this.failures = 0;
      this.heard();
      this.take([JSON.parse(event.data)], "live");
    });
    source.addEventListener("beat", () => source === this.source && this.heard());
    source.addEventListener("error", () => {
      if (source !== this.source) return;
      if (source.readyState === 2) this.failed();
      else if (this.state === "live") this.tell("connecting");
    });
    this.heard(NO_FRAME_YET);
  }

  // The heartbeat is a comment that a browser keeps to itself: after a silence we ask for the view once.
  heard(patience = SILENCE) {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.doubt(), patience);
  }

  async doubt() {
    const source = this.source;
    const before = JSON.stringify(this.seen);
    const known = await this.fetchView();
    if (source !== this.source) return;
    if (known && before === JSON.stringify(this.seen)) this.heard();
    else this.failed();
  }

  async failed() {
    this.rest();
    this.failures += 1;
    const limit = Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(this.failures, 6));
    this.retry = setTimeout(() => this.open(), Math.random() * limit + 200);
    await this.poll();
  }

  async poll() {
    this.stopPolling();
    if (this.closed || this.state === "refused" || document.hidden) return;
    await this.fetchView();
    if (this.state !== "live" && this.failures) {
      this.polling = setTimeout(() => this.poll(), POLL_EVERY * (0.75 + Math.random() / 2));
    }
  }

  stopPolling() {
    clearTimeout(this.polling);
  }

  // True when the server answered with frames.
  async fetchView() {
    try {
      const answer = await this.get(this.viewUrl);
      if ([401, 403, 404, 410].includes(answer.status)) {
        this.rest();
        this.tell("refused");
        return false;
      }
      if (!answer.ok) throw new Error("no view");
      const body = await answer.json();
      this.take(Array.isArray(body) ? body : body.frames, this.failures ? "polling" : this.state);
      return true;
    } catch {
      if (this.state !== "refused") this.tell("offline");
      return false;
    }
  }

  // A frame older than what stands is a repeat. The same number again is a narrowing of words: it counts.
  take(frames, state) {
    for (const { a, v, full, patch } of frames) {
      if (!full && v < (this.seen[a] || 0)) continue;
      this.views = { ...this.views, [a]: full ? merge({}, patch) : merge(this.views[a], patch) };
      this.seen[a] = v;
      if (a === "room" && patch.now) this.offset = Date.parse(patch.now) - Date.now();
    }
    this.tell(state);
  }

  tell(state) {
    this.state = state;
    for (const listener of [...this.listeners]) listener(this);
  }

  rest() {
    clearTimeout(this.watchdog);
    clearTimeout(this.retry);
    this.stopPolling();
    if (this.source) this.source.close();
    this.source = null;
  }

  close() {
    this.closed = true;
    this.rest();
    document.removeEventListener("visibilitychange", this.onVisibility);
    window.removeEventListener("online", this.onOnline);
  }
}
