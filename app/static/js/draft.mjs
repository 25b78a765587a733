// The registration on one page: what is typed is kept on the phone, and sent when there is internet.
import { show } from "./draft/page.mjs";
import { fieldsOf, fill } from "./draft/fields.mjs";
import { newKey } from "./draft/keys.mjs";
import { described, isAllSaid, keepChosen, removePhoto } from "./draft/photos.mjs";
import { showAnswer } from "./shared/answer.mjs";
import { sendWaiting } from "./shared/send.mjs";
import { changeDraft, onNews, readDraft } from "./shared/store.mjs";

const PAUSE = 400; // after the last key
const AGAIN = 10_000; // a phone that says it is online may not be yet

let typing;
let showsMistakes = false;
let isLeaving = false;

start().catch(() => {}); // a browser that keeps nothing still has the form

async function start() {
  const draft = await readDraft();
  listen();
  if (draft?.fields) fill(form(), draft.fields);
  show(draft, true);
  await send();
}

function form() {
  return document.querySelector("[data-shown=form] form");
}

function listen() {
  document.addEventListener("focusin", ({ target }) => target.scrollIntoView({ block: "nearest" })); // above what tells that it is kept
  document.addEventListener("input", (event) => event.target.form === form() && keepSoon());
  document.addEventListener("change", ({ target }) => target.id === "photo" && keepChosen(target, changePhotos));
  document.addEventListener("visibilitychange", () => document.hidden && typing && keepNow());
  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    if (event.submitter?.name === "taal") speak(event.submitter.value);
    else submit().catch(() => form().submit());
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    const what = button?.dataset.do;
    if (what === "change") keep("typing").then((draft) => show(draft));
    if (what === "remove") removePhoto(button, changePhotos);
    if (what === "forget") forget();
  });
  addEventListener("online", send);
  setInterval(send, AGAIN);
  onNews(async (state) => {
    const draft = await readDraft();
    if (document.hidden && draft?.fields) fill(form(), draft.fields);
    if (document.hidden || state !== "typing") show(draft);
    if (state === "sent") await goOn();
    if (state === "wrong") await send();
  });
}

function keepSoon() {
  clearTimeout(typing);
  typing = setTimeout(keepNow, PAUSE);
}

async function keepNow() {
  clearTimeout(typing);
  typing = undefined;
  show(await keep("typing"));
}

// Keep what is in the form, unless it arrived in the mean time.
function keep(state) {
  return changeDraft((before) => (before?.state === "sent" ? before : written(before, state)));
}

async function changePhotos(change) {
  const draft = await changeDraft(async (before) => {
    if (before?.state === "sent") return before;
    const now = written(before, "typing");
    return { ...now, photos: await change(now.photos) };
  });
  show(draft);
}

// Return the draft as it stands on the page now.
function written(before, state) {
  const key = before?.key ?? newKey();
  const photos = described(before?.photos);
  return { key, state, saved: Date.now(), fields: fieldsOf(form()), photos, to: addressOf(form()) };
}

async function submit() {
  clearTimeout(typing);
  typing = undefined;
  showsMistakes = false;
  if (!isAllSaid()) return;
  show({ ...(await keep("waiting")), state: "sending" });
  if (await send()) return;
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register("draft").catch(() => {}); // the worker goes on when the page is closed
}

// Ask for this page in another language: what is typed stays on the phone.
async function speak(language) {
  await keepNow().catch(() => {});
  location.assign(`${form().action}?taal=${language}`);
}

// Tell whether nothing waits any more. What the worker was told is wrong, is asked again to show it here.
async function send() {
  const before = await readDraft();
  if (before?.state === "wrong" && !showsMistakes) await keep("waiting");
  else if (before?.state !== "waiting") return true;
  const { draft, page } = await sendWaiting();
  if (page) showAnswer(page);
  showsMistakes = Boolean(page);
  show(draft);
  if (draft?.state === "sent") await goOn();
  return draft?.state !== "waiting";
}

// Go to the page that tells it arrived: once, also when the worker and this page both hear so.
async function goOn() {
  if (document.hidden || isLeaving) return;
  isLeaving = true;
  const { address } = await changeDraft((sent) => ({ ...sent, told: true }));
  location.assign(address);
}

async function forget() {
  await changeDraft(() => undefined);
  form().reset();
  show(undefined);
}

function addressOf({ action }) {
  return `${action}?taal=${document.documentElement.lang}`;
}
