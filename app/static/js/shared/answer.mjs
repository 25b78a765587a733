// The page that the server answered with, perhaps in another language: it takes the place of ours, and is where
// reading goes on.

export function showAnswer(html, address = location.href) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  if (address !== location.href) history.pushState(null, "", address);
  document.title = answer.title;
  Object.assign(document.documentElement, { lang: answer.documentElement.lang, dir: answer.documentElement.dir });
  document.body.replaceWith(document.adoptNode(answer.body));
  scrollTo(0, 0);
  (document.querySelector(".error-summary, .careful") ?? document.querySelector("main")).focus();
}
