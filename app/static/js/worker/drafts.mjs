// A draft that waits on this phone is sent by the worker too, when no page of it is open.
import { sendWaiting } from "../shared/send.mjs";
import { changeDraft } from "../shared/store.mjs";

// Send what waits, and tell `pages` that it arrived, until one of them says that it showed so.
// Fails as long as the draft waits: the browser then tries again by itself.
export async function sendDraft(pages, words) {
  const { draft } = await sendWaiting();
  if (draft?.state === "waiting") throw new Error("no internet yet");
  if (draft?.state !== "sent" || draft.told) return;
  const news = { text: words.arrived, link: words.goOn, address: draft.address };
  for (const page of await pages()) page.postMessage(news);
}

export function wasTold() {
  return changeDraft((draft) => (draft?.state === "sent" ? { ...draft, told: true } : draft));
}
