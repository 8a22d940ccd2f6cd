// An address that ends in the place of an item which stands on another page of the list: the server is asked for that page.
// Links of our own say it already (?at=…); those that somebody kept, or wrote by hand, end in the place alone.

function goOn() {
  const place = decodeURIComponent(location.hash.slice(1));
  const asked = new URLSearchParams(location.search);
  if (!place || document.getElementById(place) || asked.get("at") === place || !document.querySelector(".pagination")) return;
  ["page", "minutes"].forEach((name) => asked.delete(name));
  asked.set("at", place);
  location.replace(`?${asked}${location.hash}`);
}

addEventListener("hashchange", goOn);
goOn();
