// The streets behind the outlines: tiles of the portal itself. A few may come late; when none comes, the page says so.
import { LatLngBounds } from "leaflet/src/geo/LatLngBounds.js";
import { GridLayer } from "leaflet/src/layer/tile/GridLayer.js";
import { TileLayer } from "leaflet/src/layer/tile/TileLayer.js";

// Leaflet points a tile that is no longer wanted at a data: address, which the portal's policy for browsers refuses.
const Tiles = TileLayer.extend({
  _abortLoading: undefined,
  _removeTile(key) {
    this._tiles[key]?.el.removeAttribute("src");
    GridLayer.prototype._removeTile.call(this, key);
  },
});
const TRIES = 3;
const PAUSE = 1_000; // times the number of tries: the portal fetches in the meantime

// Read "west south east north" in degrees.
export function within(degrees) {
  const [west, south, east, north] = degrees.split(" ").map(Number);
  return new LatLngBounds([south, west], [north, east]);
}

export function addTiles(map, address, bounds, noTiles) {
  const layer = new Tiles(`${address}/{z}/{x}/{y}`, { bounds, className: "tiles" });
  const tried = new WeakMap();
  let came = false;
  layer.on("tileload", () => {
    came = true;
    noTiles.hidden = true;
  });
  layer.on("tileerror", ({ tile }) => {
    const times = (tried.get(tile) ?? 0) + 1;
    tried.set(tile, times);
    if (times < TRIES) setTimeout(() => tile.isConnected && (tile.src = tile.src), times * PAUSE);
    else if (!came) noTiles.hidden = false;
  });
  layer.addTo(map);
}
