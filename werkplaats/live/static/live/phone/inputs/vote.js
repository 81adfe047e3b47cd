import { button, h } from "../dom.js";
import { fault, field, fill, given, heading, pick, quoted, readers, whereabouts } from "../parts.js";
import { t } from "../texts.js";

const MOST = 200;

/** Pick up to so many cards; at one of them, say why. A choice is about ideas, never about people. */
export default function vote(desk) {
  const { step } = desk;
  const most = step.input.votes_per_person || 1;
  const picks = new Set(desk.draft.picks || []);
  let reasonFor = desk.draft.for || null;
  let changing = picks.size > 0;
  const list = h("fieldset", { class: "cards" }, h("legend", { class: "utrecht-form-label" }, step.input.prompt));
  const tally = h("p", { class: "tally" });
  const problem = h("div", null);
  const reason = field({ label: t("Waarom kies je deze kaart?"), rows: 2, most: MOST, optional: true, value: desk.draft.text, change: keep });
  const form = h("form", { class: "phone-form", onsubmit: give, novalidate: true }, list, h("div", { class: "bottom" }, problem, tally, button(t("Dit kies ik"), "primary-action")), readers(step));
  const mine = h("div", { class: "phone-form" });
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), form, mine);
  const boxes = new Map();

  function keep() {
    desk.keep({ picks: [...picks], for: reasonFor, text: reason.box.value });
  }

  function candidates() {
    const own = step.input.exclude_own ? desk.mine.pieces().map((piece) => piece.voice) : [];
    return desk.cardsToChoose().filter(([id]) => !own.includes(id));
  }

  function addCards() {
    for (const [id, each] of candidates()) {
      if (boxes.has(id)) continue;
      const why = button(t("Zeg waarom"), "subtle", () => tell(id), null, { hidden: true });
      const label = pick("checkbox", "kaart", id, quoted(each.text), { checked: picks.has(id), onchange: (event) => choose(id, event.target) });
      const box = h("div", { class: "sheet choice" }, label, why);
      boxes.set(id, { box, why });
      list.append(box);
    }
  }

  function choose(id, tick) {
    if (tick.checked && picks.size >= most) {
      tick.checked = false;
      return fill(problem, fault(t("Je hebt er al {n}. Haal er eerst één weg.", { n: most })));
    }
    fill(problem);
    picks[tick.checked ? "add" : "delete"](id);
    if (!tick.checked && reasonFor === id) reasonFor = null;
    keep();
    draw();
    desk.say(tally.textContent);
  }

  function tell(id) {
    reasonFor = id;
    keep();
    draw();
    reason.box.focus();
  }

  function draw() {
    tally.textContent = t("{n} van {most} gekozen", { n: picks.size, most });
    for (const [id, { box, why }] of boxes) {
      box.classList.toggle("choice--on", picks.has(id));
      why.hidden = !step.input.ask_reason || !picks.has(id) || reasonFor === id;
      if (reasonFor === id && reason.parentNode !== box) box.append(reason);
    }
    if (!reasonFor) reason.remove();
  }

  function give(event) {
    event.preventDefault();
    if (!picks.size) return fill(problem, fault(t("Kies eerst een kaart. Minder dan {n} mag ook.", { n: most })));
    if (reasonFor && reason.text.length > MOST) return reason.complain(t("Je reden is te lang. Wat is het belangrijkste?"));
    const chosen = [...picks];
    const because = reasonFor && reason.text ? { reason: { for: reasonFor, text: reason.text } } : {};
    desk.give({ kind: "voted", step: step.n, input: "vote", picks: chosen, ...because }, { values: { picks: chosen, for: reasonFor, text: reason.box.value } });
    changing = false;
    desk.done(element);
  }

  element.update = () => {
    addCards();
    const answer = desk.mine.answer(step.n);
    const settled = answer && !changing;
    form.hidden = settled || !boxes.size;
    mine.hidden = !settled && boxes.size > 0;
    draw();
    if (!boxes.size) return fill(mine, h("p", { class: "note" }, t("Hier komen de kaarten. Ze staan nog niet op het grote scherm.")));
    if (!settled) return;
    const chosen = candidates().filter(([id]) => answer.picks.includes(id));
    fill(mine, h("h2", { class: "h3" }, t("Jij koos")), h("ul", { class: "stack stack--tight" }, chosen.map(([, each]) => h("li", { class: "sheet given" }, quoted(each.text)))), whereabouts(answer.status), given(desk.mine.pieces(step.n), t("Jouw reden")), button(t("Kies anders"), "secondary-action", again));
  };

  function again() {
    const answer = desk.mine.answer(step.n);
    picks.clear();
    answer.picks.forEach((id) => picks.add(id));
    list.querySelectorAll("input").forEach((tick) => (tick.checked = picks.has(tick.value)));
    changing = true;
    element.update();
  }

  element.refused = (values, sentence) => {
    values.picks.forEach((id) => picks.add(id));
    list.querySelectorAll("input").forEach((tick) => (tick.checked = picks.has(tick.value)));
    reasonFor = values.for;
    reason.box.value = values.text || "";
    changing = true;
    element.update();
    fill(problem, fault(sentence));
  };
  element.update();
  return element;
}

