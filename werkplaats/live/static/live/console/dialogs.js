// Questions that stop everything: a reason, a yes, the help panel. Native dialogs: focus stays inside, Escape closes.

import { button, fresh, h } from "../phone/dom.js";
import { pick } from "../phone/parts.js";
import { t } from "../phone/texts.js";

function ask(title, inside, buttons) {
  const id = fresh("vraag");
  return new Promise((done) => {
    const dialog = h("dialog", { class: "dialog stack", "aria-labelledby": id });
    const close = (value) => {
      dialog.answer = value;
      dialog.close();
    };
    dialog.append(h("h2", { id }, title), ...inside, h("div", { class: "row" }, buttons(close)));
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.answer === undefined ? null : dialog.answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

// Why a part is passed over: one of the server's fixed reasons, never words of our own in the log.
const REASONS = () => [
  ["too_little_time", t("We hebben te weinig tijd")],
  ["group_wants_on", t("De groep wil verder")],
  ["done_before", t("Dit deden we al")],
  ["other", t("Anders")],
];

export function askReason(title) {
  const id = fresh("reden");
  const rows = REASONS().map(([code, label]) => pick("radio", id, code, label));
  const error = h("p", { class: "error", id: `${id}-fout`, hidden: true }, t("Kies waarom. Dan kunnen we verder."));
  const choice = h("fieldset", { class: "stack stack--tight", "aria-describedby": error.id }, h("legend", { class: "utrecht-form-label" }, t("Waarom ga je toch?")), rows, error);
  const answer = (close) => () => {
    const chosen = choice.querySelector("input:checked");
    if (chosen) return close(chosen.value);
    error.hidden = false;
    return choice.querySelector("input").focus();
  };
  const hint = h("p", { class: "hint" }, t("We bewaren je reden bij deze sessie."));
  return ask(title, [choice, hint], (close) => [button(t("Toch verder"), "secondary-action", answer(close)), button(t("Blijf hier"), "subtle", () => close(null))]);
}

export const askYes = (title, text, yes) =>
  ask(title, [h("p", null, text)], (close) => [button(yes, "secondary-action", () => close(true)), button(t("Nee, terug"), "subtle", () => close(null))]);

// Which words of this card may the report quote? Resolves to {start, end} or null.
export function askRange(text) {
  const id = fresh("zin");
  const field = h("textarea", { class: "utrecht-textarea utrecht-textarea--voice", id, rows: 3, readonly: true }, text);
  const range = () => (field.selectionEnd > field.selectionStart ? { start: field.selectionStart, end: field.selectionEnd } : { start: 0, end: text.length });
  const label = h("label", { class: "utrecht-form-label", for: id }, t("Deze woorden"));
  const hint = h("p", { class: "hint" }, t("Alles, of selecteer een deel. De schrijver krijgt de vraag onder ‘Mijn woorden’ en bij het afronden. Geen antwoord is nee."));
  return ask(t("Vragen of dit in het verslag mag?"), [h("div", null, label, hint, field)], (close) => [
    button(t("Vraag het"), "secondary-action", () => close(range())),
    button(t("Nee, terug"), "subtle", () => close(null)),
  ]);
}

// Paper and talking per table, and how many tables. Resolves to {count, tables: [{table, paper, talking}]} or null.
export function askCounts(tables) {
  const number = (value, label, most = 30) => h("input", { class: "utrecht-textbox number", type: "number", min: 0, max: most, inputmode: "numeric", value: String(value), "aria-label": label });
  const rows = tables.map((one) => ({
    table: one.number,
    paper: number(one.paper, t("Tafel {n}: op papier", { n: one.number })),
    talking: number(one.talking, t("Tafel {n}: praten mee", { n: one.number })),
  }));
  const count = number(tables.length, t("Aantal tafels"), 40);
  const head = h("tr", null, ["Tafel", "Op papier", "Praten mee"].map((word) => h("th", { scope: "col" }, t(word))));
  const body = rows.map((row) => h("tr", null, h("th", { scope: "row" }, String(row.table)), h("td", null, row.paper), h("td", null, row.talking)));
  const whole = (field) => Math.max(0, Math.round(Number(field.value) || 0));
  const read = () => ({ count: Math.max(1, whole(count)), tables: rows.map((row) => ({ table: row.table, paper: whole(row.paper), talking: whole(row.talking) })) });
  const form = h("form", { method: "dialog", class: "stack" }, h("label", { class: "row" }, h("b", null, t("Aantal tafels")), count), h("table", { class: "utrecht-table" }, h("thead", null, head), h("tbody", null, body)));
  return ask(t("Wie is er nog meer?"), [h("p", null, t("Tel wie op papier meedoet en wie alleen meepraat.")), form], (close) => {
    form.addEventListener("submit", (event) => (event.preventDefault(), close(read())));
    return [button(t("Bewaar"), "secondary-action", () => close(read())), button(t("Terug"), "subtle", () => close(null))];
  });
}
