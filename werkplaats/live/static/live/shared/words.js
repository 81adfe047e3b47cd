// Fixed words that console and wall share.

export const FORMS = { alone: "alleen", pair: "in tweetallen", four: "met zijn vieren", table: "aan tafel", all: "met de hele zaal" };
export const KINDS = { card: "Kaart", story: "Verhaal", recommendation: "Aanbeveling", commitment: "Stap", reason: "Reden", reflection: "Reflectie" };
export const VIEWS = { most_agree: "de meesten eens", divided: "verdeeld", most_disagree: "de meesten oneens", too_few: "te weinig mensen" };
export const SHAPES = ["rondjes", "vierkantjes", "driehoekjes", "ruitjes"];
export const TOO_FEW = "Te weinig mensen om dit te laten zien. Vertel het elkaar.";
export const RESULT_KINDS = ["triad", "scale", "vote", "weigh"];

export const PARTS = [
  ["who", "Wie"],
  ["does_what", "doet wat"],
  ["for_whom", "voor wie"],
  ["by_when", "voor wanneer"],
  ["noticed_by", "we merken het aan"],
];

export const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
