// What the facilitator does goes to the server from here. A refusal comes back as a sentence.

import { uuid } from "../phone/dom.js";
import { t } from "../phone/texts.js";

export class Lead {
  // `asks(title)` resolves to a reason or null; `says(sentence, isProblem)` tells it on the screen.
  constructor(session, { asks, says }) {
    this.url = `/live/${session}/lead`;
    this.asks = asks;
    this.says = says;
  }

  // True when the server did it.
  async run(command, told = "") {
    const answer = await this.post(command);
    if (answer.ok) {
      if (told) this.says(told);
      return true;
    }
    if (answer.status === 409 && command.do === "step" && !command.reason) {
      const reason = await this.asks(answer.title);
      return reason ? this.run({ ...command, reason }, told) : false;
    }
    this.says(answer.title, true);
    return false;
  }

  async post(command) {
    const request = { method: "POST", credentials: "same-origin", headers: { "content-type": "application/json" } };
    try {
      const answer = await fetch(this.url, { ...request, body: JSON.stringify({ uuid: uuid(), ...command }) });
      if (answer.ok) return { ok: true };
      const problem = await answer.json().catch(() => ({}));
      return { ok: false, status: answer.status, title: problem.title || t("De server antwoordt niet zoals we verwachten. Probeer het nog eens.") };
    } catch {
      return { ok: false, status: 0, title: t("Geen verbinding. Er is niets veranderd. Probeer het zo nog eens.") };
    }
  }
}
