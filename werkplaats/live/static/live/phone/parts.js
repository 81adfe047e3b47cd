/* The pieces every screen is made of. */
import * as marks from "../../ui/marks.js";
import { drawn, fresh, h } from "./dom.js";
import { many, t } from "./texts.js";

export const icon = (name) => drawn(marks.icon(name));
export const ring = (circle) => drawn(marks.ring(circle));
export const mark = (answer) => drawn(marks.mark(answer));

export function heading(text, ...below) {
  return h("div", { class: "heading" }, h("h1", { tabindex: "-1" }, text), below);
}

/** Who can read it and until when: the ring, then the lines the session gave for this step. */
export function readers(step) {
  const { attribution, circle } = step.input;
  const seen = attribution === "unlinked" || attribution === "unseen" ? attribution : circle;
  const lines = (step.reading || []).map((line) => h("p", null, line));
  return lines.length ? h("div", { class: "who" }, ring(seen), h("div", null, lines)) : null;
}

/** A calm line: where the words are. */
export function whereabouts(status) {
  if (status === "phone") {
    return h("p", { class: "where where--phone" }, icon("smartphone"), t("Bewaard op je telefoon. We sturen het zodra er wifi is."));
  }
  if (status === "late") return h("p", { class: "where" }, t("Aangekomen, iets later dan de rest. De begeleider ziet dat."));
  return h("p", { class: "where" }, t("Aangekomen."));
}

export function fault(text, id) {
  return h("p", { class: "error", id }, icon("triangle-alert"), h("span", null, text));
}

const NEAR = 0.9;

/**
 * A label with its box. Returns the element, with `.box`, `.text` (trimmed) and `.complain(sentence | "")`.
 * Too long is never cut off: it is said, and the words stay. With `near` the count only shows close to the limit.
 */
export function field({ label, hint, rows, most, near, value = "", optional, change, ...attributes }) {
  const id = fresh("veld");
  const cls = rows ? "utrecht-textarea utrecht-textarea--voice" : "utrecht-textbox";
  const count = most ? h("p", { class: "count small soft", id: `${id}-telling` }) : null;
  const described = [hint && `${id}-uitleg`, most && `${id}-telling`].filter(Boolean);
  const box = h(rows ? "textarea" : "input", { id, class: cls, rows, value, autocomplete: "off", ...attributes });
  const whole = h(
    "div",
    { class: "utrecht-form-field field" },
    h("label", { class: "utrecht-form-label", for: id }, label, optional && h("span", { class: "soft optional" }, ` (${t("mag, hoeft niet")})`)),
    hint && h("p", { class: "hint", id: `${id}-uitleg` }, hint),
    box,
    count,
  );
  function measure() {
    const over = box.value.length - most;
    count.textContent = over > 0 ? many(over, "{n} teken te lang. Wat kan eruit?", "{n} tekens te lang. Wat kan eruit?") : t("{n} van {most} tekens", { n: box.value.length, most });
    count.classList.toggle("count--over", over > 0);
    count.hidden = Boolean(near) && box.value.length < most * NEAR;
  }
  whole.complain = (sentence) => {
    const old = whole.querySelector(".error");
    if (old) old.remove();
    whole.classList.toggle("field--error", Boolean(sentence));
    box.setAttribute("aria-describedby", [...described, sentence && `${id}-fout`].filter(Boolean).join(" "));
    if (!sentence) return box.removeAttribute("aria-invalid");
    box.setAttribute("aria-invalid", "true");
    box.after(fault(sentence, `${id}-fout`));
    box.focus();
  };
  function grow() {
    while (box.scrollHeight > box.clientHeight && box.rows < 12 && box.offsetParent) box.rows += 1;
  }
  box.addEventListener("input", () => {
    if (most) measure();
    if (rows) grow();
    if (whole.classList.contains("field--error")) whole.complain("");
    if (change) change(box.value);
  });
  if (most) measure();
  whole.complain("");
  whole.grow = grow;
  whole.box = box;
  Object.defineProperty(whole, "text", { get: () => box.value.trim() });
  return whole;
}

/** A round or square choice with its words beside it. */
export function pick(type, name, value, words, props = {}) {
  return h("label", { class: "pick" }, h("input", { type, name, value, ...props }), h("span", null, words));
}

export function more(summary, ...inside) {
  return h("details", { class: "more" }, h("summary", null, icon("chevron-right"), summary), inside);
}

export function quoted(text) {
  return h("p", { class: "voice" }, text);
}

/** Where a piece is, or kindly that it left the big screen. */
export function standing(piece) {
  if (!piece.hidden) return whereabouts(piece.status);
  return h("p", { class: "small" }, t("Je kaart staat niet meer op het grote scherm. Misschien stond er een naam in. Jij ziet hem nog. Vraag het gerust aan de begeleider."));
}

const READERS = { me: () => t("Alleen jij kunt dit lezen."), table: () => t("Jouw tafel kan dit lezen."), room: () => t("De zaal kan dit lezen.") };

export function readBy(level) {
  return READERS[level] ? READERS[level]() : null;
}

/** "Dit gaf je al": my words in this step and where they are. Null when there are none. */
export function given(pieces, title = t("Dit gaf je al")) {
  if (!pieces.length) return null;
  const rows = pieces.map((piece) =>
    h(
      "li",
      { class: "sheet given" },
      quoted(piece.text),
      standing(piece),
      h("p", { class: "small soft" }, piece.hidden ? null : readBy(piece.level)),
    ),
  );
  return h("section", { class: "stack" }, h("h2", { class: "h3" }, title), h("ul", { class: "stack stack--tight" }, rows));
}

/** Replaces what `fill` put in `place`, and leaves it alone when nothing changed. Open details stay open. */
export function fill(place, ...parts) {
  const fragment = h("div", null, parts);
  const markup = new XMLSerializer().serializeToString(fragment);
  if (markup === (place.filled || "")) return;
  const open = [...place.querySelectorAll("details")].map((each) => each.open);
  place.filled = markup;
  place.textContent = "";
  place.append(...fragment.childNodes);
  place.querySelectorAll("details").forEach((each, i) => (each.open = Boolean(open[i])));
}
