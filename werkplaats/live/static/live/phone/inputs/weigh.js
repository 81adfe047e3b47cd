import { button, h } from "../dom.js";
import { fill, heading, icon, mark, readers, whereabouts } from "../parts.js";
import { t } from "../texts.js";

const ANSWERS = [
  ["agree", () => t("Eens")],
  ["disagree", () => t("Oneens")],
  ["pass", () => t("Weet ik nog niet")],
];

/**
 * One statement at a time; skipping is fine, going back too. The server says which comes next: what fewest people
 * weighed, never one's own. Without a connection the last order known holds, then an order of one's own.
 */
export default function weigh(desk) {
  const { step } = desk;
  const skipped = new Set();
  const order = []; // what this person saw, in that order
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

  /** The statements that stand and are of somebody else. */
  function standing() {
    const own = new Set(desk.mine.pieces().filter(({ together }) => !together).map(({ voice }) => voice));
    return Object.keys(desk.room.statements || {}).filter((id) => !own.has(id)).sort((a, b) => desk.mix(a) - desk.mix(b));
  }

  function waits(id) {
    return Boolean((desk.room.statements || {})[id]) && !(id in desk.mine.weighed()) && !skipped.has(id);
  }

  /** What comes next that was not seen yet; what the server did not rank yet is new and goes first. */
  function unseen() {
    const asked = desk.mine.data.ask || [];
    return standing().filter((id) => waits(id) && !order.includes(id)).sort((a, b) => asked.indexOf(a) - asked.indexOf(b))[0] || null;
  }

  function next(from) {
    const at = order.indexOf(from);
    return [...order.slice(at + 1), ...order.slice(0, at)].find(waits) || unseen();
  }

  function turn(by) {
    const seen = order.filter((id) => (desk.room.statements || {})[id]);
    now = seen[seen.indexOf(now) + by] || now;
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
    const others = standing();
    const said = desk.mine.weighed();
    order.unshift(...others.filter((id) => id in said && !order.includes(id)));
    if (!statements[now]) now = order.find(waits) || unseen();
    if (now && !order.includes(now)) order.push(now);
    const seen = order.filter((id) => statements[id]);
    one.hidden = !now;
    all.hidden = Boolean(now);
    if (now) {
      fill(place, t("Zin {n} van {total}. Er is geen goed antwoord.", { n: seen.indexOf(now) + 1, total: others.length }));
      fill(sentence, statements[now].text);
      back.hidden = seen.indexOf(now) === 0;
      choices.forEach((choice, i) => choice.setAttribute("aria-pressed", String(said[now] === ANSWERS[i][0])));
      return;
    }
    const own = Object.keys(statements).length > others.length ? ` ${t("Jouw eigen zin leggen we aan anderen voor.")}` : "";
    fill(place, Object.keys(statements).length ? t("Dat waren alle zinnen. Dank je wel. Komt er een zin bij, dan zie je die hier.") + own : t("Hier komen de zinnen. De begeleider kiest ze nu uit de kaarten."));
    const onPhone = desk.mine.items("weighed").some((row) => desk.waiting(row));
    fill(all, seen.length > 0 && whereabouts(onPhone ? "phone" : "kept"), overview(seen, statements, said), readers(step));
  };
  element.refused = (values, text) => {
    desk.say(text);
    if (values.statement && (desk.room.statements || {})[values.statement]) now = values.statement;
    element.update();
    fill(problem, h("p", { class: "note note--error" }, text));
  };

  function overview(seen, statements, said) {
    const label = Object.fromEntries(ANSWERS.map(([answer, words]) => [answer, words()]));
    const rows = seen.map((id) =>
      h("li", { class: "sheet given" }, h("p", { class: "voice" }, statements[id].text), h("div", { class: "row between" }, h("p", { class: "row" }, said[id] && mark(said[id]), said[id] ? label[said[id]] : t("Overgeslagen")), button(t("Verander"), "subtle", () => open(id), null, { "aria-label": t("Verander: {text}", { text: statements[id].text }) }))),
    );
    return h("ul", { class: "stack stack--tight" }, rows);
  }

  element.update();
  desk.asks();
  return element;
}
