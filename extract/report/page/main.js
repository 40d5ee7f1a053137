// Which view is shown: the part of the address after # says it, so that going back works.

const views = [...document.querySelectorAll("section.view")];

function show() {
  const hash = decoded(location.hash.slice(1));
  const target = parseTarget(hash);
  const name = target ? null : hash.startsWith("search=") ? "search" : views.some((view) => view.id === hash) ? hash : "articles";
  const before = document.body.dataset.view;
  document.body.dataset.view = name ?? "article";
  for (const view of views) view.classList.toggle("current", view.id === name);
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${name}` || (target && link.hash === "#articles")) link.setAttribute("aria-current", target ? "true" : "page");
    else link.removeAttribute("aria-current");
  }
  if (target) {
    const arrived = target.number !== current;
    showArticle(target.number);
    if (target.start === null) scrollTo(0, 0);
    else reveal(target);
    if (arrived) say(`Article ${target.number + 1}: ${records(target.number).title}`);
    return;
  }
  leaveArticle();
  const view = byId(name);
  fillGrids(view);
  document.title = `${view.querySelector("h1").textContent} · Meeting report`;
  if (name === "search") {
    const words = hash.slice("search=".length);
    if (query.value !== words) query.value = words;
    search(words);
  } else {
    query.value = "";
    if (before !== undefined) scrollTo(0, 0);
  }
}

function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash; // a stray per cent sign, typed by hand
  }
}

query.addEventListener("input", later(150, () => {
  const words = query.value;
  if (!words && document.body.dataset.view !== "search") return;
  const place = words ? `#search=${encodeURIComponent(words)}` : "#articles";
  if (document.body.dataset.view === "search") history.replaceState(null, "", place);
  else history.pushState(null, "", place);
  show();
}));

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && open) {
    if (card.contains(document.activeElement)) open.focus({ preventScroll: true });
    closeCard();
  } else if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.matches("input, select, textarea")) {
    event.preventDefault();
    query.focus();
  }
});

for (const box of document.querySelectorAll(".legend input")) {
  box.addEventListener("change", () => {
    closeCard();
    if (current < 0) return;
    const marks = shownMarks();
    const stops = articles[current].querySelectorAll('mark[tabindex="0"]');
    if (![...stops].some((mark) => marks.includes(mark))) {
      for (const stop of stops) stop.tabIndex = -1;
      if (marks.length) marks[0].tabIndex = 0;
    }
  });
}

// A link to where one already is changes no address, but leads there all the same.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const hash = link?.getAttribute("href");
  if (!link || hash === "#main" || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (hash === location.hash) show();
  closeCard();
});

addEventListener("hashchange", () => { if (location.hash !== "#main") show(); });
show();
