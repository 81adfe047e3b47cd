/* What opens from the foot: my table, help, wiping this phone. */
import { button, h } from "./dom.js";
import { heading, icon } from "./parts.js";
import { t } from "./texts.js";

function panel(desk, title, ...inside) {
  const element = h("div", { class: "phone-form" }, heading(title), inside, button(t("Terug"), "subtle", () => desk.open(""), icon("arrow-left")));
  element.update = () => {};
  return element;
}

/** The numbers of the tables as large tiles. */
export function tables(count, chosen, change) {
  const tiles = Array.from({ length: count }, (_, i) =>
    h("label", { class: "tile" }, h("input", { type: "radio", name: "tafel", value: String(i + 1), checked: chosen === i + 1, onchange: () => change && change(i + 1) }), h("span", null, String(i + 1))),
  );
  return h("fieldset", null, h("legend", { class: "visually-hidden" }, t("Aan welke tafel zit je?")), h("p", { class: "hint" }, t("Het nummer staat op het bordje.")), h("div", { class: "tiles" }, tiles));
}

export function table(desk) {
  const chosen = tables(desk.room.session.tables, desk.mine.table);
  const form = h("form", { class: "phone-form", onsubmit: give }, chosen, h("p", null, t("Wat je al deelde, blijft bij de tafel waar je het gaf.")), button(t("Hier zit ik"), "primary-action"));
  function give(event) {
    event.preventDefault();
    const tick = chosen.querySelector(":checked");
    if (!tick) return chosen.querySelector("input").focus();
    const number = Number(tick.value);
    if (number !== desk.mine.table) desk.give({ kind: "moved", table: number }, {});
    desk.open("");
  }
  return panel(desk, t("Aan welke tafel zit je?"), form);
}

export function help(desk) {
  const lines = document.getElementById("hulp");
  return panel(
    desk,
    t("Hulp"),
    h("section", { class: "stack stack--tight" }, h("h2", { class: "h3" }, t("Lukt het niet met de telefoon?")), h("p", null, t("Vraag het aan je tafel of aan de begeleider. Een helper kan voor je typen. Op papier mag ook, en alleen meepraten is ook goed."))),
    lines && h("section", { class: "stack stack--tight" }, h("h2", { class: "h3" }, t("Maak je je zorgen?")), lines.content.cloneNode(true)),
    h("section", { class: "stack stack--tight" }, h("h2", { class: "h3" }, t("Klaar met deze telefoon?")), button(t("Wis deze avond van deze telefoon"), "secondary-action", () => desk.open("wipe"))),
  );
}

export function code(desk) {
  return panel(
    desk,
    t("Dit is jouw code"),
    h("p", null, t("Alleen met deze vier woorden kun jij later jouw inbreng terugvinden, minder delen of terugnemen.")),
    codewords(desk.code),
    h("p", { class: "soft" }, t("Als je deze avond van je telefoon wist, staan ze hier niet meer. Schrijf ze dus op.")),
  );
}

/** The four words of a code, one under another. */
export function codewords(code) {
  return h("ol", { class: "sheet codewords", "aria-label": t("Jouw vier woorden") }, code.split(" ").map((word) => h("li", null, word)));
}

export function wipe(desk) {
  const unsent = desk.unsent();
  return panel(
    desk,
    t("Wis deze avond van deze telefoon?"),
    unsent && h("p", { class: "note note--warn" }, icon("triangle-alert"), t("Er staat nog iets op je telefoon dat niet verstuurd is. Als je nu wist, is dat weg.")),
    h("p", null, t("Op deze telefoon blijft dan niets over van deze avond. Wat je al verstuurde, blijft bewaard. Met je kaart kun je altijd terug.")),
    button(t("Ja, wis deze avond"), "secondary-action", () => desk.wipe(), null, { class: "utrecht-button utrecht-button--secondary-action utrecht-button--danger" }),
  );
}
