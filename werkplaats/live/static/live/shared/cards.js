// Cards as they lie on wall and console: which of them, and how the words of one stand.

import { h } from "../phone/dom.js";
import { t } from "../phone/texts.js";

const LABELS = { for_whom: "voor wie", by_when: "voor wanneer", noticed_by: "we merken het aan" };

// The words of a card. A recommendation says who does what, and under it for whom, by when and how we notice.
export function cardWords(card, id = null) {
  if (!card.parts || !card.parts.does_what) return h("p", { class: "voice", id }, card.text);
  const { who = "", does_what: what } = card.parts;
  const rest = Object.entries(LABELS).filter(([part]) => card.parts[part]);
  return h(
    "div",
    { class: "advice", id },
    h("p", { class: "voice" }, `${who} ${what}`.trim()),
    rest.length ? h("dl", null, rest.map(([part, label]) => h("div", null, h("dt", null, t(label)), h("dd", null, card.parts[part])))) : null,
  );
}

// Which of the shown cards lie on the wall now: those of this part, or else of the last part that had any.
export function onWall(room) {
  const cards = Object.entries(room.cards || {});
  const now = room.step ? room.step.n : Infinity;
  const last = Math.max(...cards.map(([, card]) => card.step).filter((n) => n <= now));
  return Object.fromEntries(cards.filter(([, card]) => card.step === last));
}
