/* The screens without an input. */
import { button, h } from "./dom.js";
import { fill, given, heading, icon } from "./parts.js";
import { t } from "./texts.js";

function still(element, update = () => {}) {
  element.update = update;
  update();
  return element;
}

export function waiting(desk) {
  const rules = document.getElementById("afspraken");
  return still(
    h(
      "div",
      { class: "phone-form" },
      heading(t("We beginnen zo"), h("p", null, t("Je bent binnen. Je telefoon gaat vanzelf mee met de avond."))),
      desk.room.session.municipal && h("p", { class: "note" }, t("Hier zitten ook mensen van de gemeente. Zij lezen jouw woorden vanavond alleen als jij die met hen deelt. Daarna niet meer. In het verslag staat alleen waar jij ja op zei.")),
      rules && h("section", { class: "stack stack--tight" }, h("h2", { class: "h3" }, t("Zo praten we")), rules.content.cloneNode(true)),
    ),
  );
}

export function paused() {
  return still(h("div", { class: "calm" }, icon("pause"), heading(t("Pauze"), h("p", null, t("Wat je schreef, blijft bewaard. We gaan zo verder.")))));
}

export function dark(desk) {
  const { step } = desk;
  return still(h("div", { class: "calm" }, heading(t("Leg je telefoon weg"), h("p", { class: "calm-step" }, step.title), h("p", { class: "calm-words" }, step.instruction))));
}

export function talks(desk) {
  const { step } = desk;
  return still(h("div", { class: "phone-form" }, heading(step.title, h("p", null, step.instruction)), h("p", { class: "note" }, t("Jij praat mee aan tafel. We bewaren jouw woorden niet, want daarvoor moet je ouder of verzorger ja zeggen."))));
}

export function gone(desk) {
  return still(
    h(
      "div",
      { class: "phone-form" },
      heading(t("Je bent niet meer verbonden met deze avond"), h("p", null, t("Doe opnieuw mee met je code. Wat nog op je telefoon stond, gaat dan alsnog mee."))),
      h("a", { class: "utrecht-button utrecht-button--primary-action", href: desk.urls.join }, t("Opnieuw meedoen")),
    ),
  );
}

export function unread() {
  return still(h("div", { class: "phone-form" }, heading(t("We zoeken verbinding")), h("p", null, t("Er is nog geen wifi. Deze pagina gaat vanzelf verder zodra het lukt."))));
}

/** A step that is over: what the room gave, and what I gave. */
export function closed(desk) {
  const { step } = desk;
  const results = h("div", null);
  const mine = h("div", null);
  const element = h("div", { class: "phone-form" }, heading(step.title, h("p", null, t("Dit onderdeel is klaar."))), results, mine);
  return still(element, () => {
    fill(mine, given(desk.mine.pieces(step.n)));
    const found = desk.room.results;
    if (!found || found.step !== step.n) return fill(results, h("p", { class: "note" }, t("Kijk met elkaar naar het grote scherm.")));
    import("./results.js").then((module) => fill(results, module.results(desk, found)));
  });
}

export function ended(desk) {
  const { urls } = desk;
  const question = h("div", null);
  const update = () => {
    fill(question, desk.mine.questions().length > 0 && h("p", { class: "note note--news" }, t("Er is een vraag over een zin van jou: mag die in het verslag?")));
  };
  return still(
    h(
      "div",
      { class: "phone-form" },
      heading(t("Dank je wel"), h("p", null, t("De avond is voorbij. Over twee dagen staat er een eerste verslag."))),
      question,
      h("div", { class: "buttons" }, button(t("Kies wat er met jouw woorden mag"), "primary-action", () => desk.open("consent")), h("a", { class: "utrecht-button utrecht-button--secondary-action", href: urls.thread }, t("Bekijk waar jouw woorden blijven"))),
      h("section", { class: "stack" }, h("h2", { class: "h3" }, t("Klaar?")), h("p", null, t("Met je kaart kun je altijd terug.")), button(t("Wis deze avond van deze telefoon"), "secondary-action", () => desk.open("wipe"))),
    ),
    update,
  );
}
