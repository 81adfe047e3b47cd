// Beeld van de zaal: dots with a shape per denkrichting, sentences in words, and the same as a table.
// Follows ui/charts.py; the figures come from the server and obey the rule of five already.

import { drawn, h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { dots } from "../../ui/shapes.js";
import { residents } from "./residents.js";
import { SHAPES, TOO_FEW, VIEWS } from "./words.js";

const WIDTH = 820;
const HEIGHT = 690;
const MARGIN = 50;

// The same dots, moved just so far that no two lie on top of each other.
export function spread(places, apart, { width = WIDTH, height = HEIGHT, margin = MARGIN, rounds = 20 } = {}) {
  const placed = places.map((place) => [...place]);
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < placed.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        let dx = placed[i][0] - placed[j][0];
        let dy = placed[i][1] - placed[j][1];
        let distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        if (distance < 0.01) [dx, dy, distance] = [0.6 + (i % 3), 0.8 + (j % 2), 1];
        const push = (apart - distance) / 2 / distance;
        placed[i][0] += dx * push;
        placed[i][1] += dy * push;
        placed[j][0] -= dx * push;
        placed[j][1] -= dy * push;
      }
    }
  }
  const within = (value, most) => Math.min(Math.max(value, margin), most - margin);
  return placed.map(([x, y]) => [within(x, width), within(y, height)]);
}

export function picture(found) {
  const places = found.dots.map(([x, y]) => [WIDTH / 2 + x * (WIDTH / 2 - MARGIN), HEIGHT / 2 - y * (HEIGHT / 2 - MARGIN)]);
  const apart = places.length <= 40 ? 44 : places.length <= 60 ? 30 : 20;
  const size = { 44: 2, 30: 1.4, 20: 0.9 }[apart];
  const marks = spread(places, apart).map(([x, y], i) => {
    const shape = (found.dots[i][2] || 0) % 4;
    return `<g class="dots-${shape + 1}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size}) translate(-10 -10)">${dots[shape]}</g>`;
  });
  const sizes = found.groups.map((group) => `${group.size} ${t(SHAPES[group.shape])}`).join(", ");
  return drawn(
    `<svg class="landscape" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${t("Stippen, één per mens: {sizes}. De tabel zegt hetzelfde.", { sizes })}">${marks.join("")}</svg>`,
  );
}

export function viewShape(shape, view) {
  const inside = dots[shape % 4];
  const open = inside.replace("/>", ' class="none"/>');
  const edge = (dashed) => inside.replace("/>", ` class="edge"${dashed}/>`);
  const shapes = {
    most_agree: inside,
    divided: `${open}<svg width="10" height="20" viewBox="0 0 10 20">${inside}</svg>${edge("")}`,
    most_disagree: open + edge(""),
    too_few: open + edge(' stroke-dasharray="2 2.4"'),
  };
  return drawn(`<svg class="shape dots-${(shape % 4) + 1}" viewBox="0 0 20 20" role="img" aria-label="${t(SHAPES[shape % 4])}">${shapes[view]}</svg>`);
}

const SECTIONS = [
  ["bridges", "Dit verbindt ons"],
  ["shared_no", "Hier zeggen we samen nee"],
  ["divides", "Hier verschillen we"],
  ["few", "Ook dit leeft hier"],
  ["unknown", "Dit weten we nog niet"],
];

function residentsOf(found, id) {
  const share = residents(found, id);
  return share ? h("span", null, share) : null;
}

function says(found, texts, id) {
  const views = (found.per_statement[id] || []).map(({ shape, view }) =>
    h("span", null, shape === null || shape === undefined ? null : viewShape(shape, view), t(VIEWS[view])),
  );
  const share = residentsOf(found, id);
  return h("li", null, h("p", { class: "voice" }, texts[id]), h("p", { class: "views" }, views, share));
}

// Sections with at most `most` sentences in all, each sentence once: what binds and what divides comes before what we
// do not know. One place is kept for the few.
export function sections(found, texts, most = 7, heading = "h2") {
  const placed = new Set();
  const others = new Set(["bridges", "shared_no", "divides"].flatMap((key) => found[key] || []));
  const kept = (found.few || []).some((id) => texts[id] && !others.has(id)) ? 1 : 0;
  let room = most - kept;
  return SECTIONS.map(([key, title]) => {
    const ids = (found[key] || []).filter((id) => texts[id] && !placed.has(id));
    if (key === "few") room += kept;
    const shown = ids.slice(0, ["few", "unknown"].includes(key) ? Math.min(room, 2) : Math.min(room, 3));
    ids.forEach((id) => placed.add(id));
    room -= shown.length;
    return shown.length ? h("section", { "data-key": key }, h(heading, null, t(title)), h("ul", null, shown.map((id) => says(found, texts, id)))) : null;
  }).filter(Boolean);
}

const SIDES = [
  ["agree", "most_agree", "Vooral de {shape} zijn het hiermee eens:"],
  ["disagree", "most_disagree", "Vooral de {shape} zijn het hiermee oneens:"],
];

function shareLine(found, id) {
  const share = residentsOf(found, id);
  return share ? h("p", { class: "views" }, share) : null;
}

// What one denkrichting answers more than the others, at most `most` sentences of each side; null when there is none.
export function typical(found, texts, most = 3, heading = "h2") {
  const rows = (found.typical || []).flatMap((of) => SIDES.map(([side, view, words]) => [of, view, words, of[side].filter((id) => texts[id]).slice(0, most)])).filter(([, , , ids]) => ids.length);
  if (!rows.length) return null;
  const one = ([of, view, words, ids]) =>
    h("li", null, h("p", { class: "views" }, h("span", null, viewShape(of.shape, view), t(words, { shape: t(SHAPES[of.shape]) }))), ids.map((id) => [h("p", { class: "voice" }, texts[id]), shareLine(found, id)]));
  return h("section", null, h(heading, null, t("Dit hoort bij één denkrichting")), h("ul", null, rows.map(one)));
}

// How sure the picture is.
export function sureness(found, heading = "h3") {
  const said = found.sure || [];
  return said.length ? h("div", { class: "stack stack--tight" }, h(heading, null, t("Hoe zeker is dit?")), said.map((sentence) => h("p", null, sentence))) : null;
}

export function table(found, texts) {
  const groups = found.groups.length ? found.groups.map((group) => t(SHAPES[group.shape])) : [t("de zaal")];
  const shares = found.residents || {};
  const said = Object.keys(shares).length > 0;
  const head = h("tr", null, h("th", { scope: "col" }, t("Zin")), groups.map((name) => h("th", { scope: "col" }, name)), said ? h("th", { scope: "col" }, t("Bewoners, van de 10")) : null);
  const rows = found.order
    .filter((id) => texts[id])
    .map((id) => h("tr", null, h("th", { scope: "row" }, texts[id]), (found.per_statement[id] || []).map(({ view }) => h("td", null, t(VIEWS[view]))), said ? h("td", null, shares[id] || t("niet te zeggen")) : null));
  return h("table", { class: "utrecht-table" }, h("caption", null, t("Beeld van de zaal als tabel")), h("thead", null, head), h("tbody", null, rows));
}

export const tooFew = (found) => (found.sentences && found.sentences[0]) || t(TOO_FEW);

export const statementTexts = (room) => Object.fromEntries(Object.entries(room.statements || {}).map(([id, one]) => [id, one.text]));
