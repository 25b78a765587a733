// After signing out: a plan that arrived is forgotten, and about one that did not the page asks.
import { changeDraft } from "./shared/store.mjs";

const part = (name) => document.querySelector(`[data-left=${name}]`);

changeDraft((draft) => (draft?.state === "sent" ? undefined : draft)).then((draft) => {
  if (draft) tell("kept");
}, () => {}); // a browser that keeps nothing has nothing to forget

part("kept").querySelector("button").addEventListener("click", async () => {
  await changeDraft(() => undefined);
  part("kept").hidden = true;
  tell("gone");
});

function tell(name) {
  part(name).hidden = false;
  part(name).focus();
}
