// What a browser keeps of pages: how long, how many, and of whom.

export const PAGES = "pages-"; // and then the mark of the reader
export const NOBODY = "nobody";
const DAY = 24 * 60 * 60 * 1000;
const LENGTH_OF_DATE = "Sun, 22 Nov 2026 14:03:00 GMT".length;
const OF_EVERYBODY = 14 * DAY;
const OF_ONE_READER = DAY;

export async function keptPages() {
  const name = (await caches.keys()).find((one) => one.startsWith(PAGES));
  return { cache: name && (await caches.open(name)), isPublic: name === PAGES + NOBODY };
}

// Return the address and title of each page that can be read without internet, the newest first.
export async function readPages() {
  const { cache, isPublic } = await keptPages();
  const found = [];
  for (const request of (await cache?.keys()) ?? []) {
    const copy = await cache.match(request, { ignoreVary: true });
    if (!isFresh(copy, isPublic)) continue;
    const { title } = new DOMParser().parseFromString(await copy.text(), "text/html");
    found.unshift({ address: request.url, title: title.replace(/ - [^-]*$/, "") });
  }
  return found;
}

export function isFresh(copy, isPublic) {
  return isYoung(copy, isPublic ? OF_EVERYBODY : OF_ONE_READER);
}

export function isYoung(copy, most) {
  return Date.now() - moment(copy) < most;
}

// Return when the server sent a copy. A proxy in between may add a second date: the first counts.
export function moment(copy) {
  return new Date(copy.headers.get("Date").slice(0, LENGTH_OF_DATE));
}

// Forget the oldest copies beyond `most`, and those that may stay no longer.
export async function trim(cache, most, mayStay = () => true) {
  const requests = await cache.keys();
  const rest = requests.slice(-most);
  await Promise.all(requests.slice(0, -most).map((request) => cache.delete(request)));
  for (const request of rest) {
    if (!mayStay(await cache.match(request, { ignoreVary: true }))) await cache.delete(request);
  }
}
