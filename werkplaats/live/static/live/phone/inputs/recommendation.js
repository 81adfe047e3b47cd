import { button, h } from "../dom.js";
import { fault, field, fill, heading, pick, quoted, readers, whereabouts } from "../parts.js";
import { listed, t } from "../texts.js";
import { oneTypes } from "./one_types.js";

const KEYS = ["who", "does_what", "for_whom", "by_when", "noticed_by"];
const ALL = [...KEYS, "rests_on"];
const MOST = 1500;

/** The recommendation as one sentence as it was typed, with dots where a part is missing. */
export function sentence(parts) {
  const said = (key) => parts[key] || "…";
  const whole = t("{who} {does_what} voor {for_whom}, vóór {by_when}. We merken het aan {noticed_by}.", Object.fromEntries(KEYS.map((key) => [key, said(key)])));
  return whole.replace(/…\./g, "…");
}

/** One recommendation per table in six parts. What is missing stands beside it; sending is always possible. */
export default function recommendation(desk) {
  const { step } = desk;
  const names = step.input.parts;
  const examples = [t("bijvoorbeeld: de woonstichting"), t("bijvoorbeeld: belt eerst, voor er een brief gaat"), t("bijvoorbeeld: mensen met een betaalachterstand"), t("bijvoorbeeld: 1 maart"), t("bijvoorbeeld: minder brieven die dicht blijven")];
  const start = desk.draft.parts || (desk.table.recommendation || {}).parts || {};
  const rested = new Set(desk.draft.rests_on || (desk.table.recommendation || {}).rests_on || []);
  const boxes = KEYS.map((key, i) => field({ label: capital(names[i]), hint: examples[i], rows: 1, value: start[key] || "", change: changed, autocapitalize: "none" }));
  const cards = h("fieldset", { class: "cards" });
  const text = h("p", { class: "voice" });
  const missing = h("p", { class: "missing" });
  const problem = h("div", null);
  const sent = h("div", null);
  const form = h(
    "form",
    { class: "phone-form", onsubmit: give, novalidate: true },
    boxes,
    cards,
    h("section", { class: "sheet stack together", "aria-labelledby": "samen" }, h("h2", { class: "h3", id: "samen" }, t("Zo staat het er")), text, missing),
    problem,
    readers(step),
    button(t("Stuur onze aanbeveling"), "primary-action"),
  );
  const body = h("div", { class: "phone-form" }, sent, form);
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), step.input.per_group ? oneTypes(desk, body, ours) : body);

  function parts() {
    return Object.fromEntries(KEYS.map((key, i) => [key, boxes[i].text]));
  }

  function changed() {
    desk.keep({ parts: parts(), rests_on: [...rested] });
    drawText();
  }

  function drawText() {
    const now = parts();
    text.textContent = sentence(now);
    const open = KEYS.flatMap((key, i) => (now[key] ? [] : [names[i]]));
    if (!rested.size) open.push(names[5]);
    missing.textContent = open.length ? t("Mist nog: {parts}.", { parts: listed(open) }) : t("Alle zes delen staan er.");
    missing.classList.toggle("missing--none", !open.length);
  }

  function drawCards() {
    const all = desk.cardsToRestOn();
    fill(cards, h("legend", { class: "utrecht-form-label" }, capital(names[5])), h("p", { class: "hint" }, all.length ? [t("Kies de kaarten waar jullie van uitgaan."), (desk.room.chosen || []).length > 0 && ` ${t("Wat de zaal koos, staat bovenaan.")}`] : t("Er staan nog geen kaarten op het grote scherm.")), all.map(([id, each]) => h("div", { class: "sheet choice" }, pick("checkbox", "rust", id, quoted(each.text)))));
    for (const tick of cards.querySelectorAll("input")) {
      tick.checked = rested.has(tick.value);
      tick.onchange = () => {
        rested[tick.checked ? "add" : "delete"](tick.value);
        changed();
      };
    }
  }

  function give(event) {
    event.preventDefault();
    const now = parts();
    if (!KEYS.some((key) => now[key])) return boxes[0].complain(t("Er staat nog niets. Begin met één deel."));
    if (sentence(now).length > MOST) return fill(problem, fault(t("Jullie aanbeveling is te lang. Kort haar in tot {most} tekens.", { most: MOST })));
    fill(problem);
    const filled = Object.fromEntries(Object.entries(now).filter(([, value]) => value));
    desk.give({ kind: "gave", step: step.n, input: "recommendation", words: { parts: filled }, level: step.input.circle, rests_on: [...rested] }, { values: { parts: now, rests_on: [...rested] } });
    desk.done(element);
  }

  function ours() {
    const made = desk.table.recommendation;
    if (!made) return h("p", { class: "soft" }, t("Hier komt jullie aanbeveling, zodra die verstuurd is."));
    return h("section", { class: "sheet stack" }, h("h2", { class: "h3" }, t("De aanbeveling van jouw tafel")), quoted(made.parts ? sentence(made.parts) : made.text), (made.missing || []).length > 0 && h("p", { class: "missing" }, t("Mist nog: {parts}.", { parts: listed(made.missing.map((code) => names[ALL.indexOf(code)])) })));
  }

  element.update = () => {
    drawCards();
    drawText();
    const last = desk.mine.pieces(step.n).pop();
    fill(sent, last && h("div", { class: "note" }, h("p", null, h("b", null, t("Jullie aanbeveling is verstuurd."))), whereabouts(last.status), h("p", null, t("Verbeteren kan nog: verander een deel en stuur opnieuw."))));
    if (element.lastChild.update) element.lastChild.update();
  };
  element.refused = (values, reason) => {
    desk.types(true);
    KEYS.forEach((key, i) => (boxes[i].box.value = values.parts[key] || ""));
    values.rests_on.forEach((id) => rested.add(id));
    element.update();
    changed();
    fill(problem, fault(reason));
  };
  element.update();
  return element;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

