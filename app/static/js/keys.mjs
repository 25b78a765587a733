// Shortcuts for who handles many things in a row. Each follows a link or moves the focus, as one can do without them.
// They listen to single letters, so they can be switched off (WCAG 2.1.4), and they leave fields and other shortcuts alone.

const PAUSE = 1_000; // milliseconds that the second key of two may take
const SWITCH = "shortcuts"; // where a browser remembers that they are off
const FIELDS = "input, textarea, select, [contenteditable]";
const STOPS = "input:not([type=hidden]), textarea, select, button, a";
const STEPS = { j: 1, k: -1 };

const help = document.querySelector("#sneltoetsen");
const opener = document.querySelector("[data-do=keys]");
const use = help.querySelector("input");
let first = "";
let pressed = 0;

use.checked = remembered() !== "off";
use.addEventListener("change", () => remember(use.checked ? "on" : "off"));
opener.addEventListener("click", () => help.showModal());
opener.hidden = false;

document.addEventListener("keydown", (event) => {
  const { key, target, timeStamp } = event;
  if (!use.checked || help.open || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (target.closest(FIELDS)) return key === "Escape" && target.blur();
  const keys = first && timeStamp - pressed < PAUSE ? `${first} ${key}` : key;
  first = keys === "g" ? key : "";
  pressed = timeStamp;
  if (act(keys)) event.preventDefault();
});

// Tell whether these keys meant something here.
function act(keys) {
  if (keys === "?") help.showModal();
  else if (keys in STEPS) step(STEPS[keys]);
  else if (keys === "o") (rowOf(document.activeElement) ?? rows()[0])?.querySelector("a").click();
  else if (keys === "u") document.querySelector(".back__link, .utrecht-breadcrumb-nav__link[href]")?.click();
  else {
    const place = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
    if (!place) return false;
    if (place.matches("a")) place.click();
    else place.querySelector(STOPS)?.focus();
  }
  return true;
}

// To the row before or after; where there are no rows, to the page before or after.
function step(by) {
  const all = rows();
  if (!all.length) return document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
  const now = all.indexOf(rowOf(document.activeElement));
  const row = all[now < 0 ? 0 : Math.min(Math.max(now + by, 0), all.length - 1)];
  row.querySelector("a").focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" }); // what stays in view would cover it at an edge
}

function rows() {
  return [...document.querySelectorAll(".main tbody tr, .todo")].filter((row) => row.querySelector("a"));
}

function rowOf(element) {
  return element.closest("tbody tr, .todo");
}

function remembered() {
  try {
    return localStorage.getItem(SWITCH);
  } catch {
    return null; // a browser that keeps nothing
  }
}

function remember(value) {
  try {
    localStorage.setItem(SWITCH, value);
  } catch {
    // then it holds for this page only
  }
}
