/* <wp-phone>: follows the session and shows the one thing this person can do now. */
import { Stream } from "../shared/stream.js";
import { Desk } from "./desk.js";
import { button, h } from "./dom.js";
import { Drafts } from "./drafts.js";
import { drawFoot, drawHead } from "./frame.js";
import { openKept } from "./kept.js";
import { Mine } from "./mine.js";
import { Outbox } from "./outbox.js";
import { fill, icon, more } from "./parts.js";
import * as screens from "./screens.js";
import { forgetSeat, keepSeat, readSeat } from "./seat.js";
import { t } from "./texts.js";

const INPUTS = {
  story: () => import("./inputs/story.js"),
  card: () => import("./inputs/card.js"),
  triad: () => import("./inputs/triad.js"),
  scale: () => import("./inputs/scale.js"),
  weigh: () => import("./inputs/weigh.js"),
  vote: () => import("./inputs/vote.js"),
  recommendation: () => import("./inputs/recommendation.js"),
  commitment: () => import("./inputs/commitment.js"),
  reflection: () => import("./inputs/reflection.js"),
};
const PANELS = {
  table: () => import("./panels.js").then((module) => module.table),
  help: () => import("./panels.js").then((module) => module.help),
  wipe: () => import("./panels.js").then((module) => module.wipe),
  words: () => import("./consent.js").then((module) => module.words),
  code: () => import("./panels.js").then((module) => module.code),
  consent: () => import("./consent.js").then((module) => module.consent),
};
const DARK = ["dark", "paused"];
const STILL_TYPING = 60000;
const TICK = 10000;
const DOUBLE_TAP = 600;
const SAME_SPOT = 40;

class Phone extends HTMLElement {
  async connectedCallback() {
    const [head, main, foot] = this.children;
    Object.assign(this, { head, main, foot });
    this.urls = { join: this.dataset.join, thread: this.dataset.thread };
    this.seat = readSeat();
    if (!this.seat) return location.replace(this.urls.join);
    this.notes = h("div", { class: "phone-notes" });
    this.place = h("div", { class: "phone-place" });
    this.further = h("div", { class: "buttons" });
    this.wall = h("div", { class: "phone-wall" });
    this.line = h("p", { class: "where where--phone phone-line", hidden: true }, icon("wifi-off"), t("Geen verbinding. Schrijf gerust door: alles blijft op je telefoon."));
    this.voice = h("p", { class: "visually-hidden", role: "status" });
    this.panel = "";
    this.typedAt = 0;
    this.sentAt = -DOUBLE_TAP;
    this.tap = { x: 0, y: 0 };
    this.types = new Map();
    this.mine = new Mine(this.seat);
    this.kept = await openKept();
    this.drafts = await new Drafts(this.kept, this.seat.seat).load();
    this.outbox = await new Outbox(this.kept, this.seat, {
      arrived: (row, ack) => this.arrived(row, ack),
      refused: (row, problem) => this.refused(row, problem),
      changed: () => this.draw(),
      closed: () => this.leave("gone"),
    }).open();
    this.mine.waiting = () => this.outbox.items;
    this.stream = new Stream(this.seat.session, "phone");
    this.stream.subscribe(({ state }) => {
      if (state === "live" && this.outbox.failures) this.outbox.soon(Math.random() * 1000);
      this.draw();
    });
    this.addEventListener("input", () => (this.typedAt = Date.now()));
    this.place.addEventListener("click", (event) => this.once(event), true);
    this.ticking = setInterval(() => this.tick(), TICK);
    await this.refresh();
    this.sit();
  }

  /** A tap on the same spot right after sending is the end of a double tap: nobody meant what is there now. */
  once(event) {
    const again = performance.now() - this.sentAt < DOUBLE_TAP && Math.hypot(event.clientX - this.tap.x, event.clientY - this.tap.y) < SAME_SPOT;
    if (!this.typedAt && again && event.target.closest("button")) {
      event.preventDefault();
      event.stopPropagation();
    } else {
      this.tap = { x: event.clientX, y: event.clientY };
    }
  }

  /** The table of the sign that was scanned, when that is another than where this person sat. */
  sit() {
    const { goes_to: table, ...seat } = this.seat;
    if (!table) return;
    this.seat = seat;
    keepSeat(seat);
    if (table !== this.mine.table) this.outbox.put({ kind: "moved", table });
  }

  get room() {
    return this.stream && this.stream.views.room;
  }

  /** What to show now: [key, kind, step]. The screen is made anew only when the key changes. */
  wanted() {
    const { room } = this;
    if (this.gone || (this.stream && this.stream.state === "refused")) return ["gone", "gone"];
    if (!room) return ["unread", "unread"];
    const { step } = room;
    if (room.state === "ended") return ["ended", "ended"];
    if (room.state === "waiting" || !step) return ["waiting", "waiting"];
    if (room.state === "paused") return [`paused:${step.n}`, "paused", step];
    if (this.mine.data.talks_only) return [`talks:${step.n}`, "talks", step];
    if (step.consent_check === "now" && (step.input.kind === "none" || !step.open)) return [`consent:${step.n}`, "consent", step];
    if (!step.phones || !INPUTS[step.input.kind]) return [`dark:${step.n}`, "dark", step];
    return step.open ? [`input:${step.n}`, "input", step] : [`closed:${step.n}`, "closed", step];
  }

