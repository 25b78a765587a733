// The page without internet: which pages were read before, and back to the wanted page when there is internet again.
import { readPages } from "./shared/kept.mjs";

const PAUSE = 5_000;
const section = document.getElementById("kept-pages");

addEventListener("online", tryAgain);
setInterval(tryAgain, PAUSE); // a phone that says it is online may not be yet
readPages().then(show, () => {});

function show(pages) {
  const list = section.appendChild(document.createElement("ul"));
  for (const { address, title } of pages) {
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.className = "lone-link";
    link.href = address;
    link.textContent = title;
  }
  section.hidden = pages.length === 0;
}

function tryAgain() {
  if (document.hidden || !navigator.onLine) return;
  fetch("/sw.js", { method: "HEAD", cache: "no-store" }).then(() => location.reload(), () => {});
}
