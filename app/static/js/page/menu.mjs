// The menu of a phone and the languages fold again with Escape; the focus goes back to the button.

export function foldMenuOnEscape() {
  for (const menu of document.querySelectorAll(".menu, .languages")) {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
}
