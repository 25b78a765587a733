// The photos at the draft: made smaller, kept on the phone, and shown with the question what is on them.
import { smaller } from "../photo/smaller.mjs";
import { keepPicture, readPicture } from "../shared/store.mjs";
import { keyOf } from "./keys.mjs";

const MOST = 3;
const WIDTH = 240; // as wide as it is shown while somebody writes

const TIES = ["id", "for", "aria-describedby", "aria-labelledby"]; // they end in the number of the photo

const part = (name) => document.querySelector(`[data-photo=${name}]`);
const boxes = () => [...document.querySelectorAll("[data-key]")];
const words = (box) => box.querySelector("input");
const line = (box) => box.querySelector("[role=alert]");

// Keep the photo that was just chosen. `change` keeps the photos that come of those of the draft.
export async function keepChosen(field, change) {
  const [file] = field.files;
  field.value = ""; // it is not part of what the form itself sends
  part("problem").hidden = true;
  if (!file) return;
  try {
    await keep(await smaller(file), change);
    words(boxes().at(-1)).focus();
  } catch {
    part("problem").hidden = false;
  }
}

export async function removePhoto(button, change) {
  const { key } = button.closest("[data-key]").dataset;
  await change((photos) => photos.filter((photo) => photo.key !== key));
  part("add").querySelector("input").focus();
}

// Return the photos with what is typed about them; one with other words has to be sent again.
export function described(photos = []) {
  return photos.map((photo) => {
    const box = boxes().find(({ dataset }) => dataset.key === photo.key);
    const alt = box ? words(box).value.trim() : photo.alt;
    return alt === photo.alt ? photo : { key: photo.key, alt };
  });
}

// Tell whether something is said about every photo; else ask for it.
export function isAllSaid() {
  const silent = boxes().find((box) => !words(box).value.trim());
  if (silent) tell(silent, silent.dataset.silent);
  return !silent;
}

// Show the photos of the draft, and what is wrong with them.
export function showPhotos(photos) {
  const frame = part("kept");
  for (const box of boxes()) if (!photos.some(({ key }) => key === box.dataset.key)) box.remove();
  photos.forEach(({ key, alt, problem }, index) => {
    const known = boxes().find(({ dataset }) => dataset.key === key);
    const box = known ?? frame.parentNode.insertBefore(made(frame, key), part("add"));
    if (!known || document.hidden) words(box).value = alt;
    number(box, index + 1);
    line(box).hidden = problem === undefined;
    if (problem !== undefined) tell(box, problem || box.dataset.problem);
  });
  part("add").hidden = photos.length >= MOST;
}

async function keep(picture, change) {
  const key = await keyOf(picture);
  (await createImageBitmap(picture)).close(); // one that cannot be shown is of no use to anybody
  await change(async (photos) => {
    if (photos.length >= MOST || photos.some((photo) => photo.key === key)) return photos;
    await keepPicture(key, picture);
    return [...photos, { key, alt: "" }];
  });
}

function made(frame, key) {
  const box = frame.content.firstElementChild.cloneNode(true);
  box.dataset.key = key;
  readPicture(key).then((picture) => draw(box.querySelector("canvas"), picture)).catch(() => {});
  return box;
}

async function draw(canvas, picture) {
  const bitmap = await createImageBitmap(picture);
  canvas.width = WIDTH;
  canvas.height = (WIDTH * bitmap.height) / bitmap.width;
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}

function number(box, index) {
  for (const text of box.querySelectorAll("[data-text]")) {
    text.textContent = text.dataset.text.replace("{number}", index);
  }
  for (const one of [box, ...box.querySelectorAll("*")]) {
    for (const name of TIES) {
      if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace(/\d+$/, index));
    }
  }
}

function tell(box, problem) {
  line(box).textContent = problem;
  line(box).hidden = false;
  words(box).focus();
}
