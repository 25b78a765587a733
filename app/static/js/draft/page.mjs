// What the page says of the draft: its words are in the page, each part shown when it is true.
import { showPhotos } from "./photos.mjs";

// A part that comes instead of the form gets the focus, but not while the page opens.
export function show(draft, isOpening = false) {
  const state = draft?.state ?? "empty";
  const is = {
    always: state !== "sent",
    form: !["sending", "waiting", "sent"].includes(state),
    sending: state === "sending",
    waiting: state === "waiting",
    sent: state === "sent",
    kept: Boolean(draft?.fields),
  };
  for (const part of document.querySelectorAll("[data-shown]")) {
    const wasHidden = part.hidden;
    part.hidden = !is[part.dataset.shown];
    if (wasHidden && !part.hidden && part.hasAttribute("tabindex") && !isOpening) part.focus();
  }
  showPhotos(draft?.photos ?? []);
  if (draft?.address) document.querySelector("[data-link]").href = draft.address;
  if (draft?.fields) say(draft.saved);
}

function say(moment) {
  const line = document.querySelector("[data-saved]");
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" });
  line.textContent = line.dataset.saved.replace("{time}", time.format(new Date(moment)));
}
