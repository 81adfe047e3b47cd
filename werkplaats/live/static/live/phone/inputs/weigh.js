import { button, h } from "../dom.js";
import { fill, heading, icon, mark, readers, whereabouts } from "../parts.js";
import { t } from "../texts.js";

const ANSWERS = [
  ["agree", () => t("Eens")],
  ["disagree", () => t("Oneens")],
  ["pass", () => t("Weet ik nog niet")],
];

/** One statement at a time; skipping is fine, going back too. */
export default function weigh(desk) {
  const { step } = desk;
  const skipped = new Set();
  const order = [];
  let now = null;
  const place = h("p", { class: "soft" });
  const sentence = h("p", { class: "voice", id: "zin" });
  const problem = h("div", null);
  const choices = ANSWERS.map(([answer, words]) => button(words(), "secondary-action", () => say(answer), mark(answer)));
  const back = button(t("Vorige zin"), "subtle", () => turn(-1), icon("undo-2"));
  const one = h(
    "div",
    { class: "phone-form" },
    h("blockquote", { class: "sheet card-sheet" }, sentence),
    problem,
    h("div", { class: "weigh", role: "group", "aria-labelledby": "zin" }, choices),
    readers(step),
    h("div", { class: "row between" }, back, button(t("Overslaan"), "subtle", skip, null, { class: "utrecht-button utrecht-button--subtle last" })),
  );
  const all = h("div", { class: "phone-form" });
  const element = h("div", { class: "phone-form" }, heading(step.input.prompt || step.title, place), one, all);

  function say(answer) {
    desk.give({ kind: "weighed", step: step.n, statement: now, answer }, { values: { statement: now } });
    skipped.delete(now);
    now = next(now);
    shown();
  }

  function skip() {
    skipped.add(now);
    now = next(now);
    shown();
  }

  function next(from) {
    const said = desk.mine.weighed();
    const rest = [...order.slice(order.indexOf(from) + 1), ...order.slice(0, order.indexOf(from))];
    return rest.find((id) => !(id in said) && !skipped.has(id)) || null;
  }

  function turn(by) {
    now = order[order.indexOf(now) + by] || now;
    shown();
  }

  function shown() {
    element.update();
    element.querySelector("h1").focus();
  }

  function open(id) {
    now = id;
    shown();
  }

  element.update = () => {
    const statements = desk.room.statements || {};
    const fresh = Object.keys(statements).filter((id) => !order.includes(id));
    order.push(...fresh.sort((a, b) => (desk.mix(a) < desk.mix(b) ? -1 : 1)));
    const standing = order.filter((id) => statements[id]);
    const said = desk.mine.weighed();
    if (!statements[now]) now = standing.find((id) => !(id in said) && !skipped.has(id)) || null;
    one.hidden = !now;
    all.hidden = Boolean(now);
    if (now) {
      fill(place, t("Zin {n} van {total}. Er is geen goed antwoord.", { n: standing.indexOf(now) + 1, total: standing.length }));
      fill(sentence, statements[now].text);
      back.hidden = standing.indexOf(now) === 0;
      choices.forEach((choice, i) => choice.setAttribute("aria-pressed", String(said[now] === ANSWERS[i][0])));
      return;
    }
    fill(place, standing.length ? t("Dat waren alle zinnen. Dank je wel. Komt er een zin bij, dan zie je die hier.") : t("Hier komen de zinnen. De begeleider kiest ze nu uit de kaarten."));
    const onPhone = desk.mine.items("weighed").some((row) => desk.waiting(row));
    fill(all, standing.length > 0 && whereabouts(onPhone ? "phone" : "kept"), overview(standing, statements, said), readers(step));
  };
  element.refused = (values, text) => {
    desk.say(text);
    if (values.statement && (desk.room.statements || {})[values.statement]) now = values.statement;
    element.update();
    fill(problem, h("p", { class: "note note--error" }, text));
  };

  function overview(standing, statements, said) {
    const label = Object.fromEntries(ANSWERS.map(([answer, words]) => [answer, words()]));
    const rows = standing.map((id) =>
      h("li", { class: "sheet given" }, h("p", { class: "voice" }, statements[id].text), h("div", { class: "row between" }, h("p", { class: "row" }, said[id] && mark(said[id]), said[id] ? label[said[id]] : t("Overgeslagen")), button(t("Verander"), "subtle", () => open(id), null, { "aria-label": t("Verander: {text}", { text: statements[id].text }) }))),
    );
    return h("ul", { class: "stack stack--tight" }, rows);
  }

  element.update();
  return element;
}
