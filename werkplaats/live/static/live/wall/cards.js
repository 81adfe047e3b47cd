// How cards lie on the wall: an order that says nothing about who was first, and a size that fits their number.

function place(id) {
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return hash >>> 0;
}

// [[id, card]] in an order that stays the same as cards come and go.
export const laid = (cards) => Object.entries(cards || {}).sort(([a], [b]) => place(a) - place(b));

const SIZES = [1, 4, 9, 12, 16, 20, 25, 30, 40];
export const MOST = 40;
export const FEWEST = 8;
const PAGE_STAYS = 15000;

// Which cards lie on the table now: all of them, or a page that changes calmly when more than `most` lie there.
export function pageOf(cards, now, most) {
  if (cards.length <= most) return { cards, page: 0, pages: 1 };
  const pages = Math.ceil(cards.length / most);
  const page = Math.floor(now / PAGE_STAYS) % pages;
  const each = Math.ceil(cards.length / pages);
  return { cards: cards.slice(page * each, (page + 1) * each), page, pages };
}

const overflows = (list) => list.scrollHeight > list.clientHeight + 1 || list.scrollWidth > list.clientWidth + 1;

// Gives the list the largest size in which every card fits the screen; false when even the smallest is too large.
export function fit(list) {
  const n = list.children.length;
  const from = n === 1 ? 0 : Math.max(1, SIZES.findIndex((size) => size >= n) - 1);
  for (const size of SIZES.slice(from)) {
    list.className = `wall-cards wall-cards--${size}`;
    if (!overflows(list)) return true;
  }
  return false;
}

// Leaves out sentences until the rest can be read: first what we do not know, then the last of the longest list, so
// that each list keeps one as long as it can.
export function trim(says) {
  while (overflows(says) && says.querySelectorAll("li").length > 1) {
    const lists = [...says.querySelectorAll("section")];
    const long = (list) => list.querySelectorAll("li").length + (list.dataset.key === "unknown" ? 100 : 0);
    const most = Math.max(...lists.map(long));
    const list = lists.filter((one) => long(one) === most).pop();
    [...list.querySelectorAll("li")].pop().remove();
    if (!list.querySelector("li")) list.remove();
  }
}
