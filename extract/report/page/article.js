// One article: its text and tables put into the page, its mentions made to answer, links followed.

let current = -1;

function showArticle(number) {
  if (current === number) return;
  leaveArticle();
  current = number;
  const article = articles[number];
  const [reading, side] = [article.querySelector(".reading"), article.querySelector(".side")];
  reading.append(nodesOf(sources[number].text));
  side.append(nodesOf(sources[number].side));
  article.classList.add("current");
  prepareMarks(reading);
  addSteps(article, number);
  const { counts, title } = records(number);
  for (const [kind, amount] of Object.entries(counts)) setCount(kind, count(amount));
  document.title = `${title} · Meeting report`;
}

function leaveArticle() {
  closeCard();
  if (current < 0) return;
  const article = articles[current];
  article.classList.remove("current");
  for (const part of article.querySelectorAll(".reading > :not(noscript), .side > :not(noscript), .steps")) part.remove();
  for (const box of document.querySelectorAll(".legend .count")) box.textContent = box.dataset.total;
  current = -1;
}

function setCount(kind, words) {
  byId(`show-${kind}`).closest("label").querySelector(".count").textContent = words;
}

/** One stop of the Tab key for all mentions; the arrow keys go from one to the next. */
function prepareMarks(reading) {
  reading.querySelectorAll("mark").forEach((mark, index) => {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-roledescription", mark.classList[0]);
    mark.tabIndex = index ? -1 : 0;
  });
}

function shownMarks() {
  return [...articles[current].querySelectorAll("mark")].filter(isShown);
}

let quiet = false; // the focus comes from a link to the mention: its card would hide what is around it

function focusMark(mark) {
  for (const other of articles[current].querySelectorAll('mark[tabindex="0"]')) other.tabIndex = -1;
  mark.tabIndex = 0;
  mark.focus({ preventScroll: true });
  if (!inSight(mark.getBoundingClientRect())) mark.scrollIntoView({ block: "center", behavior: motion() });
}

const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

function inSight(box) {
  return box.top > headerHeight() && box.bottom < innerHeight;
}

const headerHeight = () => document.querySelector(".top").getBoundingClientRect().bottom;

for (const reading of document.querySelectorAll(".reading")) {
  reading.addEventListener("keydown", markKeys);
  reading.addEventListener("pointerover", (event) => { const mark = event.target.closest("mark"); if (mark) showCard(mark); });
  reading.addEventListener("pointerout", (event) => { if (event.target.closest("mark")) closeCardSoon(); });
  reading.addEventListener("focusin", (event) => { if (event.target.matches("mark") && !quiet) showCard(event.target); });
  reading.addEventListener("focusout", closeCardSoon);
  reading.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark) return;
    showCard(mark, true);
    focusMark(mark);
  });
}

function markKeys(event) {
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  if (!event.target.matches("mark") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in steps) {
    const marks = shownMarks();
    const at = Math.max(0, Math.min(marks.length - 1, marks.indexOf(event.target) + steps[event.key]));
    if (marks[at]) focusMark(marks[at]);
  } else if (event.key === "Enter" || event.key === " ") {
    showCard(event.target, true);
    if (card.querySelector("a")) card.focus({ preventScroll: true });
  } else return;
  event.preventDefault();
}

function addSteps(article, number) {
  const step = (to, words) => (articles[to] ? el("a", { href: `#a${to}` }, words) : null);
  article.querySelector("header").prepend(el("p", { class: "steps" }, step(number - 1, "‹ Previous"), step(number + 1, "Next ›")));
}

/** Scroll to the characters, mark them, and give the focus to the mention that they are. */
function reveal({ number, start, end }) {
  const reading = articles[number].querySelector(".reading");
  const range = rangeOf(reading.querySelector(".text"), start, end);
  if (!range) return;
  for (const old of document.querySelectorAll(".found")) old.classList.remove("found");
  if (globalThis.CSS?.highlights) CSS.highlights.set("found", new Highlight(range));
  const mark = reading.querySelector(`mark[id="a${number}c${start}-${end}"]`);
  const box = range.getBoundingClientRect();
  if (!inSight(box)) scrollBy({ top: box.top - Math.max(headerHeight() + 24, innerHeight * 0.35), behavior: motion() });
  if (mark) {
    boxOf(mark).checked = true;
    mark.classList.add("found");
    quiet = true;
    focusMark(mark);
    quiet = false;
  } else {
    const paragraph = range.startContainer.parentElement.closest("p");
    paragraph.tabIndex = -1;
    paragraph.focus({ preventScroll: true });
  }
}
