// Fixed words that console and wall share.

import { t } from "../phone/texts.js";

export const FORMS = { alone: "alleen", pair: "in tweetallen", four: "met zijn vieren", table: "aan tafel", all: "met de hele zaal" };
export const KINDS = { card: "Kaart", story: "Verhaal", recommendation: "Aanbeveling", commitment: "Stap", reason: "Reden", reflection: "Reflectie" };
export const VIEWS = { most_agree: "de meesten eens", divided: "verdeeld", most_disagree: "de meesten oneens", too_few: "te weinig mensen" };
export const SHAPES = ["rondjes", "vierkantjes", "driehoekjes", "ruitjes"];
export const TOO_FEW = "Te weinig mensen om dit te laten zien. Vertel het elkaar.";
export const RESULT_KINDS = ["triad", "scale", "vote", "weigh"];

export const count = (n, one, more) => `${n} ${t(n === 1 ? one : more)}`;

// "onderdeel 5 van 10, aan tafel"
export function stepPlace(step) {
  const place = t("onderdeel {n} van {total}", { n: step.n, total: step.total });
  return FORMS[step.form] ? `${place}, ${t(FORMS[step.form])}` : place;
}
