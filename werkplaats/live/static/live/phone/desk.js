/* What a screen may use of the phone. */

export class Desk {
  constructor(phone, step) {
    this.phone = phone;
    this.step = step;
    this.urls = phone.urls;
    this.panel = "";
    this.draft = phone.drafts.of(step);
  }

  get room() {
    return this.phone.room;
  }

  get table() {
    return this.phone.stream.views.table || {};
  }

  get mine() {
    return this.phone.mine;
  }

  now() {
    return this.phone.stream.now();
  }

  say(sentence) {
    this.phone.say(sentence);
  }

  open(name) {
    this.phone.open(name);
  }

  /** Keeps what is half written, so that a reload loses nothing. */
  keep(values) {
    this.phone.drafts.keep(this.step, values);
  }

  /** Puts an answer in the outbox; `note` comes back with it when the server refuses. */
  give(item, note) {
    if (this.step && note.values) this.phone.drafts.drop(this.step);
    this.phone.outbox.put(item, note.values ? { ...note, step: this.step } : {});
  }

  /** After sending: draw, and give the keyboard a place to go on from. */
  done(element) {
    this.phone.typedAt = 0;
    this.phone.sentAt = performance.now();
    element.update();
    const place = document.activeElement;
    if (!place || place === document.body || !place.offsetParent) this.phone.focus();
    this.phone.drawNotes();
    this.phone.draw();
  }

  waiting(row) {
    return this.phone.outbox.items.includes(row);
  }

  unsent() {
    return this.phone.outbox.items.length > 0 || this.leftovers().length > 0;
  }

  leftovers() {
    return this.phone.leftovers();
  }

  finish(draft) {
    this.phone.finish(draft);
  }

  /** The four words that were made on this phone, while this evening lasts. */
  get code() {
    return this.phone.seat.code || "";
  }

  wipe() {
    return this.phone.wipe();
  }

  /** Whether this phone types for the table in this step; undefined while nobody said so. */
  types(yes) {
    const { types } = this.phone;
    if (yes === undefined) return types.get(this.step.n);
    types.set(this.step.n, yes);
    return yes;
  }

  /** The cards of the last part before this one, in the order they came on the wall: [id, card]. */
  cardsToChoose() {
    const cards = this.cards().filter(([, card]) => card.step < this.step.n);
    const last = Math.max(0, ...cards.map(([, card]) => card.step));
    return cards.filter(([, card]) => card.step === last);
  }

  /** All cards, those the room chose first. */
  cardsToRestOn() {
    const order = this.room.chosen || [];
    const rank = ([id]) => (order.includes(id) ? order.indexOf(id) : order.length);
    return this.cards().sort((a, b) => rank(a) - rank(b));
  }

  cards() {
    return Object.entries(this.room.cards || {})
      .filter(([, card]) => card.kind === "card")
      .sort((a, b) => a[1].at - b[1].at);
  }

  /** Asks the server which statements come first; all phones spread over a moment. */
  asks() {
    this.phone.refresh(Math.random() * 1500);
  }

  /** A number that differs per person: an order of one's own for the statements. */
  mix(id) {
    let hash = 2166136261;
    for (const letter of this.phone.seat.seat + id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
    return hash >>> 0;
  }
}
