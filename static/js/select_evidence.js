// Words selected in the minutes become the words of a new action: a button beside the selection leads to the form, with
// the words and their place in the document. Without it the form is filled in by hand.

const minutes = document.querySelector(".review__minutes");
const offer = Object.assign(document.createElement("a"), { className: "button button--small review__offer", textContent: "Add an action from these words", hidden: true });
minutes.append(offer);

const lineOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-start]");

// Characters as the server counts them; the numbers of the marks are no words of the document.
function lengthBefore(line, node, offset) {
  let length = 0;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement.closest(".no")) continue;
    if (text === node) return length + [...text.data.slice(0, offset)].length;
    if (node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) return length;
    length += [...text.data].length;
  }
  return length;
}

function place(node, offset) {
  const line = lineOf(node);
  return line && { source: line.dataset.source, at: Number(line.dataset.start) + lengthBefore(line, node, offset) };
}

function wordsOf(range) {
  const copy = range.cloneContents();
  copy.querySelectorAll(".no").forEach((number) => number.remove());
  return copy.textContent.trim().replace(/\s+/g, " ");
}

function update() {
  const selection = document.getSelection();
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const words = range && minutes.contains(range.commonAncestorContainer) ? wordsOf(range) : "";
  const from = words && place(range.startContainer, range.startOffset);
  offer.hidden = words.length < 3 || !from;
  if (offer.hidden) return;
  const to = place(range.endContainer, range.endOffset);
  const query = new URLSearchParams({ words: words.slice(0, 4000), source: from.source, start: from.at });
  if (to?.source === from.source) query.set("end", to.at);
  offer.href = `${minutes.dataset.add}?${query}`;
  const box = range.getBoundingClientRect();
  offer.style.setProperty("top", `${box.bottom - minutes.getBoundingClientRect().top + minutes.scrollTop + 4}px`);
}

document.addEventListener("selectionchange", update);
