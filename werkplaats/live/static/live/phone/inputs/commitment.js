import { button, h } from "../dom.js";
import { fault, field, fill, given, heading, pick, readers } from "../parts.js";
import { t } from "../texts.js";

const MOST = 300;
const DAY = 86400000;
const WEEKS = [1, 2, 4];

/** yyyy-mm-dd of a moment, by the clock of this phone. */
export function dayOf(moment) {
  const two = (n) => String(n).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** What, with whom and by when as one sentence; the words stay as they were typed. */
export function sentence(what, whom) {
  const begun = /^ik /i.test(what) ? what : t("Ik ga {what}", { what });
  return whom ? t("{begun}, samen met {whom}", { begun, whom }) : begun;
}

/** One small step within four weeks. */
export default function commitment(desk) {
  const { step } = desk;
  const today = new Date(desk.now());
  const inWeeks = (n) => new Date(today.getTime() + n * 7 * DAY);
  const long = (moment) => moment.toLocaleDateString(document.documentElement.lang || "nl", { weekday: "long", day: "numeric", month: "long" });
  const draft = desk.draft;
  const what = field({ label: t("Ik ga …"), hint: t("Klein is goed. Iets wat je zelf kunt doen."), rows: 2, value: draft.what, change: keep, autocapitalize: "none" });
  const whom = field({ label: t("Samen met …"), hint: t("Noem alleen iemand die dat goed vindt."), optional: true, value: draft.whom, change: keep });
  const names = [t("Over een week"), t("Over twee weken"), t("Over vier weken")];
  const other = h("input", { type: "date", class: "utrecht-textbox", "aria-label": t("Kies de dag"), min: dayOf(new Date(today.getTime() + DAY)), max: dayOf(inWeeks(4)), onchange: keep });
  const when = h(
    "fieldset",
    null,
    h("legend", { class: "utrecht-form-label" }, t("Vóór …")),
    WEEKS.map((n, i) => pick("radio", "dag", dayOf(inWeeks(n)), [names[i], h("span", { class: "soft" }, `, ${long(inWeeks(n))}`)], { checked: n === 2, onchange: keep })),
    pick("radio", "dag", "anders", t("Een andere dag"), { onchange: keep }),
    other,
  );
  const problem = h("div", null);
  const preview = h("p", { class: "voice" });
  const mine = h("div", null);
  const form = h("form", { class: "phone-form", onsubmit: give, novalidate: true }, what, whom, when, preview, problem, readers(step), button(t("Dit is mijn stap"), "primary-action"));
  const again = button(t("Nog een stap"), "secondary-action", () => {
    writing = true;
    element.update();
    what.box.focus();
  });
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), form, mine, again);
  let writing = Boolean(draft.what);
  if (draft.due) choose(draft.due);

  function choose(due) {
    const match = [...when.querySelectorAll("[type=radio]")].find((radio) => radio.value === due);
    if (match) return (match.checked = true);
    when.querySelector("[value=anders]").checked = true;
    other.value = due;
  }

  function due() {
    const value = when.querySelector(":checked").value;
    return value === "anders" ? other.value : value;
  }

  function keep() {
    fill(problem);
    desk.keep({ what: what.box.value, whom: whom.box.value, due: due() });
    draw();
  }

  function draw() {
    other.hidden = when.querySelector(":checked").value !== "anders";
    preview.hidden = !what.text;
    if (!what.text) return;
    preview.textContent = due() ? t("{step}, vóór {day}.", { step: sentence(what.text, whom.text), day: long(new Date(`${due()}T12:00`)) }) : sentence(what.text, whom.text);
  }

  function give(event) {
    event.preventDefault();
    const text = sentence(what.text, whom.text);
    if (!what.text) return what.complain(t("Schrijf eerst wat je gaat doen. Geen stap? Dan hoef je niets te sturen."));
    if (text.length > MOST) return what.complain(t("Je stap is te lang. Kort hem in tot {most} tekens.", { most: MOST }));
    if (!due() || due() < other.min || due() > other.max) {
      fill(problem, fault(t("Kies een dag binnen vier weken.")));
      return (other.hidden ? when.querySelector(":checked") : other).focus();
    }
    desk.give({ kind: "gave", step: step.n, input: "commitment", words: { text }, level: step.input.circle, due: due() }, { values: { what: what.text, whom: whom.text, due: due() } });
    what.box.value = whom.box.value = "";
    writing = false;
    desk.done(element);
  }

  element.update = () => {
    const pieces = desk.mine.pieces(step.n);
    const writes = writing || !pieces.length;
    form.hidden = !writes;
    again.hidden = writes;
    fill(mine, given(pieces, t("Jouw stap")));
    draw();
  };
  element.refused = (values, sentenceBack) => {
    writing = true;
    what.box.value = values.what;
    whom.box.value = values.whom;
    choose(values.due);
    element.update();
    keep();
    what.complain(sentenceBack);
  };
  element.update();
  return element;
}
