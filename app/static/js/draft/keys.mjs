// Keys that tell one draft or photo from every other: 256 bits, written as the server writes its own.

export function newKey() {
  return written(crypto.getRandomValues(new Uint8Array(32)));
}

// Return the key of a picture: the same picture has the same one.
export async function keyOf(picture) {
  return written(new Uint8Array(await crypto.subtle.digest("SHA-256", await picture.arrayBuffer())));
}

function written(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
