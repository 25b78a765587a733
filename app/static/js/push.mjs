// Notifications on this device: what the browser tells about itself is sent with the form.
// The browser asks the reader first, and only because of the button.

const part = (name) => document.querySelector(`[data-push=${name}]`);
const form = part("possible")?.querySelector("form");

if (form && "PushManager" in window && "Notification" in window) {
  part("possible").hidden = false;
  part("impossible").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    switchOn().catch(() => tell("failed"));
  });
}
part("off")?.addEventListener("submit", (event) => {
  event.preventDefault();
  forgetOld().catch(() => {}).then(() => event.target.submit());
});

async function switchOn() {
  tell();
  if ((await Notification.requestPermission()) !== "granted") return tell("denied");
  await forgetOld();
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: part("possible").dataset.key };
  const { endpoint, keys } = (await pushManager.subscribe(options)).toJSON();
  for (const [name, value] of Object.entries({ endpoint, ...keys })) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.submit();
}

// What this browser had before may be of another key, or of who used it before.
async function forgetOld() {
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  await old?.unsubscribe();
}

function tell(problem) {
  for (const name of ["denied", "failed"]) part(name).hidden = name !== problem;
}
