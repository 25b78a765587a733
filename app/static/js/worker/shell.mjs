// The shell: pages that need no internet, in the language of the reader, the same for everybody.
import { isYoung } from "../shared/kept.mjs";
import { keepFiles } from "./files.mjs";

const { files, pages, words: allWords } = self.BUILD;
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
  const kept = await cache.match(copyOf(pages[0], language), { ignoreVary: true });
  if (!kept || !isYoung(kept, DAY)) await keepPages(language);
}

// Without cookies: the server answers as to somebody it has never seen.
async function keepPages(language) {
  const cache = await caches.open(CACHE);
  for (const page of pages) {
    const address = copyOf(page, language);
    const answer = await fetch(address, { credentials: "omit", cache: "no-store" });
    if (answer.ok) await cache.put(address, answer);
  }
}

export async function shellPage(address) {
  const cache = await caches.open(CACHE);
  const spoken = await cache.match(SPOKEN);
  const language = spoken ? await spoken.text() : FIRST;
  const { pathname } = new URL(address);
  const page = pages.find((own) => pathname === own) || pages[0];
  for (const one of [language, FIRST]) {
    const copy = await cache.match(copyOf(page, one), { ignoreVary: true });
    if (copy) return copy;
  }
  return Response.error();
}

function copyOf(page, language) {
  return `${page}?taal=${language}`;
}
