// The worker keeps pages that were read, for when there is no internet; without it nothing is missing but that.

export function startWorker() {
  addEventListener("load", () => start().catch(() => {}));
}

async function start() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ language: document.documentElement.lang });
}
