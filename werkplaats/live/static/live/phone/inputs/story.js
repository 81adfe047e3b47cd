import { button, h } from "../dom.js";
import { field, fill, given, heading, more, quoted, readers } from "../parts.js";
import { t } from "../texts.js";

const MOST = 4000;

/** Tell: share with my table, or keep for myself. */
export default function story(desk) {
  const { step } = desk;
  const box = field({
    label: step.input.prompt,
    hint: t("Kort is goed. Eén zin is al genoeg."),
    rows: 6,
    most: MOST,
    near: true,
    value: desk.draft.text,
    change: (text) => desk.keep({ text }),
  });
  const form = h(
    "form",
    { class: "phone-form", onsubmit: (event) => give(event, step.input.circle), novalidate: true },
    box,
    readers(step),
    h("div", { class: "buttons" }, button(shared(step.input.circle), "primary-action"), step.input.circle !== "me" && button(t("Houd het voor mezelf"), "secondary-action", (event) => give(event, "me"))),
  );
  const again = button(t("Nog een verhaal"), "secondary-action", () => {
    writing = true;
    element.update();
    box.box.focus();
  });
  const mine = h("div", null);
  const others = h("div", null);
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), form, mine, again, others);
  let writing = Boolean(desk.draft.text);

  function give(event, level) {
    event.preventDefault();
    if (!box.text) return box.complain(t("Er staat nog niets. Eén zin is al genoeg."));
    if (box.text.length > MOST) return box.complain(t("Dit verhaal is te lang om te bewaren. Kort het in tot {most} tekens.", { most: MOST }));
    desk.give({ kind: "gave", step: step.n, input: "story", words: { text: box.text }, level }, { values: { text: box.text } });
    box.box.value = "";
    writing = false;
    desk.done(element);
  }

  element.update = () => {
    const pieces = desk.mine.pieces(step.n);
    const writes = writing || !pieces.length;
    form.hidden = !writes;
    again.hidden = writes;
    fill(mine, given(pieces));
    fill(others, tellings(desk, pieces));
  };
  element.refused = (values, sentence) => {
    writing = true;
    element.update();
    box.box.value = values.text;
    desk.keep(values);
    box.complain(sentence);
  };
  element.update();
  return element;
}

function shared(circle) {
  if (circle === "room") return t("Deel met de zaal");
  return circle === "me" ? t("Bewaar voor mezelf") : t("Deel met mijn tafel");
}

function tellings(desk, mine) {
  const own = mine.map((piece) => piece.text);
  const stories = Object.values(desk.table.stories || {}).filter((each) => !own.includes(each.text));
  if (!stories.length) return null;
  const rows = stories.map((each) => h("li", { class: "sheet given" }, quoted(each.text), each.name && h("p", { class: "small soft" }, each.name)));
  return more(t("Verhalen van jouw tafel ({n})", { n: stories.length }), h("ul", { class: "stack stack--tight" }, rows));
}
