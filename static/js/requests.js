// htmx requests that fail say so in words; one that lands on the sign-in page goes there; and a server that wants
// something read out sends HX-Trigger: {"announce": "No. 5 confirmed"}.

const trouble = document.querySelector("#trouble");
const announcement = document.querySelector("#announcement");

function say(words) {
  trouble.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "nearest" });
}

const REASONS = {
  403: "You may not do that. Nothing was changed. If you were signed out meanwhile, reload the page.",
  404: "That is no longer there. Reload the page to see how things stand.",
  409: "Someone was quicker. Nothing of yours was changed; reload the page to see what they did.",
  413: "That is too big to send.",
  429: "That was too often in a short time. Wait a minute, then try again.",
};

document.addEventListener("htmx:responseError", (event) => {
  say(REASONS[event.detail.xhr.status] ?? "Something went wrong on our side. Nothing was changed. Try again in a minute.");
});

document.addEventListener("htmx:sendError", () => {
  say("The council’s server could not be reached. Nothing was changed. Check your connection and try again.");
});

document.addEventListener("htmx:beforeRequest", () => { trouble.hidden = true; });

document.addEventListener("htmx:beforeSwap", (event) => {
  const landed = new URL(event.detail.xhr.responseURL || location.href);
  if (!landed.pathname.startsWith("/accounts/login") || location.pathname === landed.pathname) return;
  event.detail.shouldSwap = false;
  location.assign(`${landed.pathname}?next=${encodeURIComponent(location.pathname + location.search)}`);
});

document.addEventListener("announce", (event) => { announcement.textContent = event.detail.value; });
