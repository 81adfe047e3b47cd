// The part that runs now: what to read out, the calm timer, and the way on.

import { button, drawn, h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { icon, phase, phases } from "../../ui/marks.js";
import { redraw } from "../shared/draw.js";
import { minutesLeft, timeIsUp, timeSentence } from "../shared/clock.js";
import { RESULT_KINDS, count, stepPlace } from "../shared/words.js";

export class NowPanel extends HTMLElement {
  update(stream, lead, ask) {
    const { room, console: own } = stream.views;
    this.up = timeIsUp(room, stream.now());
    redraw(this, this.model(room, own), () => {
      if (room.state === "ended") return this.ended();
      return room.step ? this.running(room, own, lead, ask) : this.waiting(room, own, lead);
    });
    this.tick(room, stream.now());
  }

  model(room, own) {
    const step = room.step;
    return {
      state: room.state,
      doors: own.doors,
      seats: room.state === "waiting" ? own.seats : null,
      next: own.guard.next,
      title: this.nextTitle(room, own),
      cards: Object.keys(own.waiting || {}).length > 0,
      answers: step ? room.answers : 0,
      step: step && [step.n, step.stage, step.phones, step.title, step.total, step.instruction, step.minutes],
      votes: own.votes_in,
      up: this.up,
    };
  }

  nextTitle(room, own) {
    const next = own.guard.next;
    return next ? room.phases[next - 1].title : "";
  }

  // Whole minutes change here, without drawing the panel again.
  tick(room, now) {
    const timer = this.querySelector(".timer");
    if (!timer || !room.step) return;
    const sentence = timeSentence(room, now);
    if (timer.textContent !== sentence) timer.textContent = sentence;
    const left = minutesLeft(room.step, now);
    const gone = left === null ? 0 : 1 - left / Math.max(room.step.minutes, left, 1);
    this.querySelector(".bar-full").setAttribute("width", Math.round(600 * gone));
  }

  waiting(room, own, lead) {
    const { doors } = own;
    const here = own.seats.phones + own.seats.paper + own.seats.talking;
    const open = button(t("Open de deur"), "primary-action", () => lead.run({ do: "open" }, t("De deur is open. Mensen kunnen meedoen.")), null, { "data-key": "open", type: "button" });
    const start = button(t("Begin: {title}", { title: room.phases[0].title }), doors ? "primary-action" : "secondary-action", () => lead.run({ do: "step", n: 1 }, t("Onderdeel 1 is begonnen.")), null, { "data-key": "begin", type: "button" });
    return h(
      "section",
      { class: "sheet panel panel--start", "aria-labelledby": "nu" },
      h("h1", { id: "nu" }, doors ? t("De deur is open") : t("Klaar om te beginnen")),
      h("p", { class: "readout" }, doors ? t("Geef iedereen een kaart. Mensen scannen hem, of typen het adres en de code hiernaast.") : t("Open de deur als de eerste mensen komen. Dan kunnen ze meedoen. De klok begint later.")),
      doors ? h("p", null, here ? t("{people} er al.", { people: count(here, "mens is", "mensen zijn") }) : t("Er is nog niemand binnen.")) : null,
      h("div", { class: "row" }, doors ? null : open, start),
    );
  }

  ended() {
    return h(
      "section",
      { class: "sheet panel", "aria-labelledby": "nu" },
      h("h1", { id: "nu" }, t("De avond is klaar")),
      h("p", { class: "readout" }, t("Dank je wel. De woorden aan tafel zijn dicht. Het eerste verslag staat klaar om na te lezen.")),
      h(
        "div",
        { class: "row" },
        h("a", { class: "utrecht-button utrecht-button--primary-action", href: this.dataset.report, "data-key": "verslag" }, t("Lees het eerste verslag na")),
        h("a", { class: "utrecht-button utrecht-button--secondary-action", href: this.dataset.after, "data-key": "na" }, t("Naar het overzicht")),
      ),
    );
  }

  running(room, own, lead, ask) {
    const step = room.step;
    const paused = room.state === "paused";
    const last = !own.guard.next;
    const second = (text, command, told, key, mark) => button(text, "secondary-action", () => lead.run(command, told), mark ? drawn(icon(mark)) : null, { "data-key": key });
    const place = h("p", null, phases[step.phase] ? drawn(phase(step.phase)) : null, h("span", null, stepPlace(step)));
    const heading = h("div", { class: "now-head" }, place, h("h1", { id: "nu" }, step.title), h("p", { class: "timer", role: "timer" }));
    const bar = drawn('<svg class="bar" viewBox="0 0 600 12" preserveAspectRatio="none" aria-hidden="true"><rect class="bar-ground" width="600" height="12"/><rect class="bar-full" width="0" height="12"/></svg>');
    const open = step.stage === "open";
    const asks = open && step.input.kind !== "none";
    const shows = RESULT_KINDS.includes(step.input.kind) && open;
    const more = second(t("2 minuten erbij"), { do: "extend", minutes: 2 }, t("Twee minuten erbij."), "erbij");
    const rest = paused ? second(t("Ga verder"), { do: "resume" }, t("We gaan verder."), "pauze", "play") : second(t("Pauze"), { do: "pause" }, t("Pauze."), "pauze", "pause");
    const controls = h(
      "div",
      { class: "row", hidden: !open && !paused },
      rest,
      more,
      asks ? second(step.phones ? t("Telefoons uit") : t("Telefoons aan"), { do: "phones", on: !step.phones }, step.phones ? t("De telefoons zijn uit.") : t("De telefoons zijn aan."), "telefoons") : null,
      shows ? button(t("Sluit en laat zien"), "secondary-action", () => this.close(step, lead), null, { "data-key": "sluit" }) : null,
    );
    const again = open || paused ? null : h("div", { class: "row" }, second(t("Weer openen"), { do: "step", n: step.n }, t("Onderdeel {n} is weer open.", { n: step.n }), "weer"));
    const read = h("div", { class: "read" }, h("h2", { class: "small soft" }, t("Lees voor")), h("p", { class: "readout" }, step.instruction));
    const back = step.n > 1 ? button(t("Vorige"), "subtle", () => lead.run({ do: "step", n: step.n - 1 }, t("Terug naar onderdeel {n}.", { n: step.n - 1 })), null, { "data-key": "vorige" }) : h("span");
    const kind = this.up ? "primary-action" : "secondary-action";
    const on = last
      ? button(t("Sluit de avond"), kind, ask.end, null, { type: "button", "data-key": "einde" })
      : button(t("Volgende: {title}", { title: this.nextTitle(room, own) }), kind, () => lead.run({ do: "step", n: own.guard.next }, t("Onderdeel {n} is open.", { n: own.guard.next })), null, { type: "button", "data-key": "volgende" });
    if (!last) on.append(drawn(icon("arrow-right")));
    return h("section", { class: "sheet panel", "aria-labelledby": "nu" }, heading, bar, read, controls, again, h("div", { class: "row between now-way" }, this.gathered(room), h("div", { class: "row" }, back, on)));
  }

  gathered(room) {
    const step = room.step;
    if (step.input.kind === "none") return h("p", { class: "soft" }, t("Geen telefoon nodig: praten."));
    if (!room.answers) return h("p", { class: "soft" }, step.stage === "closed" ? t("Dit onderdeel is dicht.") : t("Nog niets binnen. Dat is goed."));
    const who = step.input.per_group ? count(room.answers, "tafel", "tafels") : count(room.answers, "antwoord", "antwoorden");
    return h("p", { class: "soft" }, step.stage === "closed" ? t("Binnen: {who}. Dit onderdeel is dicht.", { who }) : t("Binnen: {who}.", { who }));
  }

  async close(step, lead) {
    if (!(await lead.run({ do: "close" }, t("Het onderdeel is dicht.")))) return;
    if (step.input.kind !== "weigh") await lead.run({ do: "wall", shows: "results" }, t("De uitkomst staat op het grote scherm."));
  }
}

customElements.define("now-panel", NowPanel);
