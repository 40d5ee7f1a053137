// The card of a mention: its record, on hover, on focus, and kept open by a click, Enter or Space.

const card = byId("card");
let open = null; // the mention whose card is shown
let kept = false;
let hiding = 0;

/** The checkbox of its type; other classes come and go behind that of the type. */
const boxOf = (mark) => byId(`show-${mark.classList[0]}`);
const isShown = (mark) => boxOf(mark).checked;

function showCard(mark, keep = false) {
  clearTimeout(hiding);
  if (!isShown(mark)) return;
  if (open !== mark) {
    closeCard();
    const number = parseTarget(mark.id).number;
    const mention = records(number).mentions.find((found) => found.to === mark.id);
    if (!mention) return;
    card.replaceChildren(...cardNodes(number, mention));
    card.className = mention.type;
    card.hidden = false;
    open = mark;
    mark.setAttribute("aria-describedby", "card");
    mark.classList.add("open");
    placeCard(mark);
  }
  kept = kept || keep;
  card.classList.toggle("kept", kept);
}

function closeCard() {
  clearTimeout(hiding);
  if (!open) return;
  open.removeAttribute("aria-describedby");
  open.classList.remove("open");
  open = null;
  kept = false;
  card.hidden = true;
}

function closeCardSoon() {
  clearTimeout(hiding);
  if (!kept) hiding = setTimeout(closeCard, 180);
}

function cardNodes(number, mention) {
  const fields = Object.entries(mention.fields).filter(([name, value]) => value !== mention.value || name === "unit");
  const [start, end] = mention.to.split("c")[1].split("-");
  return [
    el("p", { class: "kind" }, el("span", { class: "sample" }, mention.type), mention.problem ? el("strong", {}, `problem: ${mention.problem}`) : null),
    el("p", { class: "value" }, mention.value),
    el("dl", {}, fields.map(([name, value]) => [el("dt", {}, name), el("dd", {}, Array.isArray(value) ? listNodes(value) : String(value))])),
    sameNodes(number, mention),
    el("p", { class: "origin" }, "rule ", el("code", {}, mention.rule), ` · ${mention.region} · characters ${start}–${end}`),
  ].filter(Boolean);
}

const listNodes = (values) => el("ul", {}, values.map((value) => el("li", {}, value)));

/** Links to the mention before and after of the same person, body or place. */
function sameNodes(number, mention) {
  if (!mention.entity) return null;
  const same = records(number).mentions.filter((found) => found.entity === mention.entity);
  if (same.length < 2) return null;
  const at = same.indexOf(mention);
  const step = (by, words) => {
    const other = same[at + by];
    return other ? el("a", { href: `#${other.to}` }, words) : el("span", {}, words);
  };
  return el("p", { class: "same" }, step(-1, "‹ before"), el("span", {}, `mention ${at + 1} of ${same.length}`), step(1, "next ›"));
}

/** Under the mention, or above it where there is no room below; narrow windows put it at the foot. */
function placeCard(mark) {
  card.style.left = card.style.top = "";
  if (matchMedia("(max-width: 700px)").matches) return;
  const box = mark.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
  const below = box.bottom + 8;
  const top = below + height > innerHeight && box.top - height - 8 > 0 ? box.top - height - 8 : below;
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

card.addEventListener("pointerenter", () => clearTimeout(hiding));
card.addEventListener("pointerleave", closeCardSoon);
document.addEventListener("click", (event) => {
  if (!event.target.closest("mark, #card")) closeCard();
});
addEventListener("scroll", () => {
  if (open && (kept || document.activeElement === open)) placeCard(open);
  else closeCard();
}, { passive: true });
addEventListener("resize", () => { if (open) placeCard(open); });
