// Built files: their name changes with their content, so a copy is never out of date.
import { trim } from "../shared/kept.mjs";

const MOST = 60; // pages of earlier builds that were kept need theirs
const CACHE = "files";

export async function keepFiles(addresses) {
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const address of addresses) if (!(await cache.match(address))) missing.push(address);
  await cache.addAll(missing);
}

export async function file(request) {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(request, { ignoreVary: true });
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    await trim(cache, MOST);
  }
  return answer;
}
