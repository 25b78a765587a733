// The menu of a phone folds again with Escape, and the focus goes back to its button.

export function foldMenuOnEscape() {
  const menu = document.querySelector(".menu");
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
