// How cards lie on the wall: an order that says nothing about who was first, and a size that fits their number.

function place(id) {
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return hash >>> 0;
}

// [[id, card]] in an order that stays the same as cards come and go.
export const laid = (cards) => Object.entries(cards || {}).sort(([a], [b]) => place(a) - place(b));

const SIZES = [
  [1, 160],
  [4, 110],
  [9, 105],
  [16, 95],
  [25, 90],
];

// The size class for these text lengths: how many fit, and how long they may be. Long cards lie smaller.
export function sizeOf(lengths) {
  const long = lengths.length ? lengths.reduce((sum, one) => sum + Math.max(one, 50), 0) / lengths.length : 0;
  for (const [most, length] of SIZES) {
    if (lengths.length <= most && long <= length) return most;
  }
  return 40;
}
