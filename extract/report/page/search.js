// Search in the texts and records of all articles: every word must be there, as a part of a word.

const AROUND = 70; // characters shown on each side of what was found
const MOST = 50; // results shown of each kind
const query = byId("query");

function search(words) {
  const wanted = fold(words.trim());
  const place = byId("results");
  place.replaceChildren();
  if (wanted.length < 2) {
    byId("found").textContent = "Type two letters or more. Press / to come back to the search field.";
    return;
  }
  const inRecords = searchRecords(wanted);
  const inTexts = searchTexts(wanted);
  byId("found").textContent = inRecords.length + inTexts.length
    ? `“${words.trim()}”: ${plural(inRecords.length, "record")}, ${plural(inTexts.length, "place")} in the texts`
    : `Nothing found for “${words.trim()}”.`;
  place.append(...results("Records", inRecords, recordResult), ...results("Texts", inTexts, textResult));
}

function results(title, found, draw) {
  if (!found.length) return [];
  const rest = found.length - MOST;
  return [el("section", {},
    el("h2", {}, `${title} `, el("span", { class: "count" }, count(found.length))),
    el("ol", { class: "hits" }, found.slice(0, MOST).map(draw)),
    rest > 0 ? el("p", { class: "notice" }, `${count(rest)} more: add a word to find fewer.`) : null)];
}

/** Mentions by value, titles and other fields, one for each value and article. */
function searchRecords(wanted) {
  const parts = wanted.split(/\s+/);
  const found = [];
  articles.forEach((_, number) => {
    const seen = new Map();
    for (const mention of records(number).mentions) {
      mention.folded ??= fold([mention.value, mention.text, mention.type, ...Object.values(mention.fields).flat()].join(" \n "));
      if (!parts.every((part) => mention.folded.includes(part))) continue;
      const key = `${mention.type} ${mention.value}`;
      if (seen.has(key)) seen.get(key).times += 1;
      else seen.set(key, { number, mention, times: 1 });
    }
    found.push(...seen.values());
  });
  return found;
}

function searchTexts(wanted) {
  const found = [];
  articles.forEach((_, number) => {
    const text = articleText(number);
    const plain = fold(text);
    let [passed, points] = [0, 0];
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      points += codePoints(text.slice(passed, at));
      passed = at;
      const length = codePoints(text.slice(at, at + wanted.length));
      found.push({ number, at, until: at + wanted.length, target: `a${number}c${points}-${points + length}` });
    }
  });
  return found;
}

function recordResult({ number, mention, times }) {
  const details = [mention.fields.titles, mention.fields.kind, mention.fields.measures, mention.fields.item].flat().filter(Boolean);
  return el("li", {},
    el("a", { href: `#${mention.to}` }, el("span", { class: `sample ${mention.type}` }, mention.type), " ", el("b", {}, mention.value)),
    times > 1 ? ` × ${times}` : null,
    details.length ? el("span", { class: "detail" }, details.join("; ")) : null,
    articleName(number));
}

function textResult({ number, at, until, target }) {
  const text = articleText(number);
  const before = text.slice(Math.max(0, at - AROUND), at).replace(/^[\udc00-\udfff]/, "");
  const after = text.slice(until, until + AROUND).replace(/[\ud800-\udbff]$/, "");
  return el("li", {},
    el("a", { href: `#${target}` }, at > AROUND ? "…" : "", before, el("b", { class: "hit" }, text.slice(at, until)), after, "…"),
    articleName(number));
}

const articleName = (number) => el("span", { class: "from" }, `${number + 1} · ${records(number).title}`);
