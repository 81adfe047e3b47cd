// The wall: what the whole room sees. No names, no counts per person, nothing of a table.

import { Stream } from "../shared/stream.js";
import { redraw } from "../shared/draw.js";
import { timeSentence } from "../shared/clock.js";
import { picture, sections, statementTexts, table, tooFew } from "../shared/landscape.js";
import { results } from "../shared/results.js";
import { FORMS } from "../shared/words.js";
import { drawn, h } from "../phone/dom.js";
import { phase, stitches } from "../../ui/marks.js";
import { laid, sizeOf } from "./cards.js";

const TALK = "Kijk rustig. Praat verder aan tafel. Een andere kijk blijft staan.";

export class WallScreen extends HTMLElement {
  connectedCallback() {
    if (this.stream) return;
    this.head = h("header", { class: "wall-head" });
    this.main = h("main", { class: "wall-main", id: "inhoud", tabindex: -1 });
    this.foot = h("footer", { class: "wall-foot" });
    this.offline = h("p", { class: "wall-offline", hidden: true }, "Even geen verbinding. Dit beeld kan oud zijn.");
    this.join = document.getElementById("meedoen");
    this.seen = new Set();
    this.replaceChildren(this.head, this.main, this.foot, this.offline);
    this.stream = new Stream(this.dataset.session, "wall");
    this.stream.subscribe(() => this.draw());
    setInterval(() => this.draw(), 5000);
  }

  draw() {
    const room = this.stream.views.room;
    this.offline.hidden = this.stream.state !== "offline" && this.stream.state !== "refused";
    if (!room) return;
    const screen = this.screen(room);
    redraw(this.head, [room.step && [room.step.n, room.step.total, room.step.title], screen, room.state, room.session.rehearsal, room.phases.length], () => this.heading(room, screen));
    const time = this.head.querySelector(".wall-time");
    const sentence = screen === "landscape" || screen === "results" ? "Praat er samen over" : timeSentence(room, this.stream.now());
    if (time && time.textContent !== sentence) time.textContent = sentence;
    redraw(this.main, this.model(room, screen), () => this[screen](room));
    redraw(this.foot, [screen, room.session.code], () => this.footing(room, screen));
  }

  // What the facilitator chose, unless there is nothing of it to show.
  screen(room) {
    if (room.state === "waiting") return "joining";
    if (room.state === "ended") return "ended";
    if (room.shows === "landscape" && room.landscape) return "landscape";
    if (room.shows === "results" && room.results) return "results";
    if (room.shows === "cards" && Object.keys(room.cards || {}).length) return "cards";
    return "step";
  }

  model(room, screen) {
    if (screen === "cards") return [screen, room.cards];
    if (screen === "results") return [screen, room.results, room.cards];
    if (screen === "landscape") return [screen, room.landscape, room.statements];
    return [screen, room.step && [room.step.n, room.step.instruction, room.step.stage], room.state];
  }

  heading(room, screen) {
    const mark = room.session.rehearsal ? h("span", { class: "rehearsal" }, "Proefsessie") : null;
    const step = room.step;
    if (!step || screen === "ended" || screen === "joining") {
      return [h("p", null, room.session.theme, mark), h("span"), h("h1", null, screen === "ended" ? "Dank je wel" : "Welkom")];
    }
    const place = h("p", null, drawn(phase(step.phase) || "<span></span>"), ` onderdeel ${step.n} van ${step.total}${FORMS[step.form] ? `, ${FORMS[step.form]}` : ""}`, mark);
    return [place, drawn(stitches(step.n - 0.5, step.total)), h("h1", null, screen === "landscape" ? "Beeld van de zaal" : step.title), h("p", { class: "wall-time", role: "timer" })];
  }

  footing(room, screen) {
    const join = ["joining", "ended"].includes(screen) ? null : h("p", { class: "soft" }, `Later gekomen? ${this.dataset.address}, code `, h("b", null, room.session.code));
    const says = {
      joining: "Geen telefoon? Op papier kan ook. Alleen meepraten is ook goed.",
      landscape: "Links, rechts, hoog of laag zegt niets. Het is een beeld van vanavond, geen uitslag.",
      ended: "Met je kaart kun je altijd terug: kijken, minder delen of terugnemen.",
    };
    return [h("p", null, says[screen] || TALK), join];
  }

  joining() {
    return this.join.content.cloneNode(true).firstElementChild;
  }

  ended() {
    return h("p", { class: "wall-empty" }, "Bewaar je kaart. Over twee dagen staat er een eerste verslag. Dan zie je ook waar jouw woorden heen gingen.");
  }

  step(room) {
    const { instruction, input } = room.step;
    const words = input.kind === "triad" ? h("ul", { class: "corners" }, input.corners.map((corner) => h("li", { class: "sheet" }, corner))) : null;
    const prompt = ["card", "story", "commitment"].includes(input.kind) && input.prompt ? h("div", { class: "sheet" }, h("p", { class: "prompt" }, input.prompt)) : null;
    return h("div", { class: instruction.length > 210 ? "wall-say wall-say--long" : "wall-say" }, h("p", null, room.state === "paused" ? "Pauze. We gaan zo verder." : instruction), room.state === "paused" ? null : [words, prompt]);
  }

  cards(room) {
    const cards = laid(room.cards);
    const fresh = cards.filter(([id]) => !this.seen.has(id));
    const first = this.seen.size === 0;
    fresh.forEach(([id]) => this.seen.add(id));
    const isNew = new Set(first ? [] : fresh.map(([id]) => id));
    const size = sizeOf(cards.map(([, card]) => card.text.length));
    return h("ul", { class: `wall-cards wall-cards--${size}`, "aria-label": "Kaarten" }, cards.map(([id, card]) => h("li", { class: isNew.has(id) ? "sheet is-new" : "sheet" }, h("p", { class: "voice" }, card.text))));
  }

  results(room) {
    const texts = Object.fromEntries(Object.entries(room.cards || {}).map(([id, card]) => [id, card.text]));
    return h("div", { class: "wall-result" }, results(room.results, texts, room.step));
  }

  landscape(room) {
    const found = room.landscape;
    if (found.too_few) return h("div", { class: "wall-result" }, h("p", { class: "sheet too-few" }, tooFew(found)));
    const texts = statementTexts(room);
    const seen = found.dots.length
      ? h("figure", { class: "sheet landscape-box" }, picture(found), h("figcaption", null, "Elke stip is één mens. Wie dicht bij elkaar staan, kozen vaak hetzelfde. Niemand ziet wie welke stip is."))
      : null;
    const words = h("div", { class: "says" }, seen ? null : h("p", { class: "plain" }, found.sentences.join(" ")), sections(found, texts, seen ? 5 : 6));
    return h("div", { class: seen ? "wall-split" : "wall-split wall-split--plain" }, seen, words, h("div", { class: "visually-hidden" }, table(found, texts)));
  }
}

customElements.define("wall-screen", WallScreen);
