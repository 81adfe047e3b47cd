import { button, drawn, h } from "../dom.js";
import { fill, heading, more, pick, readers, whereabouts } from "../parts.js";
import { t } from "../texts.js";

const CORNERS = [[150, 6], [6, 256], [294, 256]];
const PLACES = [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8], [0.45, 0.45, 0.1], [0.45, 0.1, 0.45], [0.1, 0.45, 0.45], [0.334, 0.333, 0.333]];
const PAPER = '<path class="triad-area" d="M150 6 294 256H6z"/><path class="triad-help" d="M150 172.7V6M150 172.7 294 256M150 172.7 6 256"/>';

/** Shares of the three corners, at least 0 and together 1, for a point of the drawing. */
export function shares(x, y) {
  const [[ax, ay], [bx, by], [cx, cy]] = CORNERS;
  const whole = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
  const a = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / whole;
  const b = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / whole;
  const inside = [a, b, 1 - a - b].map((share) => Math.max(0, share));
  const sum = inside[0] + inside[1] + inside[2];
  const [first, second] = inside.map((share) => Math.round((share / sum) * 1000) / 1000);
  return [first, second, Math.max(0, Math.round((1 - first - second) * 1000) / 1000)];
}

export function point(at) {
  return [0, 1].map((axis) => at.reduce((sum, share, i) => sum + share * CORNERS[i][axis], 0));
}

/** The place in words, as parts of a sentence: [text, bold?] pairs. */
export function said(at, corners) {
  const order = [0, 1, 2].sort((i, j) => at[j] - at[i]);
  const [most, next, least] = order.map((i) => corners[i]);
  const [first, second, third] = order.map((i) => at[i]);
  if (first - third < 0.2) return t("alle drie even veel");
  if (first - second < 0.15) return t("{most}, en ook {next}", { most, next });
  if (second < 0.2) return t("vooral {most}", { most });
  return second - third < 0.08 ? t("vooral {most}, met een beetje {next} en {least}", { most, next, least }) : t("vooral {most}, ook een beetje {next}", { most, next });
}

/** The nearest of the seven places, in words. */
export function near(at, corners) {
  const far = (place) => place.reduce((sum, share, i) => sum + (share - at[i]) ** 2, 0);
  return said([...PLACES].sort((a, b) => far(a) - far(b))[0], corners);
}

/** The triangle with dots in it; `at` lists shares. */
export function triangle(dots, corners) {
  const circles = dots.map((at) => `<circle class="triad-dot" r="${dots.length > 1 ? 8 : 15}" cx="${point(at)[0]}" cy="${point(at)[1]}"/>`);
  return h("div", { class: "triad" }, h("span", null, corners[0]), drawn(`<svg viewBox="0 0 300 264" aria-hidden="true">${PAPER}${circles.join("")}</svg>`), h("span", null, corners[1]), h("span", null, corners[2]));
}

/** A dot between three words. Tap, or choose one of seven places in words. */
export default function triad(desk) {
  const { step } = desk;
  const { corners, none_fits: noneFits } = step.input;
  const area = triangle([], corners);
  const drawing = area.querySelector("svg");
  let at = desk.draft.at || null;
  const readback = h("p", { class: "note" });
  const words = h(
    "fieldset",
    null,
    h("legend", { class: "visually-hidden" }, step.input.prompt),
    PLACES.map((place, i) => pick("radio", "plek", String(i), said(place, corners), { onchange: () => put(place) })),
  );
  const form = h(
    "form",
    { class: "phone-form", onsubmit: give, novalidate: true },
    area,
    readback,
    h("div", { class: "buttons" }, button(t("Zet mijn stip hier"), "primary-action"), noneFits && button(noneFits.charAt(0).toUpperCase() + noneFits.slice(1), "secondary-action", () => send(null))),
    readers(step),
    more(t("Liever kiezen met woorden?"), words),
  );
  const mine = h("div", { class: "phone-form" });
  const asks = h("div", null, h("p", { class: "utrecht-form-label" }, step.input.prompt), h("p", { class: "hint" }, t("Tik in de driehoek. Hoe dichter bij een woord, hoe meer het daarover gaat.")));
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), asks, form, mine);
  let changing = Boolean(at);

  drawing.addEventListener("click", (event) => {
    const frame = drawing.getBoundingClientRect();
    put(shares(((event.clientX - frame.left) / frame.width) * 300, ((event.clientY - frame.top) / frame.height) * 264), true);
  });

  function put(place, tapped = false) {
    at = place;
    desk.keep({ at });
    if (tapped) words.querySelectorAll("input").forEach((radio) => (radio.checked = false));
    draw();
    desk.say(readback.textContent);
  }

  function draw() {
    const old = drawing.querySelector("circle");
    if (old) old.remove();
    readback.classList.remove("note--error");
    if (!at) return fill(readback, t("Je hebt nog geen stip gezet."));
    const dot = drawn(`<svg><circle class="triad-dot" r="15" cx="${point(at)[0]}" cy="${point(at)[1]}"/></svg>`).firstChild;
    drawing.append(dot);
    fill(readback, t("Jouw stip:"), " ", h("b", null, said(at, corners)), ".");
  }

  function give(event) {
    event.preventDefault();
    if (at) return send(at);
    readback.classList.add("note--error");
    fill(readback, t("Tik eerst in de driehoek, of kies hieronder met woorden."));
    desk.say(readback.textContent);
  }

  function send(place) {
    desk.give({ kind: "placed", step: step.n, input: "triad", at: place }, { values: { at: place } });
    at = null;
    changing = false;
    desk.done(element);
  }

  element.update = () => {
    const answer = desk.mine.answer(step.n);
    const settled = answer && !changing;
    form.hidden = settled;
    mine.hidden = !settled;
    asks.lastChild.hidden = settled;
    draw();
    if (!settled) return;
    const place = answer.at ? [triangle([answer.at], corners), h("p", { class: "note" }, t("Jouw stip:"), " ", h("b", null, said(answer.at, corners)), ".")] : h("p", { class: "note" }, t("Jij koos: past niet. Dat zegt ook iets."));
    fill(mine, place, whereabouts(answer.status), button(t("Verander mijn stip"), "secondary-action", again));
  };

  function again() {
    at = desk.mine.answer(step.n).at;
    changing = true;
    element.update();
  }

  element.refused = (values, sentence) => {
    at = values.at;
    changing = true;
    element.update();
    readback.classList.add("note--error");
    fill(readback, sentence);
  };
  element.update();
  return element;
}
