// Draws a list again only when its data changed; what was open stays open, what had the focus keeps it.

export function redraw(place, model, make) {
  const seen = JSON.stringify(model);
  if (place.drawnFrom === seen) return;
  place.drawnFrom = seen;
  const focused = document.activeElement;
  const key = focused && place.contains(focused) ? focused.dataset.key : null;
  const open = [...place.querySelectorAll("details[open] > summary[data-key]")].map((summary) => summary.dataset.key);
  place.replaceChildren(...[make(model)].flat(3).filter(Boolean));
  for (const summary of place.querySelectorAll("summary[data-key]")) {
    if (open.includes(summary.dataset.key)) summary.parentElement.open = true;
  }
  if (!key) return;
  const again = place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again) again.focus({ preventScroll: true });
  else if (place.tabIndex === -1) place.focus({ preventScroll: true });
}
