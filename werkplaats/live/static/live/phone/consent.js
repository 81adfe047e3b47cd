/* My words, one by one: who may read them later, and whether a sentence may stand in the report. */
import { button, h } from "./dom.js";
import { fill, heading, icon, pick, quoted, ring, standing, whereabouts } from "./parts.js";
import { t } from "./texts.js";

const LEVELS = [
  ["me", () => t("alleen ik")],
  ["table", () => t("deze tafel, alleen vanavond")],
  ["room", () => t("de zaal, alleen vanavond (de begeleider nog twee weken)")],
  ["region", () => t("de regio")],
  ["everyone", () => t("iedereen")],
];
const ANSWERS = [
  ["yes", () => t("Ja")],
  ["unnamed", () => t("Ja, zonder naam")],
  ["no", () => t("Nee")],
];
const KINDS = {
  story: () => t("Jouw verhaal"),
  card: () => t("Jouw kaart"),
  reason: () => t("Jouw reden"),
  recommendation: () => t("De aanbeveling van jouw tafel"),
  commitment: () => t("Jouw stap"),
  reflection: () => t("Jouw notitie"),
};
const USES = [
  ["education", () => t("Dit mag in een les of training.")],
  ["research", () => t("Dit mag in onderzoek.")],
];
const named = (table, code) => (table.find(([each]) => each === code) || [0, () => ""])[1]();
const kindOf = (piece) => (KINDS[piece.kind] || KINDS.card)();

