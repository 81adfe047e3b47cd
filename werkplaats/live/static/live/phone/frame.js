/* The head and the foot of the phone. */
import * as marks from "../../ui/marks.js";
import { drawn, h } from "./dom.js";
import { fill } from "./parts.js";
import { many, t } from "./texts.js";

const PHASES = {
  arrive: () => t("Aankomen"),
  share: () => t("Delen"),
  interpret: () => t("Duiden"),
  act: () => t("Doen"),
  look_back: () => t("Terugkijken"),
  close: () => t("Afronden"),
};

/** How long this part still takes, in whole minutes. */
export function left(step, now) {
  if (!step.open) return "";
  const seconds = step.ends_at ? (Date.parse(step.ends_at) - now) / 1000 : step.left_s;
  if (seconds === null || seconds === undefined) return "";
  return seconds > 0 ? many(Math.ceil(seconds / 60), "nog {n} minuut", "nog {n} minuten") : t("rond rustig af");
}

export function drawHead(place, room, now) {
  const { step } = room;
  const rehearsal = room.session.rehearsal && h("span", { class: "rehearsal" }, t("Proefsessie"));
  place.classList.toggle("rim", !step);
  if (!step || room.state === "ended") {
    return fill(place, h("p", { class: "wordmark" }, h("span", null, "Werkplaats")), rehearsal, h("p", { class: "soft" }, room.session.theme));
  }
  const name = PHASES[step.phase];
  const chip = h("span", { class: `phase phase--${step.phase}` }, name ? name() : step.phase);
  const count = h("span", { class: "soft" }, h("span", { class: "visually-hidden" }, t("onderdeel"), " "), t("{n} van {total}", { n: step.index, total: step.total }));
  const timer = h("p", { role: "timer" }, room.state === "paused" ? t("pauze") : left(step, now));
  return fill(place, h("p", null, chip, " ", count), timer, drawn(marks.stitches(step.index, step.total)), rehearsal);
}

export function drawFoot(place, table, asked, open) {
  const one = (name, words) => h("button", { type: "button", class: "link-button", "data-panel": name }, words);
  if (!place.firstChild) {
    place.append(one("table", ""), one("words", t("Mijn woorden")), one("help", t("Hulp")));
    place.addEventListener("click", (event) => {
      const name = event.target.dataset.panel;
      if (name) open(name, event.target);
    });
  }
  const news = place.querySelector(".foot-news");
  if (asked && !news) place.prepend(h("p", { class: "foot-news" }, one("consent", t("Er is een vraag voor jou"))));
  if (!asked && news) news.remove();
  place.querySelector("[data-panel=table]").textContent = table ? t("Tafel {n}", { n: table }) : t("Kies je tafel");
}
