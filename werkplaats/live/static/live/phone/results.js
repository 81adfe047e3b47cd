/* What the room gave: a small picture and the same in words. No counts inside the room. */
import { h } from "./dom.js";
import { onWall } from "../shared/cards.js";
import { residents } from "../shared/residents.js";
import { more, quoted } from "./parts.js";
import { t } from "./texts.js";
import { said as between } from "./inputs/scale.js";
import { near, triangle } from "./inputs/triad.js";

/** Words from most to least often heard, equal ones together. */
export function inOrder(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) || 0) + 1);
  const ranks = new Map();
  for (const [word, count] of counts) ranks.set(count, [...(ranks.get(count) || []), word]);
  return [...ranks.entries()].sort((a, b) => b[0] - a[0]).map(([, group]) => group);
}

function order(groups, caption) {
  const place = (i) => (i === 0 ? t("het vaakst") : i === groups.length - 1 ? t("het minst") : t("daarna"));
  const rows = groups.map((group, i) => h("tr", null, h("th", { scope: "row" }, groups.length === 1 ? t("even vaak") : place(i)), h("td", null, h("ul", null, group.map((word) => h("li", null, word))))));
  return h("table", { class: "order" }, h("caption", { class: "h3" }, caption), h("tbody", null, rows));
}

function triad(desk, found) {
  const words = found.dots.map((at) => near(at, found.corners));
  return [triangle(found.dots, found.corners), order(inOrder(words), t("De stippen van de zaal"))];
}

function scale(desk, found) {
  const rows = found.rows ? desk.step.input.rows.map((row) => [row, found.rows[row.id] || []]) : [[{ left: found.left, right: found.right }, found.dots]];
  return rows.map(([row, dots]) => order(inOrder(dots.map((at) => between(at, row.left, row.right))), found.rows ? `${row.left} – ${row.right}` : t("De plekken van de zaal")));
}

function vote(desk, found) {
  const cards = found.order.map((id) => desk.room.cards[id]).filter(Boolean);
  return [h("h2", { class: "h3" }, t("Dit koos de zaal, in volgorde")), h("ol", { class: "stack stack--tight" }, cards.map((each) => h("li", { class: "sheet given" }, quoted(each.text))))];
}

export function results(desk, found) {
  if (found.too_few) return h("p", { class: "note" }, found.text);
  return h("section", { class: "stack" }, { triad, scale, vote }[found.kind](desk, found));
}

const VIEWS = {
  most_agree: () => t("de meesten zijn het eens"),
  divided: () => t("verdeeld"),
  most_disagree: () => t("de meesten zijn het oneens"),
  too_few: () => t("te weinig mensen om te laten zien"),
};
const SHAPES = [() => t("rondjes"), () => t("vierkantjes"), () => t("driehoekjes"), () => t("ruitjes")];

function residentItem(found, id) {
  const share = residents(found, id);
  return share ? h("li", null, share) : null;
}

function residentLine(found, id) {
  const share = residentItem(found, id);
  return share ? h("ul", { class: "views" }, share) : null;
}

/** The picture of the room in sentences, and per statement a row. */
export function landscape(desk, found) {
  const statements = desk.room.statements || {};
  const shape = (view) => (!Number.isInteger(view.shape) ? t("de zaal") : t("de {shape}", { shape: SHAPES[view.shape % 4]() }));
  const rows = (found.order || []).filter((id) => statements[id] && (found.per_statement || {})[id]).map((id) =>
    h("li", { class: "sheet given" }, quoted(statements[id].text), h("ul", { class: "views" }, found.per_statement[id].map((view) => h("li", null, `${shape(view)}: ${VIEWS[view.view]()}`)), residentItem(found, id))),
  );
  const named = new Set([...(found.bridges || []), ...(found.shared_no || []), ...(found.divides || [])]);
  const few = (found.few || []).filter((id) => statements[id] && !named.has(id)).map((id) => h("li", { class: "sheet given" }, quoted(statements[id].text), residentLine(found, id)));
  const sure = found.sure || [];
  return h("section", { class: "stack" }, h("h2", { class: "h3" }, t("Het beeld van de zaal")), found.sentences.map((line) => h("p", null, line)), sure.length > 0 && [h("h3", { class: "h4" }, t("Hoe zeker is dit?")), sure.map((line) => h("p", null, line))], few.length > 0 && [h("h3", { class: "h4" }, t("Ook dit leeft hier")), h("ul", { class: "stack stack--tight" }, few)], rows.length > 0 && more(t("Zin voor zin"), h("ul", { class: "stack stack--tight" }, rows)), found.about_residents && h("p", { class: "soft" }, found.about_residents));
}

/** "Op het grote scherm": the cards the room sees now. */
export function wall(desk) {
  const cards = Object.entries(onWall(desk.room)).sort((a, b) => b[1].at - a[1].at);
  return h("ul", { class: "stack stack--tight" }, cards.map(([, each]) => h("li", { class: "sheet given" }, quoted(each.text))));
}
