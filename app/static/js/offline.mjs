// The page without internet: which pages were read before, and back to the wanted page when there is internet again.
import { readPages } from "./shared/kept.mjs";

const section = document.getElementById("kept-pages");

addEventListener("online", () => location.reload());
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
