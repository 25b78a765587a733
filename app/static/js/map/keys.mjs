// The keyboard moves the map wherever in it the focus is; Tab always leads on.
import { closer, farther } from "./ground.mjs";

const STEP = 100; // pixels
const WAYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const DEEDS = {
  "+": closer,
  "=": closer, // the plus of keyboards where it needs Shift
  "-": farther,
};

export function listenForKeys(map) {
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const deed = WAYS[event.key] ? () => map.panBy(WAYS[event.key]) : DEEDS[event.key];
    if (!deed) return;
    event.preventDefault();
    deed(map);
  });
}