  draw() {
    if (!this.outbox || !this.stream) return;
    const { room } = this;
    if (!room && this.stream.state === "connecting" && !this.stream.failures) return;
    const wanted = this.wanted();
    const offline = ["offline", "connecting"].includes(this.stream.state) && (this.stream.failures > 0 || this.stream.state === "offline");
    this.line.hidden = !offline;
    if (room) {
      drawHead(this.head, room, this.stream.now());
      const cards = Object.keys(room.cards || {}).length;
      if (cards < this.cards) this.refresh(Math.random() * 3000);
      this.cards = cards;
      if (room.asked && room.asked !== this.asked) this.refresh(Math.random() * 2000);
      this.asked = room.asked;
      drawFoot(this.foot, this.mine.table, this.mine.questions().length, (name, from) => this.open(name, from));
    }
    if (this.line.parentNode !== this.main) {
      this.main.textContent = "";
      this.main.append(this.notes, this.place, this.further, this.wall, this.line, this.voice);
    }
    document.body.classList.toggle("calm-body", DARK.includes(wanted[1]) && !this.panel);
    if (wanted[0] !== this.key) {
      if (this.typing() || (this.panel && this.key) || (wanted[1] === "ended" && this.halfWritten())) this.hold(wanted);
      else this.swap(wanted);
    } else if (this.held) {
      this.held = null;
      this.drawNotes();
    }
    if (this.screen) this.screen.update();
    if (this.opened) this.opened.update();
    this.drawWall();
  }

  /** Someone is in the middle of a sentence: nothing moves. A panel that is open stays too. */
  typing() {
    const box = document.activeElement;
    const writes = box && this.place.contains(box) && box.matches("textarea, input:not([type=radio]):not([type=checkbox])");
    return Boolean(writes && box.value && Date.now() - this.typedAt < STILL_TYPING);
  }

  /** Words for the part on the screen that were not sent yet. After the end there is no hurry: they stay. */
  halfWritten() {
    return this.kind === "input" && this.drafts.left(0).some(({ step }) => this.key === `input:${step.n}`);
  }

  hold(wanted) {
    if (this.held && this.held[0] === wanted[0]) return;
    this.held = wanted;
    this.drawNotes();
    this.say(this.notes.querySelector("p").textContent);
  }

  async swap(wanted) {
    const [key, kind, step] = wanted;
    const first = this.key === undefined || this.key === "unread";
    this.key = key;
    this.sentAt = -DOUBLE_TAP;
    this.held = null;
    this.alert = "";
    this.opened = null;
    this.panel = "";
    const desk = new Desk(this, step);
    const make = await this.maker(kind, step);
    if (this.key !== key) return;
    this.screen = make(desk);
    this.kind = kind;
    fill(this.wall);
    fillWith(this.place, this.screen);
    this.drawNotes();
    this.drawWall();
    document.title = `${this.place.querySelector("h1").textContent} - Werkplaats`;
    fill(this.further, step && step.consent_check === "now" && kind === "input" && button(t("Verder: wat mag er met jouw woorden?"), "secondary-action", () => this.open("consent")));
    if (kind === "consent" || kind === "ended" || kind === "closed") this.refresh();
    if (!first) this.focus();
  }

  maker(kind, step) {
    if (kind === "consent") return PANELS.consent();
    if (kind === "input") return INPUTS[step.input.kind]().then((module) => module.default);
    return screens[kind];
  }

  focus() {
    const title = this.place.querySelector("h1");
    scrollTo(0, 0);
    if (title) title.focus({ preventScroll: true });
  }

  /** Opens a panel over the screen, or closes it with "". What was typed below stays as it is. */
  async open(name, from) {
    if (!name && this.held) return this.swap(this.wanted());
    if (from) this.from = from;
    this.alert = "";
    this.panel = name;
    this.opened = null;
    if (name) {
      const make = await PANELS[name]();
      const desk = new Desk(this, this.room && this.room.step);
      desk.panel = name;
      this.opened = make(desk);
      if (name === "consent" || name === "words") this.refresh();
    }
    fillWith(this.place, this.opened || this.screen);
    this.drawNotes();
    this.draw();
    this.focus();
    if (!name && this.from) this.from.focus();
  }

