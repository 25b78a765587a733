// The shell: pages that need no internet, in the language of the reader, the same for everybody.
import { isYoung } from "../shared/kept.mjs";
import { keepFiles } from "./files.mjs";

const { files, calmPage, draftPage, registering, words: allWords } = self.BUILD;
const [FIRST] = Object.keys(allWords);
const CACHE = "shell";
const SPOKEN = "/language"; // not a page: where the cache keeps which language the reader speaks
const DAY = 24 * 60 * 60 * 1000;

export function words(language) {
  return allWords[language] || allWords[FIRST];
}

export async function keepShell() {
  await keepFiles(files);
  await caches.delete(CACHE);
  await keepPages(FIRST);
}

export async function speak(language) {
  if (!allWords[language]) return;
  const cache = await caches.open(CACHE);
  await cache.put(SPOKEN, new Response(language));
  const kept = await cache.match(copyOf(calmPage, language), { ignoreVary: true });
  if (!kept || !isYoung(kept, DAY)) await keepPages(language);
}

// Return the language of the page that said hello last.
export async function spoken() {
  const cache = await caches.open(CACHE);
  const note = await cache.match(SPOKEN);
  return note ? note.text() : FIRST;
}

// Without cookies: the server answers as to somebody it has never seen.
async function keepPages(language) {
  const cache = await caches.open(CACHE);
  for (const page of [calmPage, draftPage]) {
    const address = copyOf(page, language);
    const answer = await fetch(address, { credentials: "omit", cache: "no-store" });
    if (answer.ok) await cache.put(address, answer);
  }
}

export async function shellPage(address) {
  const cache = await caches.open(CACHE);
  const { pathname } = new URL(address);
  const page = pathname.startsWith(registering) ? draftPage : calmPage;
  for (const one of [await spoken(), FIRST]) {
    const copy = await cache.match(copyOf(page, one), { ignoreVary: true });
    if (copy) return copy;
  }
  return Response.error();
}

function copyOf(page, language) {
  return `${page}?taal=${language}`;
}
