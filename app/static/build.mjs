// Makes app/static/dist: the stylesheet, the scripts and the pictures, small, with their fingerprint in their name.
// Run through deploy/assets.py, which skips this when nothing changed.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { transform } from "lightningcss";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import { shake } from "./tokens.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "..", "..");
const DIST = join(HERE, "dist");

const PACKAGES = [
  "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css",
  "@nl-design-system-candidate/button-css/dist/button.css",
  "@nl-design-system-candidate/data-badge-css/dist/data-badge.css",
  "@nl-design-system-candidate/number-badge-css/dist/number-badge.css",
  "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
  "@utrecht/alert-css/dist/index.css",
  "@utrecht/breadcrumb-nav-css/dist/index.css",
  "@utrecht/data-list-css/dist/index.css",
  "@utrecht/form-field-css/dist/index.css",
  "@utrecht/form-field-error-message-css/dist/index.css",
  "@utrecht/form-fieldset-css/dist/index.css",
  "@utrecht/form-label-css/dist/index.css",
  "@utrecht/pagination-css/dist/index.css",
  "@utrecht/select-css/dist/index.css",
  "@utrecht/textarea-css/dist/index.css",
  "@utrecht/textbox-css/dist/index.css",
];
const OWN = ["theme", "base", "page", "content", "places", "forms", "print"];
const TABLES = ["@utrecht/table-css/dist/index.css"]; // a sheet of its own, for the pages with a table
const PICTURES = ["mark.svg", "icons.svg", "scenes.svg"];
const TEMPLATES = ["app/*/templates/**/*.html", "app/ui/**/*.html", "app/**/*.py", "app/static/js/**/*.mjs"];
const PUT_TOGETHER = [/^utrecht-alert--/]; // classes that a template makes out of parts
const ICONS = "icons"; // made by deploy/icons.py
const SCRIPTS = "js"; // every file right in this folder is a script for pages; the folders in it hold what they share
const SCRIPT_BROWSERS = ["chrome99", "firefox99", "safari15.4"];
const MAP = "leaflet.mjs"; // only when somebody asks for a map, with a style sheet of its own
const MAP_PARTS = [/^leaflet-(popup|marker|[a-z]+-pane)/]; // classes that Leaflet makes out of parts
const MAP_UNUSED = ["leaflet-default-icon-path"]; // asks for a picture that we do not have
const KEPT = 7 * 24 * 60 * 60 * 1000; // so long pages of an earlier build find their files
const BROWSERS = { chrome: 99 << 16, firefox: 99 << 16, safari: (15 << 16) | (4 << 8) };
const NOTICE =
  "/*! Aanzet, EUPL-1.2. Contains NL Design System components: EUPL-1.2, Copyright (c) 2020 Frameless B.V., Gemeente Utrecht and the NL Design System Community. */\n";

const files = await stylesheets();
for (const name of readdirSync(join(HERE, "themes"))) files[name] = small(name, read(HERE, "themes", name));
for (const name of ["poster.css", "charts.css", "board.css"]) files[name] = small(name, read(HERE, "css", name));
for (const name of PICTURES) files[name] = readFileSync(join(HERE, "img", name));
for (const name of readdirSync(join(HERE, ICONS))) files[name] = readFileSync(join(HERE, ICONS, name));
for (const name of scripts()) files[name] = await script(name);
files["map.css"] = await mapStyles(files[MAP]);
console.log(publish(files));

// They are shaken as one: a token of the theme may be of use in one of them only.
async function stylesheets() {
  const whole = postcss.parse(shake(`${await sheet(PACKAGES, OWN)} @apart { ${await sheet(TABLES, ["tables"])} }`));
  const apart = whole.nodes.at(-1).remove();
  return { "app.css": noticed("app.css", whole), "tables.css": noticed("tables.css", apart.nodes.join("\n")) };
}

// What the templates use of `packages`, and what is ours after it.
async function sheet(packages, own) {
  const [purged] = await new PurgeCSS().purge({
    content: TEMPLATES.map((pattern) => join(ROOT, pattern)),
    css: [{ raw: packages.map((name) => read(ROOT, "node_modules", name)).join("\n") }],
    safelist: { greedy: PUT_TOGETHER },
  });
  return [purged.css, ...own.map((name) => read(HERE, "css", `${name}.css`))].join("\n");
}

function noticed(filename, css) {
  return Buffer.concat([Buffer.from(NOTICE), small(filename, css.toString())]);
}

// What the map uses of the style sheet of Leaflet, and ours after it.
async function mapStyles(script) {
  const [purged] = await new PurgeCSS().purge({
    content: [{ raw: script.toString(), extension: "js" }],
    css: [{ raw: read(ROOT, "node_modules", "leaflet/dist/leaflet.css") }],
    safelist: { greedy: MAP_PARTS },
    blocklist: MAP_UNUSED,
  });
  return small("map.css", [purged.css, read(HERE, "css", "map.css")].join("\n"));
}

function small(filename, css) {
  return transform({ filename, code: Buffer.from(css), minify: true, targets: BROWSERS }).code;
}

function scripts() {
  return readdirSync(join(HERE, SCRIPTS)).filter((name) => name.endsWith(".mjs"));
}

async function script(name) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, SCRIPTS, name)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: SCRIPT_BROWSERS,
    logLevel: "silent",
  });
  return Buffer.from(outputFiles[0].contents);
}

function read(...path) {
  return readFileSync(join(...path), "utf8");
}

// Write every file with its compressed forms beside it; then forget those of builds of long ago.
// A server that still runs, and a page that somebody still reads, know the names of the build before.
function publish(files) {
  const manifest = {};
  mkdirSync(DIST, { recursive: true });
  const sizes = Object.entries(files).map(([name, content]) => {
    const [stem, extension] = name.split(".");
    const print = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const path = join(DIST, `${stem}.${print}.${extension}`);
    const brotli = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    writeFileSync(path, content);
    writeFileSync(`${path}.br`, brotli);
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    manifest[name] = basename(path);
    return `${name} ${content.length} B (${brotli.length} B sent)`;
  });
  writeFileSync(join(DIST, "manifest.json"), JSON.stringify(manifest, null, 2));
  const current = ["manifest.json", ...Object.values(manifest)];
  for (const name of readdirSync(DIST)) {
    if (current.some((kept) => name.startsWith(kept))) continue;
    if (Date.now() - statSync(join(DIST, name)).mtimeMs > KEPT) rmSync(join(DIST, name));
  }
  return sizes.join(", ");
}
