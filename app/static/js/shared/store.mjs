// The one draft that a browser keeps: {key, fields, photos, state, saved, to} and, once it arrived, {address}.
// Of each photo it knows {key, alt}; the pictures are kept beside it, and go with the last draft that names them.
// Everything that changes it waits its turn, so that tabs and the worker never undo each other.

const DATABASE = "aanzet";
const STORE = "drafts";
const PICTURES = "pictures";
const ONLY = "plan";
const OLDEST = 14 * 24 * 60 * 60 * 1000;
const news = new BroadcastChannel(STORE);

export function readDraft() {
  return access("readonly", (drafts) => drafts.get(ONLY)).then((draft) =>
    draft && Date.now() - draft.saved < OLDEST ? draft : undefined,
  );
}

export function readPicture(key) {
  return access("readonly", (_drafts, pictures) => pictures.get(key));
}

// Keep a picture that the draft is about to name: only to be called while it changes.
export function keepPicture(key, picture) {
  return access("readwrite", (_drafts, pictures) => pictures.put(picture, key));
}

// Let `change` make a new draft of the kept one; what it returns is kept, and nothing throws it away.
export function changeDraft(change) {
  return navigator.locks.request(STORE, async () => {
    const before = await readDraft();
    const draft = await change(before);
    if (draft && draft === before) return draft;
    await access("readwrite", (drafts, pictures) => {
      forgetOthers(pictures, draft?.photos ?? []);
      return draft ? drafts.put(draft, ONLY) : drafts.delete(ONLY);
    });
    if (draft || before) news.postMessage(draft?.state);
    return draft;
  });
}

export function onNews(listen) {
  news.addEventListener("message", (event) => listen(event.data));
}

function forgetOthers(pictures, photos) {
  const all = pictures.getAllKeys();
  all.onsuccess = () => {
    for (const key of all.result) if (!photos.some((photo) => photo.key === key)) pictures.delete(key);
  };
}

async function access(mode, act) {
  const database = await opened();
  try {
    const transaction = database.transaction([STORE, PICTURES], mode);
    const request = act(transaction.objectStore(STORE), transaction.objectStore(PICTURES));
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
    const request = indexedDB.open(DATABASE, 2);
    request.onupgradeneeded = () => {
      const { objectStoreNames: known } = request.result;
      for (const name of [STORE, PICTURES]) if (!known.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
