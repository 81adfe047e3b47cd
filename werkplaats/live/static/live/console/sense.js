// From cards to statements, and from weighed statements to the picture of the room: here first, then on the wall.

import { button, drawn, h } from "../phone/dom.js";
import { icon } from "../../ui/marks.js";
import { redraw } from "../shared/draw.js";
import { picture, sections, statementTexts, table, tooFew } from "../shared/landscape.js";
import { results } from "../shared/results.js";
import { count } from "../shared/words.js";

const FEWEST_STATEMENTS = 3;

export class StatementPanel extends HTMLElement {
  update(stream, lead) {
    const { room, console: own } = stream.views;
    const step = room.step;
    const weighs = step && step.input.kind === "weigh";
    const later = step && room.phases.some((one) => one.n > step.n && /^Eens of oneens/.test(one.title));
    const promotable = own.promotable || [];
    const model = { statements: own.statements, promotable: promotable.length, weighs, later, n: step && step.n, weighed: weighs ? own.weighed : null };
    this.hidden = !step || room.state === "ended" || (!own.statements.length && !promotable.length && !weighs);
    redraw(this, model, () => (weighs ? this.weighing(own, step) : this.gathering(own, promotable, step, later, lead)));
  }

  gathering(own, promotable, step, later, lead) {
    const all = promotable.length > 1 ? button(`Maak van ${promotable.length} kaarten stellingen`, "secondary-action", () => lead.run({ do: "promote", voices: promotable }, "De kaarten zijn nu stellingen."), null, { "data-key": "alle-stellingen" }) : null;
    const enough = own.statements.length >= FEWEST_STATEMENTS;
    const insert = enough && !later ? button("Stellingen toevoegen", "secondary-action", () => lead.run({ do: "insert", block: "stellingen", after: step.n }, "‘Eens of oneens?’ staat nu na dit onderdeel."), drawn(icon("plus")), { "data-key": "invoegen" }) : null;
    const sentence = later
      ? `${count(own.statements.length, "stelling", "stellingen")}. ‘Eens of oneens?’ staat in het draaiboek.`
      : enough
        ? `${count(own.statements.length, "stelling", "stellingen")}. Voeg ‘Eens of oneens?’ toe, dan legt iedereen ze naast de eigen ervaring.`
        : `Maak van kaarten stellingen, dan kan iedereen ze wegen. ${own.statements.length ? `Nu ${own.statements.length}, ` : ""}drie is genoeg om te beginnen.`;
    return h("section", { class: "panel", "aria-labelledby": "stel" }, h("h2", { id: "stel" }, "Eens of oneens?"), h("p", null, sentence), h("div", { class: "row" }, all, insert));
  }

  weighing(own) {
    return h("section", { class: "panel", "aria-labelledby": "stel" }, h("h2", { id: "stel" }, "Eens of oneens?"), h("p", null, `${count(own.weighed.people, "mens woog", "mensen wogen")} mee, samen ${count(own.weighed.answers, "antwoord", "antwoorden")} op ${count(own.statements.length, "stelling", "stellingen")}. Wie wat koos, ziet niemand.`));
  }
}

export class LandscapePanel extends HTMLElement {
  update(stream, lead) {
    const { room, console: own } = stream.views;
    const found = own.landscape;
    this.hidden = !found;
    if (!found) return;
    const texts = statementTexts(room);
    redraw(this, [found, texts, room.shows], () => this.look(found, texts, room.shows, lead));
  }

  look(found, texts, shows, lead) {
    const title = h("h2", { id: "beeld" }, "Beeld van de zaal");
    if (found.too_few) return h("section", { class: "panel", "aria-labelledby": "beeld" }, title, h("p", { class: "note" }, tooFew(found)));
    const put = shows === "landscape" ? h("p", { class: "soft" }, "Staat op het grote scherm.") : button("Zet op het grote scherm", "secondary-action", () => lead.run({ do: "wall", shows: "landscape" }, "Het beeld van de zaal staat op het grote scherm."), drawn(icon("monitor")), { "data-key": "beeld-scherm" });
    return h(
      "section",
      { class: "panel", "aria-labelledby": "beeld" },
      h("div", { class: "row between" }, title, put),
      h("p", { class: "soft" }, "Eerst alleen voor jou. Kijk of je er rustig over kunt vertellen."),
      h("div", { class: "sheet sense" }, found.dots.length ? picture(found) : null, h("div", { class: "stack stack--tight" }, found.sentences.map((sentence) => h("p", null, sentence)))),
      h("div", { class: "says" }, sections(found, texts, 8, "h3")),
      h("details", null, h("summary", { "data-key": "beeld-tabel" }, drawn(icon("chevron-right")), "Hetzelfde als tabel"), h("div", { class: "utrecht-table-container", tabindex: 0, role: "region", "aria-label": "Beeld van de zaal als tabel" }, table(found, texts))),
    );
  }
}

export class ResultPanel extends HTMLElement {
  update(stream) {
    const { room } = stream.views;
    this.hidden = !room.results;
    if (!room.results) return;
    const texts = Object.fromEntries(Object.entries(room.cards || {}).map(([id, card]) => [id, card.text]));
    redraw(this, [room.results, texts], () => h("section", { class: "panel", "aria-labelledby": "uitkomst" }, h("h2", { id: "uitkomst" }, "De uitkomst"), results(room.results, texts, room.step)));
  }
}

customElements.define("statement-panel", StatementPanel);
customElements.define("landscape-panel", LandscapePanel);
customElements.define("result-panel", ResultPanel);
