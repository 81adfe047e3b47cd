/* Every sentence in these files is its own Dutch key. A page may carry another language in
   <script type="application/json" id="texts">{"Dutch": "translation"}</script>. */
const page = document.getElementById("texts");
const table = page ? JSON.parse(page.textContent) : {};

/** The sentence in the language of the page; {names} are filled in from `values`. */
export function t(dutch, values = {}) {
  return (table[dutch] || dutch).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** `one` when n is 1, else `more`; {n} is filled in. */
export function many(n, one, more) {
  return t(n === 1 ? one : more, { n });
}

/** "a", "a en b", "a, b en c". */
export function listed(words) {
  if (words.length < 2) return words.join("");
  return t("{first} en {last}", { first: words.slice(0, -1).join(", "), last: words[words.length - 1] });
}
