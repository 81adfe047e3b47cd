// Who is in, per table, and how one joins. Numbers of people, never names.

import { h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { redraw } from "../shared/draw.js";
import { count } from "../shared/words.js";
import { askCounts } from "./dialogs.js";

export class RoomTables extends HTMLElement {
  update(stream, lead) {
    const { room, console: own } = stream.views;
    const step = room.step;
    const asks = step && step.input.kind !== "none";
    redraw(this, [own.tables, asks, step && step.input.per_group, room.state], () => this.table(own.tables, step, asks, room.state !== "ended" && lead));
  }

  table(tables, step, asks, lead) {
    const head = h("tr", null, h("th", { scope: "col" }, t("Tafel")), h("th", { scope: "col" }, t("Wie is er")), asks ? h("th", { scope: "col", class: "num" }, t(step.input.per_group ? "Klaar" : "Binnen")) : null);
    const rows = tables.map((one) => h("tr", null, h("th", { scope: "row" }, String(one.number)), h("td", null, this.who(one)), asks ? h("td", { class: "num" }, this.answered(one, step)) : null));
    return h(
      "section",
      { class: "sheet panel", "aria-labelledby": "tafels" },
      h("h2", { id: "tafels" }, t("Tafels")),
      rows.length ? null : h("p", { class: "soft" }, t("De tafels staan klaar als de deur open is.")),
      h("div", { class: "tables-scroll", hidden: !rows.length, tabindex: 0, role: "group", "aria-labelledby": "tafels" }, h("table", { class: "utrecht-table" }, h("thead", null, head), h("tbody", null, rows))),
      rows.length && lead ? h("button", { class: "link-button", type: "button", "data-key": "tellen", onclick: () => this.count(tables, lead) }, t("Papier en meepraten tellen")) : null,
    );
  }

  who(one) {
    return waysIn(one) || h("span", { class: "soft" }, t("nog niemand"));
  }

  answered(one, step) {
    return step.input.per_group ? t(one.answers ? "ja" : "nog niet") : `${one.answers}`;
  }

  async count(tables, lead) {
    const counted = tables.map((one) => ({ ...one, talking: one.talking - (one.talking_by_phone || 0) }));
    const answer = await askCounts(counted);
    if (!answer) return;
    if (answer.count !== tables.length) await lead.run({ do: "tables", count: answer.count }, t("Er zijn nu {tables}.", { tables: count(answer.count, "tafel", "tafels") }));
    for (const row of answer.tables) {
      const was = counted.find((one) => one.number === row.table);
      if (row.paper !== was.paper || row.talking !== was.talking) await lead.run({ do: "count", ...row }, t("De aantallen zijn bewaard."));
    }
  }
}

const SHOWS = [
  ["step", t("Het onderdeel")],
  ["cards", t("De kaarten")],
  ["results", t("De uitkomst")],
  ["landscape", t("Het beeld")],
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
        return h("button", { class: "choice", type: "button", "aria-pressed": String(chosen), "data-key": `scherm-${shows}`, onclick: () => chosen || lead.run({ do: "wall", shows }, t("Op het grote scherm: {shown}.", { shown: word.toLowerCase() })) }, word);
      });
      return h("section", { class: "panel panel--tight", "aria-labelledby": "scherm" }, h("h2", { id: "scherm" }, t("Het grote scherm laat zien")), h("div", { class: "choices", role: "group", "aria-labelledby": "scherm" }, choices));
    });
  }
}

function waysIn({ phones, paper, talking }) {
  const parts = [phones && count(phones, "telefoon", "telefoons"), paper && t("{n} op papier", { n: paper }), talking && count(talking, "praat mee", "praten mee")];
  return parts.filter(Boolean).join(", ");
}

export const headCount = ({ phones, paper, talking }) => {
  const all = phones + paper + talking;
  if (!all) return t("Er is nog niemand");
  return `${count(all, "mens", "mensen")}: ${waysIn({ phones, paper, talking })}`;
};

customElements.define("room-tables", RoomTables);
customElements.define("wall-choice", WallChoice);

