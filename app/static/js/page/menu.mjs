// The menu of a phone and the languages fold again with Escape; the focus goes back to the button.

export function foldMenuOnEscape() {
  document.addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target.closest(".menu[open], .languages[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
