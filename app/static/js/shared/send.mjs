// Send the draft that waits. The key makes a second time harmless, so without a clear answer it goes on waiting.
import { changeDraft } from "./store.mjs";

const ARRIVED = 201;
const WRONG = 422;
const PATIENCE = 20_000; // a line may hang: others wait for their turn

// Return the draft as it is now, and the page with the mistakes when there are any.
export async function sendWaiting() {
  let page = "";
  const draft = await changeDraft(async (waiting) => {
    if (waiting?.state !== "waiting") return waiting;
    const patience = new AbortController();
    setTimeout(() => patience.abort(), PATIENCE);
    const answer = await fetch(waiting.to, {
      signal: patience.signal,
      method: "POST",
      body: new URLSearchParams([...waiting.fields, ["key", waiting.key]]),
      credentials: "omit", // who is signed in by now need not be who wrote it
      headers: { Accept: "application/json" },
    }).catch(() => null);
    if (answer?.status === ARRIVED) {
      const { address } = await answer.json();
      return { state: "sent", saved: Date.now(), address, told: false };
    }
    if (answer?.status !== WRONG) return waiting;
    page = await answer.text();
    return { ...waiting, state: "wrong" };
  });
  return { draft, page };
}
