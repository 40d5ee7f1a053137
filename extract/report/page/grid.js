// A table that can be sorted by any column, filtered by words and by the values of one column, and
// that shows its rows a part at a time.

const PART = 200;

/** `numbers`: columns of numbers; `bars`: a column drawn as bars too; `choose`: a column to choose from. */
function makeGrid(place, { title, columns, rows, empty, numbers = [], bars = -1, choose = -1, links = " " }) {
  place.querySelector("noscript")?.remove();
  if (!rows.length) {
    if (!place.querySelector(".empty")) place.append(el("p", { class: "empty" }, empty));
    return;
  }
  const words = rows.map((row) => fold(row.map(cellText).join(" \n ")));
  const most = bars < 0 ? 0 : Math.max(...rows.map((row) => row[bars][0]));
  let order = rows.map((_, index) => index);
  let sorted = { column: -1, direction: 1 };
  let shown = PART;

  const filter = el("input", { type: "search", placeholder: "Filter", "aria-label": `Filter ${title}`, spellcheck: "false", input: later(80, update) });
  const select = choose < 0 ? null : chooser(columns[choose], rows.map((row) => cellText(row[choose])), update);
  const status = el("span", { class: "status", role: "status" });
  const headers = columns.map((column, index) =>
    el("th", { scope: "col", class: numbers.includes(index) ? "number" : null },
      el("button", { type: "button", click: () => sort(index) }, column)));
  const body = el("tbody");
  const more = el("button", { type: "button", class: "more", click: () => { shown += PART; draw(); } });
  const table = el("table", {}, el("caption", { class: "unseen" }, title), el("thead", {}, el("tr", {}, headers)), body);
  place.append(
    el("div", { class: "tools" }, filter, select, status),
    el("div", { class: "scroll", role: "region", "aria-label": `${title}, table`, tabindex: "0" }, table),
    more);

  function sort(column) {
    const direction = sorted.column === column ? -sorted.direction : numbers.includes(column) ? -1 : 1;
    sorted = { column, direction };
    headers.forEach((header, index) => {
      if (index === column) header.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else header.removeAttribute("aria-sort");
    });
    const keys = rows.map((row) => cellKey(row[column]));
    order = rows.map((_, index) => index).sort((a, b) => compareKeys(keys[a], keys[b], direction) || a - b);
    draw();
  }

  function update() {
    shown = PART;
    draw();
  }

  function draw() {
    const wanted = fold(filter.value).split(/\s+/).filter(Boolean);
    const value = select ? select.value : "";
    const found = order.filter((index) =>
      wanted.every((word) => words[index].includes(word)) && (!value || cellText(rows[index][choose]) === value));
    body.replaceChildren(...found.slice(0, shown).map((index) => drawRow(rows[index])));
    if (!found.length) body.append(el("tr", {}, el("td", { colspan: columns.length, class: "empty" }, "No row matches this filter.")));
    const all = wanted.length || value ? ` of ${count(rows.length)}` : "";
    status.textContent = `${count(found.length)}${all} row${rows.length === 1 ? "" : "s"}`;
    more.hidden = found.length <= shown;
    more.textContent = `Show ${count(Math.min(PART, found.length - shown))} more`;
  }

  function drawRow(row) {
    return el("tr", {}, row.map((cell, index) => {
      const separator = columns[index] === "Articles" ? links : "; ";
      const bar = index === bars ? el("meter", { min: 0, max: most, value: cell[0], "aria-hidden": "true" }) : null;
      const nodes = cellNodes(cell, separator);
      const kind = numbers.includes(index) ? (cell[1] === "0" ? "number zero" : "number") : null;
      const value = index === choose ? cellText(cell) : null;
      return el("td", { class: kind, "data-value": value }, bar, bar ? el("span", { class: "amount" }, nodes) : nodes);
    }));
  }

  draw();
}

/** A list of the values of a column, the most frequent first; nothing where there is one only. */
function chooser(column, values, change) {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size < 2) return null;
  const options = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 100)
    .map(([value, number]) => el("option", { value }, `${value} (${count(number)})`));
  return el("select", { "aria-label": column, change }, el("option", { value: "" }, `${column}: all`), options);
}
