// Draws a list again only when its data changed, and gives focus back to the same thing.

export function redraw(place, model, make) {
  const seen = JSON.stringify(model);
  if (place.drawnFrom === seen) return;
  place.drawnFrom = seen;
  const focused = document.activeElement;
  const key = focused && place.contains(focused) ? focused.dataset.key : null;
  place.replaceChildren(...[make(model)].flat(3).filter(Boolean));
  if (!key) return;
  const again = place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again) again.focus({ preventScroll: true });
  else if (place.tabIndex === -1) place.focus({ preventScroll: true });
}
