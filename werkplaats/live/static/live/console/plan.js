// The plan of the evening as a running stitch: what is done, what is now, what comes.

import { h } from "../phone/dom.js";
import { t } from "../phone/texts.js";
import { phases } from "../../ui/marks.js";
import { redraw } from "../shared/draw.js";

export class PlanList extends HTMLElement {
  update(stream) {
    const { phases: steps, step } = stream.views.room;
    redraw(this, [steps, step && step.n], () => this.list(steps, step ? step.n : 0));
  }

  list(steps, now) {
    const items = [];
    let before = "";
    for (const one of steps) {
      const state = one.n < now ? "done" : one.n === now ? "now" : "";
      const group = phases[one.phase] && one.phase !== before ? h("b", { class: "group" }, t(phases[one.phase])) : null;
      before = one.phase;
      items.push(h("li", { class: state, "aria-current": one.n === now ? "step" : null }, group, h("span", null, `${one.n} ${one.title}`), state === "done" ? h("span", { class: "visually-hidden" }, ` (${t("klaar")})`) : null));
    }
    return h("ol", { class: "plan" }, items);
  }
}

customElements.define("plan-list", PlanList);
