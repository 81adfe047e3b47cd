/** An element. `props`: attributes, `onclick` and the like; false, null and undefined are left out. */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Our own drawings as an element; never give it text that came from people. */
export function drawn(markup) {
  return new DOMParser().parseFromString(markup, "text/html").body.firstElementChild;
}

let last = 0;

/** An id nobody else on this page has. */
export function fresh(prefix) {
  last += 1;
  return `${prefix}-${last}`;
}

/** A UUIDv4; crypto.randomUUID does not exist on plain http. */
export function uuid() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = Array.from(b, (n) => n.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export function button(text, kind, onclick, mark = null, props = {}) {
  const cls = `utrecht-button utrecht-button--${kind}`;
  return h("button", { class: cls, type: kind === "primary-action" ? "submit" : "button", onclick, ...props }, mark, text);
}
