// The token stands after the #, so that it is never in a request line. It goes along once, in the form.
const form = document.getElementById("begin");
form.elements.token.value = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
if (form.elements.token.value) form.submit();
