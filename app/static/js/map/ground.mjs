// The ground of the map: Leaflet with dragging, pinching and double taps, and without movement for who wants none.
import { Map } from "leaflet/src/map/Map.js";
import "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import "leaflet/src/map/handler/Map.Drag.js";
import "leaflet/src/map/handler/Map.TouchZoom.js";

const ZOOMS = { minZoom: 7, maxZoom: 17 }; // as in app/areas/tiles/grid.py


export function ground(element) {
  const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new Map(element, {
    ...ZOOMS,
    attributionControl: false, // it stands in the page
    zoomControl: false,
    zoomSnap: 0.25, // so that the municipality fills the ground
    inertia: moves,
    fadeAnimation: moves,
    zoomAnimation: moves,
    markerZoomAnimation: moves,
  });
  if (!moves) map.panBy = (offset, options) => Map.prototype.panBy.call(map, offset, { ...options, animate: false });
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(element);
  return map;
}

// Go on to the next whole step, where tiles are sharpest.
export function closer(map) {
  map.setZoom(Math.floor(map.getZoom() + 1));
}

export function farther(map) {
  map.setZoom(Math.ceil(map.getZoom() - 1));
}
