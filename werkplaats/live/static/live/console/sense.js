// From cards to statements, and from weighed statements to the picture of the room: here first, then on the wall.

import { button, drawn, h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { icon } from "../../ui/marks.js";
import { redraw } from "../shared/draw.js";
import { picture, sections, statementTexts, sureness, table, tooFew, typical } from "../shared/landscape.js";
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
    this.hidden = !step || room.state === "ended" || Boolean(own.landscape) || (!own.statements.length && !promotable.length && !weighs);
    redraw(this, model, () => (weighs ? this.weighing(own, step) : this.gathering(own, promotable, step, later, lead)));
  }

  gathering(own, promotable, step, later, lead) {
    const all = promotable.length > 1 ? button(t("Maak van {n} kaarten stellingen", { n: promotable.length }), "secondary-action", () => lead.run({ do: "promote", voices: promotable }, t("De kaarten zijn nu stellingen.")), null, { "data-key": "alle-stellingen" }) : null;
    const statements = count(own.statements.length, "stelling", "stellingen");
    const enough = own.statements.length >= FEWEST_STATEMENTS;
    const insert = enough && !later ? button(t("Stellingen toevoegen"), "secondary-action", () => lead.run({ do: "insert", block: "stellingen", after: step.n }, t("‘Eens of oneens?’ staat nu na dit onderdeel.")), drawn(icon("plus")), { "data-key": "invoegen" }) : null;
    const sentence = later
      ? t("{statements}. ‘Eens of oneens?’ staat in het draaiboek.", { statements })
      : enough
        ? t("{statements}. Voeg ‘Eens of oneens?’ toe, dan legt iedereen ze naast de eigen ervaring.", { statements })
        : own.statements.length
          ? t("Maak van kaarten stellingen, dan kan iedereen ze wegen. Nu {n}, drie is genoeg om te beginnen.", { n: own.statements.length })
          : t("Maak van kaarten stellingen, dan kan iedereen ze wegen. Drie is genoeg om te beginnen.");
    return h("section", { class: "panel", "aria-labelledby": "stel" }, h("h2", { id: "stel" }, t("Eens of oneens?")), h("p", null, sentence), h("div", { class: "row" }, all, insert));
  }

  weighing(own) {
    const said = {
      people: count(own.weighed.people, "mens woog", "mensen wogen"),
      answers: count(own.weighed.answers, "antwoord", "antwoorden"),
      statements: count(own.statements.length, "stelling", "stellingen"),
    };
    return h("section", { class: "panel", "aria-labelledby": "stel" }, h("h2", { id: "stel" }, t("Eens of oneens?")), h("p", null, t("{people} mee, samen {answers} op {statements}. Wie wat koos, ziet niemand.", said)));
  }
}

export class LandscapePanel extends HTMLElement {
  update(stream, lead) {
    const { room, console: own } = stream.views;
    const found = own.landscape;
    this.hidden = !found;
    if (!found) return;
    const texts = statementTexts(room);
    const past = room.shows !== "landscape" && Boolean(room.step) && room.step.input.kind !== "weigh";
    redraw(this, [found, texts, room.shows, past], () => (past ? this.folded(found, texts, room.shows, lead) : this.look(found, texts, room.shows, lead)));
  }

  // Once the evening went on, the picture makes room for the cards that wait.
  folded(found, texts, shows, lead) {
    return h("details", null, h("summary", { "data-key": "beeld" }, drawn(icon("chevron-right")), t("Beeld van de zaal")), this.look(found, texts, shows, lead));
  }

  look(found, texts, shows, lead) {
    const title = h("h2", { id: "beeld" }, t("Beeld van de zaal"));
    if (found.too_few) return h("section", { class: "panel", "aria-labelledby": "beeld" }, title, h("p", { class: "note" }, tooFew(found)));
    const put = shows === "landscape" ? h("p", { class: "soft" }, t("Staat op het grote scherm.")) : button(t("Zet op het grote scherm"), "secondary-action", () => lead.run({ do: "wall", shows: "landscape" }, t("Het beeld van de zaal staat op het grote scherm.")), drawn(icon("monitor")), { "data-key": "beeld-scherm" });
    return h(
      "section",
      { class: "panel", "aria-labelledby": "beeld" },
      h("div", { class: "row between" }, title, put),
      h("p", { class: "soft" }, t("Eerst alleen voor jou. Kijk of je er rustig over kunt vertellen.")),
      h("div", { class: "sheet sense" }, found.dots.length ? picture(found) : null, h("div", { class: "stack stack--tight" }, found.sentences.map((sentence) => h("p", null, sentence)), sureness(found))),
      h("div", { class: "says" }, sections(found, texts, 10, "h3"), typical(found, texts, 3, "h3")),
      found.about_residents ? h("p", { class: "soft" }, found.about_residents) : null,
      h("details", null, h("summary", { "data-key": "beeld-tabel" }, drawn(icon("chevron-right")), t("Hetzelfde als tabel")), h("div", { class: "utrecht-table-container", tabindex: 0, role: "region", "aria-label": t("Beeld van de zaal als tabel") }, table(found, texts))),
    );
  }
}

export class ResultPanel extends HTMLElement {
  update(stream) {
    const { room } = stream.views;
    this.hidden = !room.results || room.state === "ended";
    if (this.hidden) return;
    const texts = Object.fromEntries(Object.entries(room.cards || {}).map(([id, card]) => [id, card.text]));
    redraw(this, [room.results, texts], () => h("section", { class: "panel", "aria-labelledby": "uitkomst" }, h("h2", { id: "uitkomst" }, t("De uitkomst")), results(room.results, texts, room.step)));
  }
}

customElements.define("statement-panel", StatementPanel);
customElements.define("landscape-panel", LandscapePanel);
customElements.define("result-panel", ResultPanel);
