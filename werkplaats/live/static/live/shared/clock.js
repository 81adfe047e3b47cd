// Calm time: whole minutes, never seconds.

export function minutesLeft(step, now) {
  if (!step) return null;
  if (step.ends_at) return Math.max(0, (Date.parse(step.ends_at) - now) / 60000);
  return typeof step.left_s === "number" ? step.left_s / 60 : null;
}

export function timeSentence(room, now) {
  const left = minutesLeft(room.step, now);
  if (left === null) return "";
  const minutes = Math.ceil(left);
  if (room.state === "paused") return "pauze";
  if (room.step.stage === "closed") return "klaar";
  if (minutes <= 0) return "de tijd is om";
  return minutes === 1 ? "nog 1 minuut" : `nog ${minutes} minuten`;
}

export function timeIsUp(room, now) {
  const left = minutesLeft(room.step, now);
  return room.state === "running" && left !== null && left <= 0;
}
