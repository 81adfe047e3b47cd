// Calm time: whole minutes, never seconds.

import { many, t } from "../phone/texts.js";

export function minutesLeft(step, now) {
  if (!step) return null;
  if (step.ends_at) return Math.max(0, (Date.parse(step.ends_at) - now) / 60000);
  return typeof step.left_s === "number" ? step.left_s / 60 : null;
}

export function timeSentence(room, now) {
  const left = minutesLeft(room.step, now);
  if (left === null) return "";
  const minutes = Math.ceil(left);
  if (room.state === "paused") return t("pauze");
  if (room.step.stage === "closed") return t("klaar");
  if (minutes <= 0) return t("de tijd is om");
  return many(minutes, "nog {n} minuut", "nog {n} minuten");
}

export function timeIsUp(room, now) {
  const left = minutesLeft(room.step, now);
  return room.state === "running" && left !== null && left <= 0;
}
