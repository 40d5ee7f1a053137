// Characters of an article (code points, as in the records) and the places of a page (UTF-16 units of
// text nodes).

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

const codePoints = (text) => (ASTRAL.test(text) ? [...text].length : text.length);

/** How many UTF-16 units the first `points` code points of `text` take. */
function units(text, points) {
  if (!ASTRAL.test(text)) return points;
  let at = 0;
  for (; points > 0 && at < text.length; points -= 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/** The Range of the characters [start, end) of the text shown in `place`. */
function rangeOf(place, start, end) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = codePoints(node.data);
    if (!begun && start < passed + length) {
      range.setStart(node, units(node.data, start - passed));
      begun = true;
    }
    if (begun && end <= passed + length) {
      range.setEnd(node, units(node.data, end - passed));
      return range;
    }
    passed += length;
  }
  return null;
}

/** `a3` or `a3c105-119` as {number, start, end}; null where it is neither or there is no such article. */
function parseTarget(hash) {
  const found = /^a(\d+)(?:c(\d+)-(\d+))?$/.exec(hash);
  if (!found || Number(found[1]) >= articles.length) return null;
  const [number, start, end] = found.slice(1).map((digits) => (digits === undefined ? null : Number(digits)));
  return { number, start, end };
}
