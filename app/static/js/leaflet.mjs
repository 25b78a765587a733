/*! Contains Leaflet 1.9.4, BSD-2-Clause, (c) 2010-2023 Volodymyr Agafonkin, (c) 2010-2011 CloudMade. */
// The map itself. Only what the portal uses of Leaflet is in it; buttons and words stand in the page.
import { LatLngBounds } from "leaflet/src/geo/LatLngBounds.js";
import { addAreas } from "./map/areas.mjs";
import { closer, farther, ground } from "./map/ground.mjs";
import { listenForKeys } from "./map/keys.mjs";
import { listed } from "./map/list.mjs";
import { addTiles, within } from "./map/tiles.mjs";

// Draw `features` (app/areas/features.py) on the ground in `section`, with names and numbers from the list of the page.
export function draw(section, features) {
  const part = (name) => section.querySelector(`[data-map=${name}]`);
  const { tiles, within: degrees } = section.dataset;
  const map = ground(part("ground"));
  const areas = listed();
  const everything = addAreas(map, features, areas, part("popup"));
  const around = tiles ? within(degrees) : everything.pad(1);
  const found = [...areas.values()].filter(({ isFound, bounds }) => isFound && bounds);

  map.fitBounds(found.length ? found.reduce((all, { bounds }) => all.extend(bounds), new LatLngBounds([])) : everything);
  map.setMaxBounds(around);
  if (tiles) addTiles(map, tiles, around, part("no-tiles"));
  listenForKeys(map);
  part("closer").addEventListener("click", () => closer(map));
  part("farther").addEventListener("click", () => farther(map));
}
