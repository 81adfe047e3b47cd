// Looks for what may point at a person. A hint for the facilitator, never a block.

import { t } from "../phone/texts.js";

const TITLES = /\b(meneer|mevrouw|meester|juf|dokter|dhr\.?|mevr\.?|mw\.?|dr\.?)\s+\p{Lu}/u;
const REACHABLE = /\b\d{2,4}[ -]?\d{6,8}\b|\S+@\S+\.\S+|\b\d{4}\s?[A-Z]{2}\b/;
const NAME = /[\p{Ll},;]\s(\p{Lu}\p{Ll}{2,})/gu;
const NO_NAMES = new Set(["Nederland", "Nederlands", "Nederlandse", "Wmo", "Jeugdzorg", "WhatsApp", "Corona", "Kerst", "Ramadan"]);

export function flagOf(card) {
  const text = card.text || "";
  if (REACHABLE.test(text)) return t("Hier staat een nummer of adres in. Vraag het de tafel.");
  const names = [...text.matchAll(NAME)].map((found) => found[1]).filter((name) => !NO_NAMES.has(name));
  if (TITLES.test(text) || names.length) return t("Misschien staat hier een naam in. Vraag het de tafel.");
  return card.flag === "late" ? t("Deze kwam binnen toen het onderdeel al dicht was.") : "";
}
