// What opens at an area: the link and the words of the list. The focus goes into it, and back to its mark when it is closed.
import { Popup } from "leaflet/src/layer/Popup.js";

export function popups(map, template) {
  const popup = new Popup({ closeButton: false, autoPanPadding: [16, 16], minWidth: 160 });
  const ground = map.getContainer();
  let shown;
  ground.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && map.hasLayer(popup)) close();
  });

  function open(area) {
    shown = area;
    popup.setLatLng(area.spot).setContent(content(area)).openOn(map);
    popup.getElement().querySelector("a").focus({ preventScroll: true });
  }

  function close() {
    map.closePopup();
    (shown.dot?.isConnected ? shown.dot : ground).focus({ preventScroll: true });
  }

  function content({ link, words }) {
    const box = document.createElement("div");
    const line = document.createElement("p");
    box.dir = document.dir; // the ground around it is always drawn from left to right
    line.append(link.cloneNode(true), document.createElement("br"), words);
    box.append(line, template.content.cloneNode(true));
    box.querySelector("button").addEventListener("click", close);
    return box;
  }

  return open;
}
