/* What I gave: what the server has, with what still waits on this phone laid over it. */

export function plain(words) {
  if (!words) return "";
  return words.text || Object.values(words.parts || {}).filter(Boolean).join(", ");
}

export class Mine {
  constructor(seat) {
    this.seat = seat;
    this.data = { pieces: [], answers: {}, table: seat.table, name: "", talks_only: false };
    this.arrived = [];
    this.loaded = false;
    this.waiting = () => [];
  }

  /** Fetches the server's side; keeps the old one when there is no connection. */
  async load() {
    const before = [...this.arrived];
    const answer = await fetch(`/live/${this.seat.session}/me`, {
      headers: { authorization: `Bearer ${this.seat.token}` },
    }).catch(() => null);
    if (!answer || !answer.ok) return false;
    this.data = await answer.json();
    this.loaded = true;
    this.arrived = this.arrived.filter((row) => !before.includes(row));
    return true;
  }

  get table() {
    const moved = this.items("moved").pop();
    return moved ? moved.item.table : this.data.table;
  }

  items(kind) {
    return [...this.arrived, ...this.waiting()].filter((row) => row.item.kind === kind);
  }

  /** My words, oldest first: {voice, kind, step, words, text, level, status, hidden, asked}. */
  pieces(step) {
    const kept = this.data.pieces.map((piece) => ({ ...piece, text: plain(piece.words), status: piece.late ? "late" : "kept" }));
    const known = new Set(kept.map((piece) => piece.uuid));
    const waiting = this.waiting();
    const fresh = this.items("gave").filter((row) => !known.has(row.item.uuid)).map((row) => ({
      voice: null,
      kind: row.item.input,
      step: row.item.step,
      words: row.item.words,
      text: plain(row.item.words),
      level: row.item.level,
      asked: [],
      status: waiting.includes(row) ? "phone" : row.late ? "late" : "kept",
    }));
    return [...kept, ...fresh].filter((piece) => step === undefined || piece.step === step);
  }

  /** The sentences somebody asked me for and I did not answer yet: [{voice, quotation}]. */
  questions() {
    const answered = new Set(this.items("consented").map(({ item }) => item.quotation));
    return this.data.pieces.flatMap(({ voice, asked }) => asked.filter((one) => !one.answer && !answered.has(one.quotation)).map(({ quotation }) => ({ voice, quotation })));
  }

  /** My last dot, mark or votes in a step, or null: {at?, picks?, status}. */
  answer(step, row = null) {
    const mine = [...this.items("placed"), ...this.items("voted")].filter(
      ({ item }) => item.step === step && (item.row || null) === row,
    );
    const last = mine.pop();
    if (last) return { ...last.item, status: this.waiting().includes(last) ? "phone" : "kept" };
    const known = this.data.answers[step];
    const own = known && row !== null ? (known.rows || {})[row] : known;
    return own ? { ...own, status: "kept" } : null;
  }

  /** What I said of each statement: {id: "agree" | "disagree" | "pass"}. */
  weighed() {
    const said = { ...this.data.answers.weighed };
    for (const { item } of this.items("weighed")) said[item.statement] = item.answer;
    return said;
  }
}
