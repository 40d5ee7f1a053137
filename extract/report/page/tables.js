// The tables over all articles: those in the page, and those put together from its articles.

const SHAPES = {
  articles: { numbers: [4, 5, 6, 7, 8, 9, 10, 11, 12] },
  people: { numbers: [3], bars: 3 },
  bodies: { numbers: [3], bars: 3, choose: 1 },
  places: { numbers: [4], bars: 4, choose: 1 },
  facts: { numbers: [2], choose: 6 },
  audit: { choose: 1 },
  differences: { choose: 1 },
};

/** Fill the grids of a view when it is first looked at. */
function fillGrids(view) {
  for (const place of view.querySelectorAll(".grid:not([data-filled])")) {
    place.dataset.filled = "";
    const name = place.dataset.table;
    const title = view.querySelector("h1").textContent;
    makeGrid(place, { title: name === "differences" ? "Differences" : title, ...(COLLECTED[name]?.() ?? JSON.parse(place.querySelector("script").textContent)), ...SHAPES[name] });
  }
}

const COLLECTED = {
  facts: () => ({
    columns: ["Article", "Measure", "Value", "Period", "Compared with", "Place", "Status"],
    rows: collect("facts"),
    empty: "No number of these articles measures anything.",
  }),
  audit: () => ({
    columns: ["Article", "Verdict", "Check", "Stated", "Recomputed", "Why"],
    rows: collect("findings").sort((a, b) => a[1][0] - b[1][0]),
    empty: "No number of these articles could be checked against another one.",
  }),
};

/** The rows of every article, the article's number before them. */
function collect(name) {
  return articles.flatMap((_, number) =>
    records(number)[name].map((row) => [[number, String(number + 1), `a${number}`], ...row]));
}
