// Which of the shown cards lie on the wall now: those of this part, or else of the last part that had any.

export function onWall(room) {
  const cards = Object.entries(room.cards || {});
  const now = room.step ? room.step.n : Infinity;
  const last = Math.max(...cards.map(([, card]) => card.step).filter((n) => n <= now));
  return Object.fromEntries(cards.filter(([, card]) => card.step === last));
}
