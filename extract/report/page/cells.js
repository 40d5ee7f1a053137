// A cell comes as [key, text, target, text, target, …]; see `packed` in template.py.

function cellText(cell) {
  return cell.filter((_, index) => index % 2).join("; ");
}

function cellNodes(cell, separator = "; ") {
  const nodes = [];
  for (let index = 1; index < cell.length; index += 2) {
    if (index > 1) nodes.push(separator);
    const [text, target] = [cell[index], cell[index + 1]];
    nodes.push(target ? el("a", { href: `#${target}` }, text) : text);
  }
  return nodes;
}

/** What a column is sorted by: the key where there is one, else the folded text. */
function cellKey(cell) {
  return cell[0] ?? fold(cellText(cell));
}

/** Numbers before words, empty cells last whichever the direction is. */
function compareKeys(one, other, direction) {
  const [emptyOne, emptyOther] = [one === "", other === ""];
  if (emptyOne || emptyOther) return emptyOne - emptyOther;
  if (typeof one === typeof other) return (one < other ? -1 : one > other ? 1 : 0) * direction;
  return typeof one === "number" ? -1 : 1;
}
