// A photo is made smaller and sent with its progress; without this script the form sends it as it is.
import { post } from "./photo/post.mjs";
import { smaller } from "./photo/smaller.mjs";
import { showAnswer } from "./shared/answer.mjs";

let isSending = false; // a second press sends nothing
let shown = location.pathname; // a place in the page (#talen) is no other page

addEventListener("popstate", () => location.pathname !== shown && location.reload());
document.addEventListener("submit", (event) => {
  const form = event.target;
  const field = form.querySelector("input[type=file]");
  if (!field?.files.length) return;
  event.preventDefault();
  if (!isSending) send(form, field, event.submitter?.name === "taal" && event.submitter);
});

// With `language`, the button of one, nothing is kept: the page comes back with the photo that was chosen.
async function send(form, field, language) {
  const part = (name) => form.querySelector(`[data-photo=${name}]`);
  isSending = true;
  part("failed").hidden = true;
  part("sending").hidden = false;
  try {
    const data = new FormData(form);
    if (language) data.set(language.name, language.value);
    if (language) data.delete(field.name);
    else data.set(field.name, await smaller(field.files[0]), field.files[0].name);
    const { page, address } = await post(form, data, (sent) => (part("bar").value = sent));
    showAnswer(page, address);
    shown = location.pathname;
    if (language) document.querySelector("input[type=file]").files = field.files;
  } catch {
    part("sending").hidden = true;
    part("failed").hidden = false;
  }
  isSending = false;
}
