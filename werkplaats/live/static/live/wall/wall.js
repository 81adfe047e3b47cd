// The wall: what the whole room sees. No names, no counts per person, nothing of a table.

import { cardWords, onWall } from "../shared/cards.js";
import { Stream } from "../shared/stream.js";
import { redraw } from "../shared/draw.js";
import { timeSentence } from "../shared/clock.js";
import { picture, sections, statementTexts, table, tooFew } from "../shared/landscape.js";
import { results } from "../shared/results.js";
import { stepPlace } from "../shared/words.js";
import { drawn, h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { phase, phases, ring, stitches } from "../../ui/marks.js";
import { FEWEST, MOST, fit, laid, pageOf, trim } from "./cards.js";

const TALK = "Kijk rustig. Praat verder aan tafel. Een andere kijk blijft staan.";

export class WallScreen extends HTMLElement {
  connectedCallback() {
    if (this.stream) return;
    this.head = h("header", { class: "wall-head" });
    this.main = h("main", { class: "wall-main", id: "inhoud", tabindex: -1 });
    this.foot = h("footer", { class: "wall-foot" });
    this.offline = h("p", { class: "wall-offline", hidden: true }, t("Even geen verbinding. Dit beeld kan oud zijn."));
    this.join = document.getElementById("meedoen");
    this.seen = new Set();
    this.most = MOST;
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
    const sentence = screen === "landscape" || screen === "results" ? t("Praat er samen over") : timeSentence(room, this.stream.now());
    if (time && time.textContent !== sentence) time.textContent = sentence;
    redraw(this.main, this.model(room, screen), () => this[screen](room));
    this.settle();
    const { page, pages } = this.page(room);
    const sheet = screen === "cards" && pages > 1 ? t("Blad {n} van {total}", { n: page + 1, total: pages }) : "";
    redraw(this.foot, [screen, room.session.code, sheet], () => this.footing(room, screen, sheet));
  }

  // After drawing, and again when the window changed: everything must fit the screen.
  settle() {
    const size = `${innerWidth}x${innerHeight}`;
    if (this.size !== size) this.most = MOST;
    const place = this.main.firstElementChild;
    if (!place || (this.fitted === place && this.size === size)) return;
    this.size = size;
    const narrow = innerWidth <= 960;
    if (place.localName === "ul" && !narrow && !fit(place) && this.most > FEWEST) return this.fewer(place.children.length);
    const says = place.querySelector(".says");
    if (says && !narrow) trim(says);
    this.fitted = place;
  }

  // Long cards: fewer on a page, so that each can be read from the back.
  fewer(now) {
    this.most = Math.max(FEWEST, Math.ceil(Math.min(now, this.most) * 0.75));
    this.draw();
  }

  // What the facilitator chose, unless there is nothing of it to show.
  screen(room) {
    if (room.state === "waiting") return "joining";
    if (room.state === "ended") return "ended";
    if (room.shows === "landscape" && room.landscape) return "landscape";
    if (room.shows === "results" && room.results) return "results";
    if (room.shows === "cards" && Object.keys(onWall(room)).length) return "cards";
    return "step";
  }

  model(room, screen) {
    if (screen === "cards") return [screen, onWall(room), this.page(room).page, this.most];
    if (screen === "results") return [screen, room.results, room.cards];
    if (screen === "landscape") return [screen, room.landscape, room.statements];
    return [screen, room.step && [room.step.n, room.step.instruction, room.step.stage, room.step.phones], room.state];
  }

  heading(room, screen) {
    const mark = room.session.rehearsal ? h("span", { class: "rehearsal" }, t("Proefsessie")) : null;
    const step = room.step;
    if (!step || screen === "ended" || screen === "joining") {
      return [h("p", null, room.session.theme, mark), h("span"), h("h1", null, screen === "ended" ? t("Dank je wel") : t("Welkom"))];
    }
    const place = h("p", null, phases[step.phase] ? drawn(phase(step.phase)) : null, ` ${stepPlace(step)}`, mark);
    return [place, drawn(stitches(step.n - 0.5, step.total)), h("h1", null, screen === "landscape" ? t("Beeld van de zaal") : step.title), h("p", { class: "wall-time", role: "timer" })];
  }

  footing(room, screen, sheet) {
    const join = ["joining", "ended"].includes(screen) ? null : h("p", { class: "soft" }, `${t("Later gekomen? {address}, code", { address: this.dataset.address })} `, h("b", null, room.session.code));
    const says = {
      step: t("Overslaan mag altijd."),
      joining: t("Geen telefoon? Op papier kan ook. Alleen meepraten is ook goed."),
      landscape: t("Links, rechts, hoog of laag zegt niets. Het is een beeld van vanavond, geen uitslag."),
      ended: t("Met je kaart kun je altijd terug: kijken, minder delen of terugnemen."),
    };
    return [h("p", null, t(says[screen] || TALK)), sheet ? h("p", { class: "wall-page" }, sheet) : null, join];
  }

  joining() {
    return this.join.content.cloneNode(true).firstElementChild;
  }

  ended() {
    return h("p", { class: "wall-empty" }, t("Bewaar je kaart. Over twee dagen staat er een eerste verslag. Dan zie je ook waar jouw woorden heen gingen."));
  }

  step(room) {
    const { instruction, input } = room.step;
    const words = input.kind === "triad" ? h("ul", { class: "corners" }, input.corners.map((corner) => h("li", { class: "sheet" }, corner))) : null;
    const prompt = input.kind === "card" && input.prompt ? h("div", { class: "sheet" }, h("p", { class: "prompt" }, input.prompt)) : null;
    const done = room.step.stage === "closed" && input.kind !== "none";
    const rest = room.state === "paused" ? t("Pauze. We gaan zo verder.") : done ? t("Dit onderdeel is klaar. Leg je telefoon even weg.") : "";
    const say = h("p", null, rest || instruction);
    const long = instruction.length > 210 ? "wall-say wall-say--long" : "wall-say";
    return h("div", { class: long }, say, rest ? null : [words, prompt, this.reading(room.step)]);
  }

  // Who can read what is asked now, as under the input on each phone.
  reading({ input, reading, phones, stage }) {
    if (!phones || stage === "closed" || !reading.length) return null;
    const level = input.attribution === "named" ? input.circle : input.attribution;
    return h("div", { class: "who" }, drawn(ring(level)), h("p", null, reading[0]));
  }

  page(room) {
    return pageOf(laid(onWall(room)), this.stream.now(), this.most);
  }

  cards(room) {
    const { cards } = this.page(room);
    const first = this.seen.size === 0;
    const isNew = new Set(cards.map(([id]) => id).filter((id) => !first && !this.seen.has(id)));
    cards.forEach(([id]) => this.seen.add(id));
    return h("ul", { class: "wall-cards", "aria-label": t("Kaarten") }, cards.map(([id, card]) => this.card(card, isNew.has(id))));
  }

  // Animated once: the class goes when it lies.
  card(card, isNew) {
    const laidDown = (event) => event.currentTarget.classList.remove("is-new");
    return h("li", { class: isNew ? "sheet is-new" : "sheet", onanimationend: laidDown }, cardWords(card));
  }

  results(room) {
    const texts = Object.fromEntries(Object.entries(room.cards || {}).map(([id, card]) => [id, card.text]));
    return h("div", { class: "wall-result" }, results(room.results, texts, room.step));
  }

  landscape(room) {
    const found = room.landscape;
    if (found.too_few) return h("div", { class: "wall-result" }, h("p", { class: "sheet too-few" }, tooFew(found)));
    const texts = statementTexts(room);
    const says = (found.wall || []).join(" ");
    const seen = found.dots.length
      ? h("figure", { class: "sheet landscape-box" }, picture(found), h("figcaption", null, t("Elke stip is één mens. Wie dicht bij elkaar staan, kozen vaak hetzelfde. Niemand ziet wie welke stip is."), " ", h("b", null, says)))
      : null;
    const words = h("div", { class: "says" }, seen ? null : h("p", { class: "plain" }, says), sections(found, texts, seen ? 5 : 6));
    return h("div", { class: seen ? "wall-split" : "wall-split wall-split--plain" }, seen, words, h("div", { class: "visually-hidden" }, table(found, texts)));
  }
}

customElements.define("wall-screen", WallScreen);
