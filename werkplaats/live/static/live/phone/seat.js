/* Which session this phone sits in: {session, seat, token, expires, table}. */
const KEY = "werkplaats.seat";

function store() {
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].setItem(`${KEY}.try`, "1");
      window[name].removeItem(`${KEY}.try`);
      return window[name];
    } catch {
      continue;
    }
  }
  return null;
}

export function readSeat(now = Date.now()) {
  const place = store();
  const seat = place && JSON.parse(place.getItem(KEY) || "null");
  return seat && Date.parse(seat.expires) > now ? seat : null;
}

/** False when this browser keeps nothing at all. */
export function keepSeat(seat) {
  const place = store();
  if (place) place.setItem(KEY, JSON.stringify(seat));
  return Boolean(place);
}

export function forgetSeat() {
  const place = store();
  if (place) place.removeItem(KEY);
}
