// What the list of the page says about areas: the map has no words and numbers of its own.

// Return every area by its slug; it knows whether somebody looked for it.
export function listed() {
  const found = new Set(links("found").map(slug));
  return new Map(links("list").map((link) => [slug(link), area(link, found)]));
}

function links(name) {
  return [...document.querySelectorAll(`[data-map=${name}] a`)];
}

function slug(link) {
  return link.pathname.split("/").at(-1);
}

function area(link, found) {
  return {
    link,
    name: link.textContent,
    words: link.nextElementSibling.textContent,
    plans: Number(link.dataset.plans),
    isFound: found.has(slug(link)),
  };
}
