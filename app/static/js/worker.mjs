// The worker of the browser: pages that were read before, a calm page, and a draft that waits, without internet;
// and new messages, announced.
// The server puts `BUILD` in front: the files, pages and words of this build (app/pages/views/installed.py).
import { sendDraft, wasTold } from "./worker/drafts.mjs";
import { file } from "./worker/files.mjs";
import { page } from "./worker/pages.mjs";
import { announce, openMessage } from "./worker/push.mjs";
import { keepShell, speak, spoken, words } from "./worker/shell.mjs";

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

// Every page says hello in its language, and later that it told the reader what arrived.
addEventListener("message", (event) => {
  const { language, told } = event.data;
  if (told) event.waitUntil(wasTold());
  if (!language) return;
  event.waitUntil(speak(language).catch(() => {}));
  event.waitUntil(sendDraft(() => [event.source], words(language)).catch(() => {}));
});

addEventListener("sync", (event) => {
  const everyPage = () => self.clients.matchAll({ type: "window" });
  event.waitUntil(spoken().then((language) => sendDraft(everyPage, words(language))));
});

addEventListener("push", (event) => event.waitUntil(announce(event.data.json())));
addEventListener("notificationclick", (event) => event.waitUntil(openMessage(event.notification)));
