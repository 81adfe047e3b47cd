// The same marks as templatetags/ui.py, for the custom elements. Each returns markup; a word stands beside it.
import { icons, rings, knots, marks, dots } from "./shapes.js";

const svg = (classes, box, inside, label = "") =>
  `<svg class="${classes}" viewBox="0 0 ${box} ${box}" ${label ? `role="img" aria-label="${escape(label)}"` : 'aria-hidden="true"'}>${inside}</svg>`;

export const escape = (text) =>
  String(text ?? "").replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);

export const icon = (name) => svg("icon", 24, icons[name]);
export const ring = (level, label) => svg("ring", 32, rings[level], label);
export const knot = (kind, open = false) => svg(open ? "knot knot--open" : "knot", 32, knots[kind] || knots.card);
export const mark = (answer) => svg("mark", 24, marks[answer]);
export const dot = (group, label) => svg(`shape dots-${(group % 4) + 1}`, 20, dots[group % 4], label);

export function stitches(at, total) {
  const x = Math.round(6 + (288 * Math.min(Math.max(at, 0), total)) / Math.max(total, 1));
  return `<svg class="stitches" viewBox="0 0 300 12" aria-hidden="true"><path class="sewn" d="M6 6H${x}"/><path class="ahead" d="M${x} 6H294"/><circle cx="${x}" cy="6" r="6"/></svg>`;
}

export const phases = { share: "Delen", interpret: "Duiden", act: "Doen" };
export const phase = (name) => (phases[name] ? `<span class="phase phase--${name}">${phases[name]}</span>` : "");
