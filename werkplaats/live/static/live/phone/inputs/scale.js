import { button, h } from "../dom.js";
import { fault, fill, heading, readers, whereabouts } from "../parts.js";
import { t } from "../texts.js";

const HOW = () => t("Tik of schuif. Er is geen goed of fout eind.");

/** The place between two words, said in words. */
export function said(at, left, right) {
  if (at <= 10) return t("helemaal bij ‘{word}’", { word: left });
  if (at < 40) return t("dichter bij ‘{word}’", { word: left });
  if (at <= 60) return t("in het midden");
  return at < 90 ? t("dichter bij ‘{word}’", { word: right }) : t("helemaal bij ‘{word}’", { word: right });
}

/** A slide between two words, or one per row. Nothing is chosen until it is touched. */
export default function scale(desk) {
  const { step } = desk;
  const { input } = step;
  const rows = input.rows && input.rows.length ? input.rows : [{ id: null, left: input.left, right: input.right }];
  const places = { ...desk.draft.places };
  let changing = Object.keys(places).length > 0;
  const slides = rows.map((row) => slide(row));
  const problem = h("div", null);
  const form = h("form", { class: "phone-form", onsubmit: give, novalidate: true }, rows.length > 1 && h("div", null, h("p", { class: "utrecht-form-label" }, input.prompt), h("p", { class: "hint" }, HOW(), " ", t("Overslaan mag."))), slides, problem, button(rows.length > 1 ? t("Zet mijn schuiven zo") : t("Zet mijn schuif hier"), "primary-action"), readers(step));
  const mine = h("div", { class: "phone-form" });
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), form, mine);

  function slide(row) {
    const label = rows.length > 1 ? `${row.left} – ${row.right}` : input.prompt;
    const range = h("input", { type: "range", class: "slide", min: 0, max: 100, step: 1, "aria-label": label });
    const place = h("output", { class: "slide-place" });
    const box = h("div", { class: "slide-box" }, rows.length > 1 ? null : h("p", { class: "utrecht-form-label" }, input.prompt), range, h("p", { class: "slide-ends" }, h("span", null, row.left), h("span", null, row.right)), place);
    box.draw = () => {
      const at = places[row.id];
      range.classList.toggle("slide--untouched", at === undefined);
      range.value = at === undefined ? 50 : at;
      const words = at === undefined ? t("nog niet gekozen") : said(at, row.left, row.right);
      range.setAttribute("aria-valuetext", words);
      place.textContent = at === undefined ? (rows.length > 1 ? "" : HOW()) : t("Jij staat {place}.", { place: words });
    };
    const set = () => {
      places[row.id] = Number(range.value);
      desk.keep({ places });
      fill(problem);
      box.draw();
    };
    range.addEventListener("input", set);
    range.addEventListener("click", set);
    return box;
  }

  function give(event) {
    event.preventDefault();
    const chosen = rows.filter((row) => places[row.id] !== undefined);
    if (!chosen.length) {
      fill(problem, fault(t("Tik eerst op de lijn. De plek kies jij.")));
      slides[0].querySelector("input").focus();
      return;
    }
    for (const row of chosen) {
      desk.give({ kind: "placed", step: step.n, input: "scale", ...(row.id ? { row: row.id } : {}), at: places[row.id] }, { values: { places: { ...places } } });
      delete places[row.id];
    }
    changing = false;
    desk.done(element);
  }

  element.update = () => {
    const answers = rows.map((row) => desk.mine.answer(step.n, row.id));
    const settled = answers.some(Boolean) && !changing;
    form.hidden = settled;
    mine.hidden = !settled;
    slides.forEach((each) => each.draw());
    if (!settled) return;
    const lines = rows.map((row, i) => answers[i] && h("p", { class: "note" }, t("Jij staat {place}.", { place: said(answers[i].at, row.left, row.right) })));
    const onPhone = answers.some((each) => each && each.status === "phone");
    fill(mine, lines, whereabouts(onPhone ? "phone" : "kept"), button(t("Verander mijn plek"), "secondary-action", again));
  };

  function again() {
    for (const row of rows) {
      const answer = desk.mine.answer(step.n, row.id);
      if (answer) places[row.id] = answer.at;
    }
    changing = true;
    element.update();
  }

  element.refused = (values, sentence) => {
    Object.assign(places, values.places);
    changing = true;
    element.update();
    fill(problem, fault(sentence));
  };
  element.update();
  return element;
}