  drawNotes() {
    this.further.hidden = Boolean(this.panel) || !this.further.firstChild;
    const notes = this.alert ? [h("p", { class: "note note--warn" }, this.alert)] : [];
    if (this.held) {
      notes.push(h("div", { class: "note note--news" }, h("p", null, this.movedOn(), (!this.panel || this.panel === "draft") && ` ${t("Maak gerust af. Versturen kan nog.")}`), button(this.held[1] === "ended" ? t("Naar het einde") : t("Ga mee met de zaal"), "secondary-action", () => this.swap(this.wanted()))));
    } else if (!this.panel) {
      const draft = this.leftovers().filter((each) => !each.later).pop();
      if (draft) {
        notes.push(
          h(
            "div",
            { class: draft.problem ? "note note--warn" : "note note--news" },
            h("p", null, h("b", null, draft.problem || t("Je was nog aan het schrijven."))),
            h("p", { class: "voice voice--short" }, draft.words),
            h("div", { class: "row" }, button(t("Maak het af"), "secondary-action", () => this.finish(draft)), button(t("Nu niet"), "subtle", () => this.notNow(draft))),
          ),
        );
      }
    }
    fill(this.notes, notes);
  }

  notNow(draft) {
    this.drafts.later(draft);
    this.drawNotes();
  }

  movedOn() {
    const [, kind, step] = this.held;
    if (kind === "ended") return t("De avond is klaar.");
    if (!step) return t("De zaal gaat verder.");
    return kind === "input" || kind === "dark" ? t("De zaal is bij ‘{title}’.", { title: step.title }) : t("Dit onderdeel is klaar.");
  }

  drawWall() {
    const { room } = this;
    const found = room && room.landscape;
    const cards = room ? Object.keys(room.cards || {}).length : 0;
    const shown = !this.panel && ["input", "closed", "waiting"].includes(this.kind) && this.room.step && !["vote", "recommendation"].includes(this.room.step.input.kind);
    this.wall.hidden = !shown || (!cards && !found);
    if (this.wall.hidden) return;
    import("./results.js").then((module) => {
      fill(this.wall, found && module.landscape(this.desk(), found), cards > 0 && this.cardsOnWall(module.wall(this.desk())));
    });
  }

  cardsOnWall(list) {
    return more(t("Op het grote scherm ({n})", { n: list.children.length }), list);
  }

  desk() {
    return new Desk(this, this.room && this.room.step);
  }

  /** Half-written words of other steps. */
  leftovers() {
    const { step } = this.room || {};
    return this.drafts.left(step && this.key === `input:${step.n}` ? step.n : 0);
  }

  /** Opens the step of a draft again, so that it can still be sent. */
  async finish(draft) {
    this.panel = "draft";
    const make = await this.maker("input", draft.step);
    const desk = new Desk(this, draft.step);
    desk.panel = "draft";
    this.opened = make(desk);
    if (draft.problem && this.opened.refused) this.opened.refused(draft.values, draft.problem);
    fillWith(this.place, this.opened);
    this.place.append(button(t("Terug naar de zaal"), "subtle", () => this.open(""), icon("arrow-left")));
    this.drawNotes();
    const box = this.place.querySelector("textarea, input");
    if (box) box.focus();
  }

  /* What comes back from the server */

  arrived(row, ack) {
    row.late = ack.status === "late";
    this.mine.arrived.push(row);
    if (row.item.kind === "gave") this.say(row.late ? t("Aangekomen, iets later dan de rest. De begeleider ziet dat.") : t("Aangekomen."));
    this.refresh(600);
  }

  refused(row, problem) {
    const sentence = problem.title || t("Dit kwam niet aan. Probeer het nog eens.");
    const { step, values } = row.note;
    if (step && values) this.drafts.keep(step, values, sentence);
    const shown = step && this.kind === "input" && this.key === `input:${step.n}` && !this.panel;
    if (shown && this.screen.refused) this.screen.refused(values, sentence);
    this.drawNotes();
    this.say(sentence);
    if (!step) {
      for (const each of [this.screen, this.opened]) if (each && each.rejected) each.rejected(row.item);
      this.alert = sentence;
      this.drawNotes();
    }
  }

  /** Asks the server again what I gave: at once, or after a wait. */
  async refresh(wait = 0) {
    clearTimeout(this.reading);
    if (wait) this.reading = setTimeout(() => this.refresh(), wait);
    else if (await this.mine.load()) this.draw();
  }

  tick() {
    this.draw();
    if (!this.mine.loaded) this.refresh();
    if (this.kind === "consent" || this.panel === "consent") this.refresh(Math.random() * 5000);
  }

  say(sentence) {
    this.voice.textContent = this.voice.textContent === sentence ? `${sentence}\u00a0` : sentence;
  }

  leave() {
    this.gone = true;
    this.draw();
  }

  async wipe() {
    this.outbox.stop();
    this.stream.close();
    clearInterval(this.ticking);
    await this.kept.wipe();
    forgetSeat();
    const { leave, csrf } = this.dataset;
    const { session } = this.seat;
    await fetch(leave, { method: "POST", headers: { "content-type": "application/json", "x-csrftoken": csrf }, body: JSON.stringify({ session }) }).catch(() => null);
    location.replace(this.urls.join);
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
    if (this.outbox) this.outbox.stop();
    if (this.stream) this.stream.close();
  }
}

function fillWith(place, element) {
  place.textContent = "";
  if (element) place.append(element);
}

customElements.define("wp-phone", Phone);
