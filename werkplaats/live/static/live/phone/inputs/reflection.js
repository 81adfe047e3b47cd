import { button, h } from "../dom.js";
import { field, fill, given, heading, readers } from "../parts.js";
import { t } from "../texts.js";

const MOST = 4000;

/** A few lines for oneself. */
export default function reflection(desk) {
  const { step } = desk;
  const box = field({ label: step.input.prompt, rows: 6, value: desk.draft.text, change: (text) => desk.keep({ text }) });
  const mine = h("div", null);
  const form = h("form", { class: "phone-form", onsubmit: give, novalidate: true }, box, readers(step), button(t("Bewaar voor mezelf"), "primary-action"));
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), form, mine);

  function give(event) {
    event.preventDefault();
    if (!box.text) return box.complain(t("Er staat nog niets. Eén zin is al genoeg."));
    if (box.text.length > MOST) return box.complain(t("Dit is te lang om te bewaren. Kort het in tot {most} tekens.", { most: MOST }));
    desk.give({ kind: "gave", step: step.n, input: "reflection", words: { text: box.text }, level: "me" }, { values: { text: box.text } });
    box.box.value = "";
    desk.done(element);
  }

  element.update = () => fill(mine, given(desk.mine.pieces(step.n)));
  element.refused = (values, sentence) => {
    box.box.value = values.text;
    desk.keep(values);
    box.complain(sentence);
  };
  element.update();
  return element;
}
