// Cards on their way to the wall, and cards on it. The facilitator shows and takes off, and never edits.

import { button, drawn, h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { icon } from "../../ui/marks.js";
import { redraw } from "../shared/draw.js";
import { cardWords, onWall } from "../shared/cards.js";
import { KINDS, count } from "../shared/words.js";
import { askRange } from "./dialogs.js";
import { flagOf } from "./flags.js";

const SETTLE = 2000;
const FOR_THE_WALL = ["card", "recommendation"];

const ordered = (items) => Object.entries(items || {}).sort(([, a], [, b]) => a.at - b.at);
const kindOf = (card) => (card.kind === "card" ? null : h("span", { class: "small soft" }, KINDS[card.kind] || ""));

export class WaitingCards extends HTMLElement {
  constructor() {
    super();
    this.chosen = new Map();
    this.arrived = new Map();
  }

  // Not yet in the batch: what came in this very moment, for nobody can have read it, and what was not made for the wall.
  isChosen(id, card) {
    if (this.chosen.has(id)) return this.chosen.get(id);
    return FOR_THE_WALL.includes(card.kind) && !flagOf(card) && Date.now() - this.arrived.get(id) > SETTLE;
  }

  update(stream, lead) {
    const cards = ordered(stream.views.console.waiting);
    for (const [id] of cards) {
      if (this.arrived.has(id)) continue;
      this.arrived.set(id, Date.now());
      setTimeout(() => this.isConnected && this.update(stream, lead), SETTLE + 50);
    }
    const picked = cards.filter(([id, card]) => this.isChosen(id, card)).map(([id]) => id);
    redraw(this, { cards, picked, quiet: this.quiet }, () => this.list(cards, picked, stream, lead));
  }

  list(cards, picked, stream, lead) {
    if (!cards.length) return h("section", { class: "panel" }, h("h2", null, t("Kaarten")), h("p", { class: "soft" }, t("Hier komen de kaarten. De tafels praten nog.")));
    const title = cards.length === 1 ? t("Deze kaart wacht") : t("Deze {n} kaarten wachten", { n: cards.length });
    const show = button(picked.length ? t("Laat {cards} zien", { cards: count(picked.length, "kaart", "kaarten") }) : t("Laat zien"), this.quiet ? "secondary-action" : "primary-action", () => this.show(picked, lead), null, { type: "button", disabled: !picked.length, "data-key": "laat-zien" });
    const toggle = (id) => (event) => {
      this.chosen.set(id, event.target.checked);
      this.update(stream, lead);
    };
    const items = cards.map(([id, card]) => {
      const flag = flagOf(card);
      const tick = h("input", { type: "checkbox", checked: picked.includes(id), onchange: toggle(id), "data-key": id });
      return h("li", { class: "sheet wcard" }, h("label", { class: "pick" }, tick, h("span", { class: "words" }, kindOf(card), cardWords(card))), flag ? h("p", { class: "flag" }, drawn(icon("triangle-alert")), flag) : null);
    });
    return h("section", { class: "panel", "aria-labelledby": "wacht" }, h("div", { class: "row between" }, h("h2", { id: "wacht" }, title), show), h("ul", { class: "waiting" }, items));
  }

  async show(picked, lead) {
    if (await lead.run({ do: "show", voices: picked }, t("{cards} op het grote scherm.", { cards: count(picked.length, "kaart staat", "kaarten staan") }))) {
      if (this.wall !== "cards") await lead.run({ do: "wall", shows: "cards" });
    }
  }
}

const ANSWERED = { yes: t("Ja, dit mag in het verslag."), unnamed: t("Ja, zonder naam."), no: t("Nee, dit blijft hier.") };

export class ShownCards extends HTMLElement {
  update(stream, lead) {
    const { room, console: own } = stream.views;
    const shown = ordered(own.shown);
    const hidden = ordered(own.hidden);
    const asked = Object.fromEntries((own.candidates || []).filter((one) => one.quotation).map((one) => [one.voice, one.answer || "open"]));
    const model = { shown, hidden, asked, statements: own.statements, promotable: own.promotable, ended: room.state === "ended", now: Object.keys(onWall(room)) };
    this.hidden = !shown.length && !hidden.length;
    redraw(this, model, () => this.list(model, lead));
  }

  list({ shown, hidden, asked, statements, promotable, ended, now }, lead) {
    const link = (text, key, run) => h("button", { class: "link-button", type: "button", "data-key": key, "aria-describedby": `kaart-${key.slice(key.indexOf("-") + 1)}`, onclick: run }, text);
    const status = (id) => {
      if (!asked[id]) return null;
      return h("span", { class: "small soft" }, asked[id] === "open" ? t("Gevraagd voor het verslag. Nog geen antwoord.") : ANSWERED[asked[id]] || asked[id]);
    };
    const item = ([id, card]) =>
      h(
        "li",
        { class: "sheet wcard" },
        cardWords(card, `kaart-${id}`),
        statements.includes(id) ? h("span", { class: "small soft" }, t("Is nu een stelling.")) : null,
        status(id),
        h(
          "div",
          { class: "row tools" },
          ended ? null : link(t("Van het scherm halen"), `weg-${id}`, () => lead.run({ do: "hide", voice: id }, t("De kaart is van het grote scherm."))),
          promotable.includes(id) && !ended ? link(t("Maak stelling"), `stelling-${id}`, () => lead.run({ do: "promote", voices: [id] }, t("De kaart is nu een stelling."))) : null,
          asked[id] || ended ? null : link(t("Vraag voor verslag"), `vraag-${id}`, () => this.ask(id, card, lead)),
        ),
      );
    const again = ([id, card]) => h("li", { class: "sheet wcard" }, cardWords(card, `kaart-${id}`), ended ? null : h("div", { class: "row tools" }, link(t("Laat weer zien"), `terug-${id}`, () => lead.run({ do: "show", voices: [id] }, t("De kaart staat weer op het grote scherm.")))));
    const fold = (key, title, cards, make) => (cards.length ? h("details", null, h("summary", { "data-key": key }, drawn(icon("chevron-right")), title), h("ul", { class: "waiting" }, cards.map(make))) : null);
    const lying = shown.filter(([id]) => now.includes(id));
    const before = shown.filter(([id]) => !now.includes(id));
    const title = t("Op het grote scherm: {cards}", { cards: count(lying.length, "kaart", "kaarten") });
    return [
      lying.length ? h("section", { class: "panel", "aria-labelledby": "wand" }, h("h2", { id: "wand" }, title), h("ul", { class: "waiting" }, lying.map(item))) : null,
      fold("eerder", t("Eerder op het scherm: {n}", { n: before.length }), before, item),
      fold("weggehaald", t("Van het scherm gehaald: {n}", { n: hidden.length }), hidden, again),
    ];
  }

  async ask(id, card, lead) {
    const range = await askRange(card.text);
    if (range) await lead.run({ do: "ask", voice: id, ...range }, t("De vraag staat klaar onder ‘Mijn woorden’ van wie dit schreef, en komt bij het afronden."));
  }
}

customElements.define("waiting-cards", WaitingCards);
customElements.define("shown-cards", ShownCards);
