/* Half-written words, one draft per step, kept on the phone until they are sent. */

function wordsOf(values) {
  const parts = values.parts ? Object.values(values.parts) : [values.text, values.what];
  return parts.filter(Boolean).join(" ").trim();
}

export class Drafts {
  constructor(kept, seat) {
    this.kept = kept;
    this.seat = seat;
  }

  async load() {
    const rows = await this.kept.all("drafts");
    this.rows = new Map(rows.filter((row) => row.seat === this.seat).map((row) => [row.step.n, row]));
    return this;
  }

  /** What was filled in for a step; empty when there is nothing. */
  of(step) {
    const row = step && this.rows.get(step.n);
    return row ? row.values : {};
  }

  /** `problem` is the sentence with which the server sent these words back. */
  keep(step, values, problem = "") {
    const row = { seat: this.seat, step, values, problem };
    this.rows.set(step.n, row);
    this.kept.put("drafts", `${this.seat}:${step.n}`, row);
  }

  drop(step) {
    this.rows.delete(step.n);
    this.kept.drop("drafts", `${this.seat}:${step.n}`);
  }

  /** Drafts with words of steps other than number `here`: {step, values, problem, words, later}. */
  left(here) {
    return [...this.rows.values()].map((row) => ({ ...row, words: wordsOf(row.values) })).filter((row) => row.step.n !== here && row.words);
  }

  /** Not now: it stays in the list of my words. */
  later(draft) {
    this.rows.get(draft.step.n).later = true;
  }
}
