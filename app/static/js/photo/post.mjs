// Send a form and tell how far it is, which fetch cannot.

// Return the page that came back and its address; fails when the line breaks.
export function post(form, data, onProgress) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => done({ page: request.responseText, address: request.responseURL });
    request.onerror = fail;
    request.send(data);
  });
}
