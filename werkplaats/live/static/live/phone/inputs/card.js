import { button, h } from "../dom.js";
import { fault, field, fill, given, heading, pick, quoted, readers } from "../parts.js";
import { many, t } from "../texts.js";
import { oneTypes } from "./one_types.js";

const MOST = 200;

/** One short sentence per card; more cards may follow. */
export default function card(desk) {
  const { step } = desk;
  const { input } = step;
  const needs = input.min_supporting_stories || 0;
  const box = field({ label: input.prompt, hint: input.per_group ? t("Eén ding per kaart. Meer kaarten mag.") : null, rows: 3, most: MOST, value: desk.draft.text, change: keep });
  const rests = h("fieldset", { class: "rests", hidden: !needs });
  const ticked = new Set(desk.draft.rests_on || []);
  const mine = h("div", null);
  const form = h("form", { class: "phone-form", onsubmit: give, novalidate: true }, box, rests, readers(step), button(t("Stuur deze kaart"), "primary-action"));
  const body = h("div", { class: "phone-form" }, form, mine);
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), input.per_group ? oneTypes(desk, body, ours) : body);

  function keep() {
    desk.keep({ text: box.box.value, rests_on: [...ticked] });
  }

  function stories() {
    return Object.entries(desk.table.stories || {});
  }

  function drawStories() {
    const all = stories();
    if (all.length < needs) return fill(rests, h("p", { class: "hint" }, t("Hier kies je straks op welke verhalen een kaart rust. Nu staan er nog te weinig op de telefoons van jouw tafel. Stuur de kaart gewoon: hij rust op wat jullie vertelden.")));
    fill(
      rests,
      h("legend", { class: "utrecht-form-label" }, t("Op welke verhalen rust deze kaart?")),
      h("p", { class: "hint" }, t("Kies er minstens {n}.", { n: needs })),
      all.map(([id, each]) => pick("checkbox", "verhaal", id, h("span", { class: "voice voice--short" }, each.text))),
    );
    for (const tick of rests.querySelectorAll("input")) {
      tick.checked = ticked.has(tick.value);
      tick.onchange = () => {
        ticked[tick.checked ? "add" : "delete"](tick.value);
        complain("");
        keep();
      };
    }
  }

  function complain(sentence) {
    const old = rests.querySelector(".error");
    if (old) old.remove();
    if (!sentence) return;
    rests.append(fault(sentence));
    desk.say(sentence);
    const first = rests.querySelector("input");
    if (first) first.focus();
  }

  function give(event) {
    event.preventDefault();
    if (!box.text) return box.complain(t("Er staat nog niets op de kaart."));
    if (box.text.length > MOST) return box.complain(t("Deze kaart is te lang. Wat is het belangrijkste? Maak er zo nodig twee kaarten van."));
    const all = stories().map(([id]) => id);
    const on = all.length < needs ? [] : all.filter((id) => ticked.has(id));
    if (all.length >= needs && on.length < needs) return complain(many(needs, "Kies minstens {n} verhaal waar deze kaart op rust.", "Kies minstens {n} verhalen waar deze kaart op rust."));
    desk.give(
      { kind: "gave", step: step.n, input: "card", words: { text: box.text }, level: input.circle, ...(needs ? { rests_on: on } : {}) },
      { values: { text: box.text, rests_on: on } },
    );
    box.box.value = "";
    box.box.dispatchEvent(new Event("input"));
    ticked.clear();
    desk.done(element);
  }

  function ours() {
    const own = desk.mine.pieces(step.n).map((piece) => piece.text);
    const cards = Object.values(desk.table.cards || {}).filter((each) => each.step === step.n && !own.includes(each.text));
    if (!cards.length) return null;
    return h("section", { class: "stack" }, h("h2", { class: "h3" }, t("Kaarten van jouw tafel")), h("ul", { class: "stack stack--tight" }, cards.map((each) => h("li", { class: "sheet given" }, quoted(each.text)))));
  }

  element.update = () => {
    if (needs) drawStories();
    fill(mine, given(desk.mine.pieces(step.n)), input.per_group && ours());
    if (element.lastChild.update) element.lastChild.update();
  };
  element.refused = (values, sentence) => {
    desk.types(true);
    (values.rests_on || []).forEach((id) => ticked.add(id));
    element.update();
    box.box.value = values.text;
    box.box.dispatchEvent(new Event("input"));
    box.complain(sentence);
  };
  element.update();
  return element;
}
