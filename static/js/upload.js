// Files of an answer go up as they are chosen or dropped, each with its progress; the list that comes back takes the
// place of the old one. Without it the files go with the form.
// The form itself waits for what is still under way, the files and the words as they were typed, and goes once.

const drop = document.querySelector("[data-upload]");
const form = drop?.closest("form");
const input = drop?.querySelector("input[type=file]");
const progress = drop?.querySelector("[data-progress]");
const announcement = document.querySelector("#announcement");
let underWay = null; // files that are going up: becomes whether all of them arrived
let typing = false; // words are going up as they are typed
let sending = false; // a button of the form was pressed
let ready = false; // and nothing else is under way

function line(file) {
  const row = Object.assign(document.createElement("div"), { className: "upload" });
  const name = Object.assign(document.createElement("span"), { textContent: file.name });
  const bar = Object.assign(document.createElement("progress"), { className: "bar", max: 100, value: 0 });
  bar.setAttribute("aria-label", `${file.name}: sent so far`);
  const stop = Object.assign(document.createElement("button"), { type: "button", className: "link-button", textContent: "Stop" });
  row.append(name, bar, stop);
  progress.append(row);
  return { row, bar, stop };
}

function say(row, words) {
  row.replaceChildren(Object.assign(document.createElement("strong"), { className: "late", textContent: words }));
  announcement.textContent = words;
}

function refusal(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector("p.error").lastChild.textContent.trim();
}

function showFiles(html, file) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("#files");
  document.querySelector("#files").replaceWith(fresh);
  if (!fresh.querySelector(".error")) announcement.textContent = `${file.name} was added`;
}

function send(file) {
  const { row, bar, stop } = line(file);
  const request = new XMLHttpRequest();
  const data = new FormData();
  data.append("uploads", file);
  for (const name of ["csrfmiddlewaretoken", "sent_before"]) data.append(name, form.elements[name].value);
  stop.addEventListener("click", () => request.abort());
  request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total; });
  return new Promise((done) => {
    request.addEventListener("loadend", () => {
      const stopped = request.readyState === XMLHttpRequest.UNSENT;
      if (request.status === 200 || request.status === 422) {
        row.remove();
        showFiles(request.responseText, file);
      } else if (stopped) row.remove();
      else if (request.status === 409) say(row, `${file.name} was not added. ${refusal(request.responseText)}`);
      else if (request.status === 413) say(row, `${file.name} is too big to send.`);
      else say(row, `${file.name} could not be sent. Try again, or reload the page if you were signed out.`);
      done(stopped || request.status === 200); // stopped on purpose, so not missed
    });
    request.open("POST", drop.dataset.upload);
    request.send(data);
  });
}

// One after the other: the server's list then always holds those before.
function sendAll(files) {
  const before = underWay;
  const all = (async () => {
    let arrived = (await before) ?? true;
    for (const file of files) arrived = (await send(file)) && arrived;
    return arrived;
  })();
  underWay = all;
  all.then(() => { if (underWay === all) underWay = null; });
}

function wordsAreIn() {
  return new Promise((done) => {
    if (!typing) return setTimeout(done); // a form takes no second submission within the first
    form.addEventListener("htmx:afterRequest", done, { once: true });
    setTimeout(done, 10_000); // the form has the words too
  });
}

function goes() {
  sending = true;
  ready = false;
  setTimeout(() => { sending = false; }, 5_000); // for whoever stops the browser meanwhile
}

// A file that did not arrive keeps the form here: its author reads why, and presses the button again.
async function sendForm(button) {
  sending = true;
  let arrived = true;
  if (underWay) announcement.textContent = "This goes when the files are there";
  while (underWay) arrived = (await underWay) && arrived;
  await wordsAreIn();
  if (!arrived) {
    sending = false;
    announcement.textContent = "Nothing was sent, since a file did not arrive";
    return document.querySelector("#files").focus();
  }
  ready = true;
  // The list of files may have been replaced, and the button with it.
  const stays = !button || button.isConnected;
  form.requestSubmit(stays ? button : form.querySelector(`[name="${button.name}"][value="${button.value}"]`));
}

if (drop) {
  form.addEventListener("htmx:beforeRequest", (event) => {
    if (sending) event.preventDefault(); // the form has newer words
    else typing = true;
  });
  form.addEventListener("htmx:afterRequest", () => { typing = false; });
  form.addEventListener("submit", (event) => {
    if (ready || !(sending || underWay || typing)) return goes();
    event.preventDefault();
    if (!sending) sendForm(event.submitter);
  });
  addEventListener("pageshow", () => { sending = ready = false; }); // come back to by the browser's own button
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    sendAll(files);
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("is-over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("is-over");
    sendAll([...event.dataTransfer.files]);
  });
}
