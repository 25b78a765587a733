// Passkeys: the button asks the browser for one, or to make one; what it answers is sent with the form.

const form = document.querySelector("form[data-passkey]");
const CREATE = form?.dataset.passkey === "create";

if (form?.dataset.origin === location.origin && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  form.hidden = false;
  tell();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell();
    ask().catch((error) => tell(error.name === "InvalidStateError" ? "known" : "failed"));
  });
}

async function ask() {
  const answer = await fetch(form.dataset.question, { method: "POST", body: new FormData(form) });
  if (answer.redirected) return location.reload(); // to sign in anew, and come back
  if (!answer.ok) throw new Error(answer.status);
  form.elements.passkey.value = JSON.stringify(await told(await answer.json()));
  form.submit();
}

function told(question) {
  const { credentials } = navigator;
  return CREATE
    ? credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
}

function tell(what) {
  for (const part of document.querySelectorAll("[data-passkey-says]")) part.hidden = part.dataset.passkeySays !== what;
}
