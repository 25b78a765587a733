// Design tokens without the weight: what a component's token stands for is written out, so that only
// the tokens of the theme (--basis-*, --aanzet-*) that something uses are sent. Those stay tokens:
// another theme changes the whole portal by setting them.
import postcss from "postcss";

const THEME = /^--(basis|aanzet)-/;
const THEMES = [".voorbeeld-theme", ".aanzet-theme"];

export function shake(css) {
  const sheet = postcss.parse(css);
  const meaning = new Map();
  const changed = new Set(); // set by a component too: its value depends on where you are
  sheet.walkDecls(/^--/, (token) => {
    const { selector, parent } = token.parent;
    if (THEMES.includes(selector) && parent.type === "root") meaning.set(token.prop, token.value);
    else if (!THEME.test(token.prop)) changed.add(token.prop);
  });
  dropOverruled(sheet);
  const constant = (name) => !THEME.test(name) && !changed.has(name);
  sheet.walkDecls((line) => {
    line.value = spell(line.value, (name) => constant(name) && { value: meaning.get(name) });
  });
  dropUnused(sheet);
  return sheet.toString();
}

// Of a token that both themes set, the later one counts: they are on the same element.
function dropOverruled(sheet) {
  const last = new Map();
  for (const { nodes } of sheet.nodes.filter((rule) => THEMES.includes(rule.selector))) {
    for (const token of nodes.filter((node) => node.type === "decl")) {
      last.get(token.prop)?.remove();
      last.set(token.prop, token);
    }
  }
}

// Write out every var() for which `known` has an answer; one without value leaves its fallback.
function spell(text, known) {
  let from = 0;
  for (;;) {
    const start = text.indexOf("var(", from);
    if (start < 0) return text;
    const end = closing(text, start + 3);
    const [, name, fallback] = /^\s*(--[\w-]+)\s*(?:,([^]*))?$/.exec(text.slice(start + 4, end));
    const answer = known(name);
    const value = answer && (answer.value ?? fallback?.trim());
    if (value === undefined || value === false) {
      from = start + 4; // stays; look inside its fallback
    } else {
      text = text.slice(0, start) + value + text.slice(end + 1); // and look inside what came in
      from = start;
    }
  }
}

function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === "(") depth += 1;
    if (text[i] === ")" && --depth === 0) return i;
  }
  throw new Error(`unbalanced brackets in ${text}`);
}

function dropUnused(sheet) {
  let dropped;
  do {
    dropped = false;
    const used = new Set(sheet.toString().match(/(?<=var\(\s*)--[\w-]+/g));
    sheet.walkDecls(/^--/, (token) => {
      if (!used.has(token.prop)) {
        token.remove();
        dropped = true;
      }
    });
  } while (dropped);
}
