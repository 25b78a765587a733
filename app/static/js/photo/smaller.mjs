// Make a photo smaller on the phone: a page shows no more than this, and a slow network sends it in seconds.

const LONGEST_SIDE = 2048;
const QUALITY = 0.85;

// Return a smaller photo; the same one when it is small already, or when this browser cannot open it.
export async function smaller(photo) {
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const small = await painted(picture, LONGEST_SIDE / Math.max(picture.width, picture.height));
    return small && small.size < photo.size ? small : photo;
  } catch {
    return photo;
  }
}

async function painted(picture, scale) {
  if (scale >= 1) return null;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white"; // where a picture is see-through
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}
