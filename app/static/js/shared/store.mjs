// The one draft that a browser keeps: {key, fields, state, saved, to} and, once it arrived, {address}.
// Everything that changes it waits its turn, so that tabs and the worker never undo each other.

const DATABASE = "aanzet";
const STORE = "drafts";
const ONLY = "plan";
const OLDEST = 14 * 24 * 60 * 60 * 1000;
const news = new BroadcastChannel(STORE);

export function readDraft() {
  return access("readonly", (store) => store.get(ONLY)).then((draft) =>
    draft && Date.now() - draft.saved < OLDEST ? draft : undefined,
  );
}

// Let `change` make a new draft of the kept one; what it returns is kept, and nothing throws it away.
export function changeDraft(change) {
  return navigator.locks.request(STORE, async () => {
    const before = await readDraft();
    const draft = await change(before);
    if (draft && draft === before) return draft;
    await access("readwrite", (store) => (draft ? store.put(draft, ONLY) : store.delete(ONLY)));
    if (draft || before) news.postMessage(draft?.state);
    return draft;
  });
}

export function onNews(listen) {
  news.addEventListener("message", (event) => listen(event.data));
}

async function access(mode, act) {
  const database = await opened();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
