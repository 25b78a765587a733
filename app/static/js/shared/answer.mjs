// The page that the server answered with: its content takes the place of ours, and is where reading goes on.

export function showAnswer(html, address = location.href) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  if (address !== location.href) history.pushState(null, "", address);
  document.title = answer.title;
  document.querySelector("main").replaceWith(document.adoptNode(answer.querySelector("main")));
  scrollTo(0, 0);
  (document.querySelector(".error-summary, .careful") ?? document.querySelector("main")).focus();
}
