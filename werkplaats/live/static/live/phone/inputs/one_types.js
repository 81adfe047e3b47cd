import { button, h } from "../dom.js";
import { fill, icon } from "../parts.js";
import { t } from "../texts.js";

/** One phone per table types; the others look at each other. `ours()` draws what the table has so far. */
export function oneTypes(desk, body, ours) {
  const ask = h(
    "div",
    { class: "phone-form" },
    h("h2", { class: "h3" }, t("Eén telefoon per tafel typt")),
    h(
      "div",
      { class: "weigh" },
      button(t("Deze telefoon typt voor de tafel"), "secondary-action", () => choose(true), icon("pencil")),
      button(t("Iemand anders typt"), "secondary-action", () => choose(false), icon("users")),
    ),
  );
  const sofar = h("div", null);
  const look = h(
    "div",
    { class: "phone-form" },
    h("div", { class: "note" }, h("p", null, h("b", null, t("Leg je telefoon weg."))), h("p", null, t("Iemand anders typt. Praat mee met je tafel."))),
    sofar,
    button(t("Toch typen op deze telefoon"), "subtle", () => choose(true)),
  );
  const element = h("div", null, ask, look, body);

  function choose(yes) {
    desk.types(yes);
    element.update();
    const box = yes && body.querySelector("textarea, input");
    if (box) box.focus();
  }

  element.update = () => {
    const types = desk.types();
    ask.hidden = types !== undefined;
    look.hidden = types !== false;
    body.hidden = types !== true;
    fill(sofar, ours());
  };
  element.update();
  return element;
}
