// The articles of the page. Each holds its text and tables in `noscript`, as plain characters, and
// its records as JSON: both are read when they are asked for.

const articles = [...document.querySelectorAll("section.article")];
const parsed = new Map();
const texts = new Map();

/** The records of an article: id, title, counts, mentions, facts, findings. */
function records(number) {
  if (!parsed.has(number)) {
    const script = [...articles[number].children].find((child) => child.tagName === "SCRIPT");
    parsed.set(number, JSON.parse(script.textContent));
  }
  return parsed.get(number);
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#34;": '"', "&#39;": "'", "&#13;": "\r" };

/** The text of an article, as the page's template wrote it, without its tags. */
function articleText(number) {
  if (!texts.has(number)) {
    const source = sources[number].text;
    texts.set(number, source.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|amp|#34|#39|#13);/g, (entity) => ENTITIES[entity]));
  }
  return texts.get(number);
}

const sources = articles.map((article) => ({
  get text() { return article.querySelector(".reading > noscript").textContent; },
  get side() { return article.querySelector(".side > noscript").textContent; },
}));

/** Markup that the template wrote, with every text in it escaped, as nodes. */
function nodesOf(source) {
  const template = document.createElement("template");
  template.innerHTML = source;
  return template.content;
}
