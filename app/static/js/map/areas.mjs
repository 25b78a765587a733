// Outlines of all neighbourhoods, and a mark with a number where there are plans: of districts from far, of neighbourhoods nearby.
import { LatLngBounds } from "leaflet/src/geo/LatLngBounds.js";
import { LayerGroup } from "leaflet/src/layer/LayerGroup.js";
import { DivIcon } from "leaflet/src/layer/marker/DivIcon.js";
import { Marker } from "leaflet/src/layer/marker/Marker.js";
import { Polygon } from "leaflet/src/layer/vector/Polygon.js";
import "leaflet/src/layer/vector/Renderer.getRenderer.js";
import { popups } from "./popup.mjs";

const SIZE = 44; // pixels of a mark: a thumb has to hit it
const ROOM = 1.6; // so many marks fit beside each other, on average, before neighbourhoods show theirs

// Return the bounds of everything; each area gets its own as well.
export function addAreas(map, features, areas, template) {
  const open = popups(map, template);
  const marks = { district: new LayerGroup(), neighbourhood: new LayerGroup() };
  const everything = new LatLngBounds([]);
  for (const { id, properties, geometry } of features) {
    const area = areas.get(id);
    if (!area) continue; // the list is of a minute ago
    const found = area.isFound ? " outline--found" : "";
    const className = `outline outline--${properties.kind}${found}`;
    const outline = new Polygon(turned(geometry.coordinates), { className });
    area.bounds = outline.getBounds();
    area.spot = turned(properties.spot);
    everything.extend(area.bounds);
    outline.options.interactive = properties.kind === "neighbourhood";
    outline.on("click", () => open(area)).addTo(map);
    if (area.plans) marks[properties.kind].addLayer(mark(map, area, () => open(area)));
  }
  map.on("zoomend", () => choose(map, marks, everything));
  return everything;
}

// GeoJSON says longitude first, Leaflet says latitude first.
function turned(coordinates) {
  return typeof coordinates[0] === "number" ? [coordinates[1], coordinates[0]] : coordinates.map(turned);
}

function mark(map, area, open) {
  const dot = document.createElement("button");
  dot.type = "button";
  dot.className = "dot";
  dot.textContent = area.plans;
  dot.setAttribute("aria-label", `${area.name}: ${area.words}`);
  dot.addEventListener("focus", () => map.panInside(area.spot, { padding: [SIZE, SIZE] }));
  area.dot = dot;
  const icon = new DivIcon({ html: dot, className: "", iconSize: [SIZE, SIZE] });
  return new Marker(area.spot, { icon, keyboard: false }).on("click", open); // the button itself has the focus
}

// Show the marks of neighbourhoods as soon as they do not cover each other; where there are no districts, always.
function choose(map, { district, neighbourhood }, everything) {
  const corners = [everything.getNorthWest(), everything.getSouthEast()].map((corner) => map.latLngToLayerPoint(corner));
  const { x, y } = corners[1].subtract(corners[0]);
  const each = Math.sqrt((x * y) / neighbourhood.getLayers().length);
  const isNearby = each >= SIZE * ROOM || !district.getLayers().length;
  map.removeLayer(isNearby ? district : neighbourhood).addLayer(isNearby ? neighbourhood : district);
}
