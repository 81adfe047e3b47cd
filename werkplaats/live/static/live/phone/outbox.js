/* Answers wait here until the server says it has them. */
import { uuid } from "./dom.js";

const AT_ONCE = 20;
const LONGEST_WAIT = 30000;
const FIRST_WAIT = 1000;

/** Full jitter: anywhere between now and a ceiling that doubles with each failure. Milliseconds. */
export function pause(failures, random = Math.random) {
  return random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
}

export class Outbox {
  /** `told` hears: arrived(item, ack), refused(item, problem), changed(), closed(problem). */
  constructor(kept, seat, told) {
    this.kept = kept;
    this.seat = seat;
    this.told = told;
    this.failures = 0;
    this.timer = 0;
    this.busy = false;
    this.stopped = false;
  }

  async open() {
    const rows = await this.kept.all("items");
    this.items = rows.filter((row) => row.seat === this.seat.seat).sort((a, b) => a.made - b.made);
    this.hurry = () => this.soon(0);
    addEventListener("online", this.hurry);
    this.soon(0);
    return this;
  }

  /** Keeps one answer and sends it. `note` stays on the phone and comes back with the item. */
  async put(item, note = {}) {
    const row = { seat: this.seat.seat, made: Date.now() + this.items.length / 1000, item: { uuid: uuid(), ...item }, note };
    this.items.push(row);
    this.told.changed();
    await this.kept.put("items", row.item.uuid, row);
    this.soon(0);
    return row.item.uuid;
  }

  soon(wait) {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.send(), wait);
  }

  async send() {
    if (this.busy || this.stopped || !this.items.length) return;
    this.busy = true;
    const batch = this.items.slice(0, this.singly ? 1 : AT_ONCE);
    const wait = await this.post(batch).catch((delay) => (typeof delay === "number" ? delay : pause(this.failures + 1)));
    this.failures = wait ? this.failures + 1 : 0;
    this.busy = false;
    this.told.changed();
    if (this.items.length) this.soon(wait);
  }

  async post(batch) {
    const answer = await fetch(`/live/${this.seat.session}/give`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.seat.token}` },
      body: JSON.stringify({ items: batch.map((row) => row.item) }),
    });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      this.singly = false;
      for (const ack of body.acks || []) this.take(ack.uuid, (row) => this.told.arrived(row, ack));
      for (const problem of body.refused || []) this.take(problem.uuid, (row) => this.told.refused(row, problem));
      return 0;
    }
    if (answer.status === 401 || answer.status === 403) {
      this.stopped = true;
      this.told.closed(body);
      return 0;
    }
    if (answer.status === 429 || answer.status >= 500) {
      const seconds = Number(answer.headers.get("retry-after")) || 0;
      throw seconds * 1000 + pause(this.failures + 1);
    }
    if (batch.length > 1) this.singly = true;
    else this.take(batch[0].item.uuid, (row) => this.told.refused(row, body));
    return 0;
  }

  take(id, tell) {
    const row = this.items.find((each) => each.item.uuid === id);
    if (!row) return;
    this.items = this.items.filter((each) => each !== row);
    tell(row);
    this.kept.drop("items", id);
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    removeEventListener("online", this.hurry);
  }
}
