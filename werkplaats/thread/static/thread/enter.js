// A card's QR may carry the code after the #, so that it is in no request line. It goes along once, in the form.
const code = decodeURIComponent(location.hash.slice(1)).replace(/^kaart=/, "").replaceAll("-", " ").trim();
if (code) {
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("enter");
  form.elements.code.value = code;
  form.requestSubmit();
}
