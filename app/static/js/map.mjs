// The map of neighbourhoods comes when somebody asks for it. Without this script the list and the drawing say the same.
const part = (name) => document.querySelector(`[data-map=${name}]`);
const button = part("button");
const words = [button.textContent];
let isComing = false; // a second press starts nothing

button.hidden = false;
button.addEventListener("click", async () => {
  if (isComing) return;
  isComing = true;
  part("failed").hidden = true;
  try {
    if (part("window")) show(part("window").hidden);
    else await load();
  } catch {
    part("window")?.remove();
    part("failed").hidden = false;
  }
  isComing = false;
});

function show(isShown) {
  part("window").hidden = !isShown;
  part("drawing").hidden = isShown;
  button.textContent = words[Number(isShown)];
  button.setAttribute("aria-expanded", isShown);
}

async function load() {
  const { html } = await json(button.dataset.window);
  button.parentElement.insertAdjacentHTML("afterend", html);
  const { hide, script, style, outlines } = part("window").dataset;
  const [{ draw }, { features }] = await Promise.all([import(script), json(outlines), styles(style)]);
  words[1] = hide;
  show(true);
  try {
    draw(part("window"), features);
  } catch (wrong) {
    show(false);
    throw wrong;
  }
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

function styles(href) {
  return new Promise((loaded, failed) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href, onload: loaded, onerror: failed });
    document.head.append(link);
  });
}
