// Files of an answer go up as they are chosen or dropped, each with its progress; the list that comes back takes the
// place of the old one. Without it the files go with the form.

const drop = document.querySelector("[data-upload]");
const input = drop?.querySelector("input[type=file]");
const progress = drop?.querySelector("[data-progress]");
const announcement = document.querySelector("#announcement");

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
  data.append("csrfmiddlewaretoken", document.querySelector("#answer-form [name=csrfmiddlewaretoken]").value);
  stop.addEventListener("click", () => request.abort());
  request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total; });
  return new Promise((done) => {
    request.addEventListener("loadend", () => {
      if (request.status === 200 || request.status === 422) {
        row.remove();
        showFiles(request.responseText, file);
      } else if (request.readyState === XMLHttpRequest.UNSENT) row.remove();
      else if (request.status === 413) say(row, `${file.name} is too big to send.`);
      else say(row, `${file.name} could not be sent. Try again, or reload the page if you were signed out.`);
      done();
    });
    request.open("POST", drop.dataset.upload);
    request.send(data);
  });
}

// One after the other: the server's list then always holds those before.
async function sendAll(files) {
  for (const file of files) await send(file);
}

if (drop) {
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
