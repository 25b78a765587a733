// Say on whatever page is open that a draft arrived that was written without internet.

const TIME_TO_READ = 3_000; // a page that is gone by then told nobody: the next one does

export function listenForDraft() {
  navigator.serviceWorker?.addEventListener("message", ({ data: { text, link, address }, source }) => {
    if (document.querySelector("[data-shown], [data-arrived], #kept-pages")) return; // said, or about to go
    const flash = document.createElement("div");
    flash.className = "flash";
    flash.dataset.arrived = "";
    flash.setAttribute("role", "status");
    document.querySelector("main").prepend(flash);
    const message = flash.appendChild(document.createElement("p"));
    message.className = "flash__message";
    const way = document.createElement("a");
    way.href = address;
    way.textContent = link;
    message.append(`${text} `, way);
    setTimeout(() => source.postMessage({ told: true }), TIME_TO_READ);
  });
}
