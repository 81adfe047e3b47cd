// Which part of those who weighed a statement are residents.

import { t } from "../phone/texts.js";

/** In words; empty where nothing can be said. */
export function residents(found, id) {
  const share = (found.residents || {})[id];
  return share ? t("bewoners: {share} van de 10", { share }) : "";
}
