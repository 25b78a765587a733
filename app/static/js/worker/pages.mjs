// Pages: from the server first. The pages of one reader are kept together, and go when somebody else reads.
import { isFresh, keptPages, moment, NOBODY, PAGES, trim } from "../shared/kept.mjs";
import { shellPage, words } from "./shell.mjs";

const MOST = 50;

export async function page(event) {
  let answer;
  try {
    answer = (await event.preloadResponse) || (await fetch(event.request));
  } catch {
    return (await copyOf(event.request)) || shellPage(event.request.url);
  }
  const reader = answer.headers.get("Aanzet-Reader");
  if (reader) await forgetOthers(reader).catch(() => {});
  if (answer.headers.get("Aanzet-Keep")) {
    event.waitUntil(keep(reader, event.request.url, answer.clone()).catch(() => {}));
  }
  return answer;
}

async function forgetOthers(reader) {
  const others = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== PAGES + reader);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function keep(reader, address, answer) {
  const cache = await caches.open(PAGES + reader);
  await cache.delete(address, { ignoreVary: true }); // what is read last stands last
  await cache.put(address, answer);
  await trim(cache, MOST, (copy) => isFresh(copy, reader === NOBODY));
}

async function copyOf({ url }) {
  const { cache, isPublic } = await keptPages();
  const copy = await cache?.match(url, { ignoreVary: true });
  return copy && isFresh(copy, isPublic) ? marked(copy) : null;
}

// The copy says at the top that it is one, and of when.
async function marked(copy) {
  const html = await copy.text();
  const language = /<html lang="([\w-]+)"/.exec(html)?.[1];
  const read = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  const notice = words(language).kept.replace("{moment}", read.format(moment(copy)));
  const flash = `<div class="flash" role="status"><p class="flash__message">${notice}</p></div>`;
  return new Response(
    html.replace(/<main[^>]*>/, (start) => start + flash),
    { headers: copy.headers },
  );
}
