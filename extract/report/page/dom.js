// Elements are made here and filled with text, never with markup: no text of an article is parsed.

const SVG = "http://www.w3.org/2000/svg";

/** An element: el("a", {href: "#a0", class: "x"}, "text", child…); null children are left out. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key, value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
}

const byId = (id) => document.getElementById(id);

/** Lower case without accents, a unit for each unit, so that places in it are places in `text`. */
function fold(text) {
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return NOT_ASCII.test(lower) ? lower.replace(EACH_NOT_ASCII, foldUnit) : lower;
}

const NOT_ASCII = /[^\x00-\x7f]/;
const EACH_NOT_ASCII = /[^\x00-\x7f]/g;
const folded = new Map([["đ", "d"], ["Đ", "d"], ["’", "'"], ["‘", "'"], ["–", "-"], ["—", "-"], ["ø", "o"], ["Ø", "o"]]);

function foldUnit(unit) {
  let plain = folded.get(unit);
  if (plain === undefined) {
    plain = unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    if (plain.length !== 1) plain = unit;
    folded.set(unit, plain);
  }
  return plain;
}

/** `call` once things have been quiet for some milliseconds. */
function later(milliseconds, call) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
}

const count = (number) => number.toLocaleString("en");
const plural = (number, noun) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;

/** Told to screen readers. */
function say(words) {
  byId("said").textContent = words;
}
