// The worker of the browser: pages that were read before, and a calm page, when there is no internet.
// The server puts `BUILD` in front: the files, pages and words of this build (app/pages/views/installed.py).
import { file } from "./worker/files.mjs";
import { page } from "./worker/pages.mjs";
import { keepShell, speak } from "./worker/shell.mjs";

// Taking over at once is safe: pages come from the server first, files differ by name, and what
// somebody types is in the database of the browser, not in a worker.
addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepShell());
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]));
});

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || new URL(url).origin !== location.origin) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (new URL(url).pathname.startsWith("/static/")) event.respondWith(file(event.request));
});

addEventListener("message", (event) => {
  if (event.data.language) event.waitUntil(speak(event.data.language).catch(() => {}));
});
