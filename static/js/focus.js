// What must be read out takes the focus: an error summary or a message when the page is ready, and whatever an htmx
// swap brings in that asks for it with data-focus. A page opened at a place of its own (#fragment) keeps that place: its
// messages are read out without the focus.

function focusFirst(root) {
  const wanted = root.matches?.("[data-focus]") ? root : root.querySelector(".error-summary[data-focus], [data-focus]");
  wanted?.focus();
}

const messages = document.querySelector("main > .messages");
if (!location.hash || document.querySelector(".error-summary")) focusFirst(document.body);
else if (messages) addEventListener("load", () => { document.querySelector("#announcement").textContent = messages.textContent.trim(); });

document.addEventListener("htmx:afterSettle", (event) => focusFirst(event.target));
