// Review page: the minutes follow the open proposal, a number in the minutes opens its proposal, and single letters
// press the buttons. Without it the page still works: details elements, links and forms.

const minutes = document.querySelector(".review__minutes");
const keys = document.querySelector("#keys");
const keysOn = document.querySelector("#keys-on");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// Asked for afresh each time: htmx replaces a proposal when it has been checked.
const proposals = () => [...document.querySelectorAll(".proposal")];
const current = () => proposals().find((proposal) => proposal.open);
const key = (proposal) => proposal.id.slice(1);
const motion = () => (calm.matches ? "auto" : "smooth");
const sideBySide = () => getComputedStyle(minutes).overflowY === "auto";

function evidenceOf(proposal) {
  return [...minutes.querySelectorAll(`[data-actions~="${key(proposal)}"]`)];
}

function scrollMinutesTo(mark) {
  if (!sideBySide()) return mark.scrollIntoView({ block: "center", behavior: motion() });
  const top = mark.getBoundingClientRect().top - minutes.getBoundingClientRect().top;
  minutes.scrollBy({ top: top - minutes.clientHeight / 4, behavior: motion() });
}

function follow(proposal) {
  minutes.querySelectorAll(".is-current").forEach((mark) => mark.classList.remove("is-current"));
  const marks = evidenceOf(proposal);
  marks.forEach((mark) => mark.classList.add("is-current"));
  if (marks.length && sideBySide()) scrollMinutesTo(marks[0]);
}

// One that comes in while its forerunner still stands is closed by the browser, since one of a name may be open.
function open(proposal) {
  proposal.open = true;
  (proposal.querySelector(".proposal__body > [data-focus]") ?? proposal.querySelector("summary")).focus({ preventScroll: true });
  proposal.scrollIntoView({ block: "nearest", behavior: motion() });
}

function step(by) {
  const all = proposals();
  if (!all.length) return;
  const at = all.indexOf(current()) + by;
  open(all[Math.min(Math.max(at, 0), all.length - 1)]);
}

function press(letter) {
  if (letter === "j") return step(1);
  if (letter === "k") return step(-1);
  if (letter === "?") {
    keys.open = !keys.open;
    return keys.querySelector("summary").focus();
  }
  const place = current()?.querySelector(`[data-key="${letter}"]`) ?? document.querySelector(`[data-key="${letter}"]:not(.proposal *)`);
  place?.click();
}

// While a form is open its own fields have the keys; radio buttons of the confirm form take none of our letters.
function isTyping(target) {
  return Boolean(target.closest("[data-form]")) || target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
}

function closeForm(form) {
  const proposal = form.closest(".proposal");
  if (!proposal) return false;
  form.remove();
  proposal.querySelector("summary").focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    const form = event.target.closest(".proposal [data-form]");
    if (form) closeForm(form);
    else if (keys.open) keys.open = false;
    return;
  }
  if (!keysOn.checked || isTyping(event.target) || !"jkcexuma?".includes(event.key)) return;
  event.preventDefault();
  press(event.key);
});

// "toggle" does not bubble, so listen on the way down.
document.addEventListener("toggle", (event) => {
  if (event.target.matches(".proposal") && event.target.open) follow(event.target);
}, true);

document.addEventListener("click", (event) => {
  const cancel = event.target.closest("[data-close]");
  if (cancel && closeForm(cancel.closest("[data-form]"))) return event.preventDefault();
  const link = event.target.closest('a[href^="#p"].no, a[href^="#e"]');
  const target = link && document.querySelector(link.getAttribute("href"));
  if (!target) return;
  event.preventDefault();
  if (target.matches(".proposal")) open(target);
  else scrollMinutesTo(target);
});

// The server says which proposal is next, once what changed is in its place.
let goOn = null;
document.addEventListener("review:go-on", (event) => { goOn = event.detail; });
document.addEventListener("htmx:afterSettle", () => {
  if (goOn === null) return;
  const next = document.querySelector(`#p${goOn.to}`);
  const address = goOn.at;
  goOn = null;
  if (next) open(next);
  else location.assign(address); // it stands on another page of the list
});

// A form that htmx brought in takes the focus, unless it has an error summary, which js/focus.js sees to.
document.addEventListener("htmx:afterSettle", (event) => {
  const form = event.target.querySelector?.("[data-form]") ?? event.target.closest?.("[data-form]");
  if (!form || form.querySelector(".error-summary") || form.contains(document.activeElement)) return;
  form.querySelector("input:checked, input:not([type=hidden]), textarea, select")?.focus();
});

keysOn.checked = localStorage.getItem("review-keys") !== "off";
keysOn.addEventListener("change", () => localStorage.setItem("review-keys", keysOn.checked ? "on" : "off"));
if (current()) follow(current());

// A step taken before htmx had its button comes back as a page at the next proposal: the keys go on from there. When
// all is loaded, since the browser takes the focus away as it goes to the place.
const asked = document.getElementById(location.hash.slice(1));
if (asked?.matches(".proposal") && !asked.querySelector("[data-form]") && !document.querySelector(".error-summary")) {
  addEventListener("load", () => open(asked));
}
