/* Which session this phone sits in: {session, seat, token, expires, table}. A code that was made here stays with it
   for the evening: {code, written: whether somebody said to have copied it}. */
const KEY = "werkplaats.seat";
const DOOR = "werkplaats.door";

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
  if (seat && Date.parse(seat.expires) > now) return seat;
  if (seat) forgetSeat();
  return null;
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

/** What was filled in at the door, so that a reload asks no code again; null forgets it. */
export function keepDoor(given) {
  try {
    if (given) sessionStorage.setItem(DOOR, JSON.stringify(given));
    else sessionStorage.removeItem(DOOR);
  } catch {
    return;
  }
}

export function readDoor() {
  try {
    return JSON.parse(sessionStorage.getItem(DOOR) || "null");
  } catch {
    return null;
  }
}