/** [start, end) of each sentence, in whole characters as the server counts them. */
export function sentences(text) {
  const found = [];
  for (const match of text.matchAll(/[^.!?…\n]+[.!?…]*["'’”)]*/g)) {
    const whole = match[0];
    const trimmed = whole.trim();
    if (!trimmed) continue;
    const before = text.slice(0, match.index + whole.indexOf(trimmed));
    const start = Array.from(before).length;
    found.push([start, start + Array.from(trimmed).length]);
  }
  return found;
}

export function cut(text, [start, end]) {
  return Array.from(text).slice(start, end).join("");
}

/** The step "Wat mag er met jouw inbreng?": one piece at a time. */
export function consent(desk) {
  let at = desk.panel ? Math.max(0, pieces().findIndex((piece) => desk.mine.questions().some((one) => one.voice === piece.voice))) : 0;
  let finished = false;
  const body = h("div", { class: "phone-form" });
  const title = h("p", { class: "soft" });
  const close = desk.panel && button(t("Terug"), "subtle", () => desk.open(""), icon("arrow-left"));
  const element = h("div", { class: "phone-form" }, heading(t("Wat mag er met jouw woorden?"), title), body, close);
  const chosen = new Map();
  const picked = new Map();
  let drawnFor = "";
  let drawnAt = 0;

  function pieces() {
    return desk.mine.pieces().filter((piece) => piece.kind !== "reflection" && piece.kind !== "name");
  }

  const levelOf = (piece) => chosen.get(piece.voice);

  function send(item) {
    desk.give({ kind: "consented", ...item }, {});
  }

  function level(piece, code) {
    chosen.set(piece.voice, code);
    send({ voice: piece.voice, level: code });
    draw(true);
  }

  function forAll(code) {
    for (const piece of pieces()) {
      if (!piece.voice || levelOf(piece) === code) continue;
      chosen.set(piece.voice, code);
      send({ voice: piece.voice, level: code });
    }
    desk.say(t("Gekozen voor al jouw woorden: {level}.", { level: named(LEVELS, code) }));
    draw(true);
  }

  function go(by) {
    at += by;
    draw(true);
    element.querySelector("h1").focus();
    scrollTo(0, 0);
  }

  function draw(now = false) {
    const all = pieces();
    const state = JSON.stringify([at, all]);
    if (!now && state === drawnFor) return;
    const open = drawnAt === at ? [...body.querySelectorAll("details[open]")].map((each) => each.className) : [];
    drawnFor = state;
    drawnAt = at;
    element.querySelector("h1").textContent = finished ? t("Dank je wel") : t("Wat mag er met jouw woorden?");
    if (finished) return calm();
    if (!all.length) return empty();
    at = Math.min(at, all.length - 1);
    const piece = all[at];
    fill(title, t("{n} van {total}. Niets kiezen is ook goed. Dan gaat het niet verder dan deze avond.", { n: at + 1, total: all.length }));
    body.textContent = "";
    body.append(...h("div", null,
      h("section", { class: "sheet stack" }, h("h2", { class: "h3" }, kindOf(piece)), quoted(piece.text), piece.kind === "recommendation" && h("p", { class: "small soft" }, t("Dit schreef je samen met je tafel."))),
      piece.voice ? choices(piece, all.length) : whereabouts(piece.status),
      h("div", { class: "turns" }, at > 0 && button(t("Vorige"), "secondary-action", () => go(-1)), at < all.length - 1 && button(t("Volgende"), "primary-action", () => go(1), null, { type: "button" }), at === all.length - 1 && button(t("Klaar"), "primary-action", done, null, { type: "button" })),
      at === all.length - 1 && h("p", { class: "note note--kept" }, t("Dit was het. Met je kaart kun je later altijd kijken, minder delen of alles terugnemen.")),
    ).childNodes);
    for (const each of body.querySelectorAll("details")) each.open = open.includes(each.className);
  }

  function done() {
    if (desk.panel && desk.room.state === "ended") return desk.open("");
    finished = true;
    go(0);
  }

  function calm() {
    fill(title, t("Je bent klaar. Leg je telefoon gerust weg."));
    body.textContent = "";
    body.append(button(t("Kijk nog eens naar je keuzes"), "subtle", () => {
      finished = false;
      go(0);
    }));
  }

  function empty() {
    fill(title, t("Je hebt vanavond nog niets gedeeld. Dat is ook goed."));
    body.textContent = "";
  }

  function choices(piece, total) {
    const code = levelOf(piece);
    const rows = LEVELS.map(([each, words]) => pick("radio", `wie-${piece.voice}`, each, [ring(each), words()], { checked: code === each, onchange: () => level(piece, each) }));
    const asked = piece.asked.map((one) => question(piece, one));
    return [
      h("fieldset", { class: "levels" }, h("legend", { class: "utrecht-form-label" }, t("Wie mag dit lezen?")), !code && h("p", { class: "hint" }, t("Nu: {level}.", { level: named(LEVELS, piece.level) })), rows),
      code && h("p", { class: "where" }, t("Jij koos: {level}.", { level: named(LEVELS, code) })),
      (code === "region" || code === "everyone") && h("p", { class: "small" }, t("Wat geprint of gemaild is, kunnen we niet terughalen.")),
      code && total > 1 && button(t("Kies dit voor al mijn woorden"), "subtle", () => forAll(code)),
      asked,
      piece.words && piece.words.text && offer(piece),
      further(piece),
    ].flat();
  }

  /** Education and research: each apart, and no unless ticked. */
  function further(piece) {
    const rows = USES.map(([use, words]) => {
      const key = `${piece.voice}:${use}`;
      const now = chosen.has(key) ? chosen.get(key) : Boolean((piece.uses || {})[use]);
      const tell = (event) => {
        chosen.set(key, event.target.checked);
        send({ voice: piece.voice, use, yes: event.target.checked });
      };
      return pick("checkbox", use, use, words(), { checked: now, onchange: tell });
    });
    return h("details", { class: "more uses" }, h("summary", null, icon("chevron-right"), t("Onderwijs of onderzoek?")), h("p", { class: "hint" }, t("Dit kies je apart. Kies je niets? Dan doen we het niet.")), rows);
  }

  function question(piece, one) {
    const answer = chosen.get(one.quotation) || one.answer;
    return answering(t("We willen deze zin graag in het verslag zetten. Mag dat?"), cut(piece.text, [one.start, one.end]), answer, (code) => {
      chosen.set(one.quotation, code);
      send({ voice: piece.voice, quotation: one.quotation, answer: code });
      draw(true);
    });
  }

  function answering(words, sentence, answer, tell) {
    const buttons = ANSWERS.map(([code, label]) => button(label(), "secondary-action", () => tell(code), null, { "aria-pressed": String(answer === code) }));
    return h("section", { class: "stack asked" }, h("h2", { class: "h3" }, words), h("blockquote", { class: "sheet given" }, quoted(sentence)), h("div", { class: "answers", role: "group", "aria-label": words }, buttons), h("p", { class: "small soft" }, answer ? t("Jij zei: {answer}.", { answer: named(ANSWERS, answer) }) : t("Kies je niets? Dan doen we het niet.")));
  }

  function offer(piece) {
    const range = picked.get(piece.voice);
    if (range) {
      const key = `${piece.voice}:${range}`;
      return answering(t("Mag deze zin in het verslag?"), cut(piece.text, range), chosen.get(key), (code) => {
        chosen.set(key, code);
        send({ voice: piece.voice, range, answer: code });
        draw(true);
      });
    }
    const own = sentences(piece.text).filter(([start, end]) => !piece.asked.some((one) => one.start === start && one.end === end));
    if (!own.length) return null;
    const rows = own.map((each) =>
      h("li", null, button(cut(piece.text, each), "secondary-action", () => {
        picked.set(piece.voice, each);
        draw(true);
        desk.say(t("Mag deze zin in het verslag?"));
      })),
    );
    return h("details", { class: "more sentences" }, h("summary", null, icon("chevron-right"), t("Een zin voor het verslag?")), h("p", { class: "hint" }, t("Tik op een zin van jezelf die erin mag.")), h("ul", { class: "stack stack--tight" }, rows));
  }

  element.rejected = (item) => {
    [item.voice, item.quotation, `${item.voice}:${item.range}`, `${item.voice}:${item.use}`].forEach((key) => chosen.delete(key));
    draw(true);
  };
  element.update = () => draw();
  draw(true);
  return element;
}

/** "Mijn woorden": everything I gave tonight, where it is, and what is still half written. */
export function words(desk) {
  const list = h("div", { class: "phone-form" });
  const element = h(
    "div",
    { class: "phone-form" },
    heading(t("Mijn woorden")),
    list,
    h("a", { class: "utrecht-link target", href: desk.urls.thread }, t("Bekijk waar jouw woorden blijven")),
    button(t("Terug"), "subtle", () => desk.open(""), icon("arrow-left")),
  );
  element.update = () => {
    const all = desk.mine.pieces();
    const drafts = desk.leftovers();
    const rows = all.map((piece) => h("li", { class: "sheet given" }, h("h2", { class: "small" }, kindOf(piece)), quoted(piece.text), standing(piece), piece.level && h("p", { class: "small soft" }, piece.level === "me" ? t("Alleen jij kunt dit lezen.") : t("Te lezen door: {who}.", { who: named(LEVELS, piece.level) }))));
    const half = drafts.map((draft) => h("li", { class: "note stack stack--tight" }, h("p", null, h("b", null, t("Nog niet verstuurd: {title}", { title: draft.step.title }))), quoted(draft.words), button(t("Maak het af"), "secondary-action", () => desk.finish(draft))));
    fill(
      list,
      half.length > 0 && h("ul", { class: "stack" }, half),
      rows.length ? h("ul", { class: "stack stack--tight" }, rows) : h("p", null, t("Hier komt wat je vanavond geeft. Alleen jij ziet deze lijst.")),
      desk.code && button(t("Jouw code nog eens zien"), "secondary-action", () => desk.open("code")),
      all.length > 0 && button(t("Kies wie het later mag lezen"), "secondary-action", () => desk.open("consent")),
    );
  };
  element.update();
  return element;
}
