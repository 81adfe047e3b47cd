// A card's QR may carry the code after the #, so that it is in no request line. It goes along once, in the form.
function enter() {
  const [, code] = location.hash.match(/^#(?:kaart=)?([a-z]+(?:-[a-z]+){3})$/i) ?? [];
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("enter");
  form.elements.code.value = code.replaceAll("-", " ");
  form.submit();
}
addEventListener("hashchange", enter);
enter();
