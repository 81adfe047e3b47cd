// Who is in, per table, and how one joins. Numbers of people, never names.

import { h } from "../phone/dom.js";
import { redraw } from "../shared/draw.js";
import { count } from "../shared/words.js";
import { askCounts } from "./dialogs.js";

export class RoomTables extends HTMLElement {
  update(stream, lead) {
    const { room, console: own } = stream.views;
    const step = room.step;
    const asks = step && step.input.kind !== "none";
    redraw(this, [own.tables, asks, step && step.input.per_group, room.state], () => this.table(own.tables, step, asks, lead));
  }

  table(tables, step, asks, lead) {
    const head = h("tr", null, h("th", { scope: "col" }, "Tafel"), h("th", { scope: "col" }, "Wie is er"), asks ? h("th", { scope: "col", class: "num" }, step.input.per_group ? "Klaar" : "Binnen") : null);
    const rows = tables.map((one) => h("tr", null, h("th", { scope: "row" }, String(one.number)), h("td", null, this.who(one)), asks ? h("td", { class: "num" }, this.answered(one, step)) : null));
    return h(
      "section",
      { class: "sheet panel", "aria-labelledby": "tafels" },
      h("h2", { id: "tafels" }, "Tafels"),
      rows.length ? null : h("p", { class: "soft" }, "De tafels staan klaar als de deur open is."),
      h("div", { class: "tables-scroll", hidden: !rows.length, tabindex: 0, role: "group", "aria-labelledby": "tafels" }, h("table", { class: "utrecht-table" }, h("thead", null, head), h("tbody", null, rows))),
      rows.length && h("button", { class: "link-button", type: "button", "data-key": "tellen", onclick: () => this.count(tables, lead) }, "Papier en meepraten tellen"),
    );
  }

  who(one) {
    const parts = [one.phones ? count(one.phones, "telefoon", "telefoons") : "", one.paper ? `${one.paper} op papier` : "", one.talking ? count(one.talking, "praat mee", "praten mee") : ""].filter(Boolean);
    return parts.length ? parts.join(", ") : h("span", { class: "soft" }, "nog niemand");
  }

  answered(one, step) {
    return step.input.per_group ? (one.answers ? "ja" : "nog niet") : `${one.answers}`;
  }

  async count(tables, lead) {
    const counted = tables.map((one) => ({ ...one, ...(one.counted || {}) }));
    const answer = await askCounts(counted);
    if (!answer) return;
    if (answer.count !== tables.length) await lead.run({ do: "tables", count: answer.count }, `Er zijn nu ${count(answer.count, "tafel", "tafels")}.`);
    for (const row of answer.tables) {
      const was = counted.find((one) => one.number === row.table);
      if (row.paper !== was.paper || row.talking !== was.talking) await lead.run({ do: "count", ...row }, "De aantallen zijn bewaard.");
    }
  }
}

const SHOWS = [
  ["step", "Het onderdeel"],
  ["cards", "De kaarten"],
  ["results", "De uitkomst"],
  ["landscape", "Het beeld"],
];

export class WallChoice extends HTMLElement {
  update(stream, lead) {
    const { room, console: own } = stream.views;
    const ready = { step: true, cards: Object.keys(own.shown || {}).length > 0, results: Boolean(room.results), landscape: Boolean(own.landscape) };
    const open = SHOWS.filter(([shows]) => ready[shows] || room.shows === shows);
    this.hidden = !room.step || room.state === "ended" || open.length < 2;
    redraw(this, [room.shows, ready], () => {
      const choices = open.map(([shows, word]) => {
        const chosen = room.shows === shows;
        return h("button", { class: "choice", type: "button", "aria-pressed": String(chosen), "data-key": `scherm-${shows}`, onclick: () => chosen || lead.run({ do: "wall", shows }, `Op het grote scherm: ${word.toLowerCase()}.`) }, word);
      });
      return h("section", { class: "panel panel--tight", "aria-labelledby": "scherm" }, h("h2", { id: "scherm" }, "Het grote scherm laat zien"), h("div", { class: "choices", role: "group", "aria-labelledby": "scherm" }, choices));
    });
  }
}

export const headCount = ({ phones, paper, talking }) => {
  const all = phones + paper + talking;
  if (!all) return "Er is nog niemand";
  const parts = [phones ? count(phones, "telefoon", "telefoons") : "", paper ? `${paper} op papier` : "", talking ? count(talking, "praat mee", "praten mee") : ""].filter(Boolean);
  return `${count(all, "mens", "mensen")}: ${parts.join(", ")}`;
};

customElements.define("room-tables", RoomTables);
customElements.define("wall-choice", WallChoice);

