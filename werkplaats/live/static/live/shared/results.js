// What the room answered, once, at close: a cloud in a triangle, dots on a line, or an order without counts.

import { drawn, h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { escape } from "../../ui/marks.js";
import { spread } from "./landscape.js";
import { TOO_FEW, count } from "./words.js";

const CORNERS = [
  [150, 6],
  [6, 256],
  [294, 256],
];

export function results(found, texts, step) {
  if (found.too_few) return h("p", { class: "sheet too-few" }, found.text || t(TOO_FEW));
  if (found.kind === "triad") return triad(found);
  if (found.kind === "scale") return found.rows ? rows(found, step) : scale(found, found.dots);
  return order(found, texts);
}

function triad(found) {
  const places = found.dots.map((at) => {
    const total = at[0] + at[1] + at[2] || 1;
    return [0, 1].map((axis) => at.reduce((sum, share, i) => sum + (share / total) * CORNERS[i][axis], 0));
  });
  const apart = places.length > 40 ? 9 : 15;
  const circles = spread(places, apart, { width: 300, height: 262, margin: 6 }).map(([x, y]) => `<circle class="cloud" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${apart / 2}"/>`);
  const near = [0, 0, 0];
  found.dots.forEach((at) => (near[at.indexOf(Math.max(...at))] += 1));
  const by = [0, 1, 2].sort((a, b) => near[b] - near[a]);
  return h(
    "figure",
    { class: "sheet result" },
    h(
      "div",
      { class: "triad" },
      h("span", null, found.corners[0]),
      drawn(`<svg viewBox="0 0 300 264" role="img" aria-label="${t("{dots} in een driehoek", { dots: count(found.dots.length, "stip", "stippen") })}"><path class="triad-area" d="M150 6 294 256H6z"/><path class="triad-help" d="M150 172.7V6M150 172.7 294 256M150 172.7 6 256"/>${circles.join("")}</svg>`),
      h("span", null, found.corners[1]),
      h("span", null, found.corners[2]),
    ),
    h("figcaption", null, t("De meeste stippen liggen bij ‘{first}’, daarna bij ‘{second}’. Waar lag die van jou, en waarom?", { first: found.corners[by[0]], second: found.corners[by[1]] })),
  );
}

function rows(found, step) {
  const named = step.input.rows.filter((row) => found.rows[row.id]);
  return h("div", { class: "result-rows" }, named.map((row) => scale(row, found.rows[row.id])));
}

function scale(found, dots) {
  const stacked = {};
  const circles = [...dots].sort((a, b) => a - b).map((at) => {
    const column = Math.round(at / 4);
    stacked[column] = (stacked[column] || 0) + 1;
    return `<circle class="cloud" cx="${20 + column * 22.4}" cy="${6 - 20 * stacked[column]}" r="9"/>`;
  });
  const tall = 20 * Math.max(1, ...Object.values(stacked)) + 10;
  const middle = [...dots].sort((a, b) => a - b)[Math.floor(dots.length / 2)];
  const sentence = middle < 40 || middle > 60 ? t("De meesten staan dichter bij ‘{word}’.", { word: middle < 40 ? found.left : found.right }) : t("De meesten staan rond het midden.");
  return h(
    "figure",
    { class: "sheet result result--line" },
    drawn(`<svg viewBox="0 ${-tall} 600 ${tall + 6}" role="img" aria-label="${escape(sentence)}"><path class="triad-area" d="M6 0H594"/>${circles.join("")}</svg>`),
    h("div", { class: "ends" }, h("b", null, found.left), h("b", null, found.right)),
    h("figcaption", null, sentence),
  );
}

function order(found, texts) {
  const ids = found.order.filter((id) => texts[id]).slice(0, 6);
  return h(
    "div",
    { class: "result result--order" },
    h("ol", { class: "order" }, ids.map((id) => h("li", { class: "sheet" }, h("p", { class: "voice" }, texts[id])))),
    h("p", { class: "order-note" }, t("Bovenaan staat wat de meeste mensen kozen. Een andere kijk blijft staan.")),
  );
}
