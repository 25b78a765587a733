// Send the draft that waits: first its words, then its photos one by one; what arrived is remembered after each.
// The keys make a second time harmless, so without a clear answer it goes on waiting.
import { changeDraft, readPicture } from "./store.mjs";

const ARRIVED = 201;
const TOO_LARGE = 413;
const WRONG = 422;
const PATIENCE = 20_000; // a line may hang: others wait for their turn
const PATIENCE_FOR_PHOTO = 120_000;

// Return the draft as it is now, and the page with the mistakes when there are any.
export async function sendWaiting() {
  let page = "";
  let goesOn = true;
  let draft;
  while (goesOn) {
    draft = await changeDraft(async (waiting) => {
      goesOn = false;
      if (waiting?.state !== "waiting") return waiting;
      const next = await step(waiting, (html) => (page = html));
      goesOn = next !== waiting && next.state === "waiting";
      return next;
    });
  }
  return { draft, page };
}

// Return the draft after one more step of sending; the same one when there was no clear answer.
function step(waiting, showMistakes) {
  const photos = waiting.photos ?? [];
  if (!waiting.way) return sendWords(waiting, photos, showMistakes);
  const photo = photos.find(({ arrived, problem }) => !arrived && problem === undefined);
  if (photo) return sendPhoto(waiting, photo);
  if (photos.some(({ arrived }) => !arrived)) return { ...waiting, state: "refused" };
  return { state: "sent", saved: Date.now(), address: waiting.way.address, told: false };
}

async function sendWords(waiting, photos, showMistakes) {
  const keys = photos.map(({ key }) => ["photo", key]);
  const words = new URLSearchParams([...waiting.fields, ["key", waiting.key], ...keys]);
  const answer = await post(waiting.to, words, PATIENCE);
  if (answer?.status === ARRIVED) return { ...waiting, way: await answer.json() };
  if (answer?.status !== WRONG) return waiting;
  showMistakes(await answer.text());
  return { ...waiting, state: "wrong" };
}

async function sendPhoto(waiting, photo) {
  const picture = await readPicture(photo.key);
  if (!picture) return noted(waiting, photo, { problem: "" });
  const parts = new FormData();
  parts.set("key", waiting.key);
  parts.set("photo", photo.key);
  parts.set("alt", photo.alt);
  parts.set("file", picture, "photo");
  const answer = await post(waiting.way.photos, parts, PATIENCE_FOR_PHOTO);
  if (answer?.status === ARRIVED) return noted(waiting, photo, { arrived: true });
  if (answer?.status === TOO_LARGE) return noted(waiting, photo, { problem: "" });
  if (answer?.status !== WRONG) return waiting;
  return noted(waiting, photo, { problem: (await answer.json()).message });
}

function noted(waiting, photo, news) {
  const photos = waiting.photos.map((one) => (one === photo ? { ...one, ...news } : one));
  return { ...waiting, photos };
}

function post(address, body, patience) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), patience);
  return fetch(address, {
    signal: stop.signal,
    method: "POST",
    body,
    credentials: "omit", // who is signed in by now need not be who wrote it
    headers: { Accept: "application/json" },
  }).catch(() => null);
}
